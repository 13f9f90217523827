"""What a person should know where right-to-left text may not come out right in this terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.terminal.detect import Strategy

if TYPE_CHECKING:
    from reader.terminal.ask import Found

_SIDE_BY_SIDE = (
    "{title} تخلط أجزاء الشاشة المتجاورة: اجعل هذا الجزء بعرضها كله",
    "{title} mixes up panes side by side: give this one the whole width",
)
_UNSURE = (
    "إن ظهر النص معكوسًا فاضغط {key}",
    "if the text looks reversed, press {key}",
)
_MARKS = (
    "{title} لا ترسم التشكيل على حروفه فهو مخفي؛ يظهره t",
    "{title} does not draw vowel signs on their letters: they are hidden, t shows them",
)

_SOMETIMES = ("", "iTerm2", "xterm.js")
"""They reorder with some of their settings, and nothing tells which are on; or nobody knows which terminal it is."""


def notice(
    found: Found, strategy: Strategy, language: str, *, key: str, chosen: bool = False, marks_hidden: bool = False
) -> str | None:
    """One line for the status bar, what is wrong and what to do, or None where Arabic comes out right.

    `strategy` is the way in use, `chosen` whether a person has chosen it, and `key` tries the next one; `language` is
    "ar" or "en".
    """
    terminal = found.terminal
    whole_rows = strategy in (Strategy.ROWS_LTR, Strategy.ROWS_RTL, Strategy.LOGICAL) and not terminal.rows.by_style
    if found.client and found.client.side_by_side and whole_rows:
        said = _SIDE_BY_SIDE
    elif (terminal.outer or terminal).name in _SOMETIMES and not chosen:
        said = _UNSURE
    elif marks_hidden:
        said = _MARKS
    else:
        return None
    return said[0 if language == "ar" else 1].format(title=terminal.title, key=key)
