"""What a person should know where this terminal cannot be made to leave right-to-left text alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.terminal.detect import Strategy

if TYPE_CHECKING:
    from reader.terminal.detect import Terminal

_PROBLEMS = {
    Strategy.ROWS_LTR: (
        "{name} تعيد ترتيب الأسطر العربية بنفسها ولا يمكن إيقافها من هنا، فقد يظهر النص معكوسًا",
        "{name} reorders Arabic rows by itself and cannot be told not to: the text may look reversed",
    ),
    Strategy.WORDS: (
        "{name} تعكس حروف كل كلمة عربية بنفسها",
        "{name} reverses every Arabic word by itself",
    ),
}
_PROBLEMS[Strategy.ROWS_RTL] = _PROBLEMS[Strategy.ROWS_LTR]

_HIDDEN = (
    "{name} لا يوصل طلب إيقاف الترتيب إلى {outer}، فقد يظهر النص معكوسًا",
    "{name} does not pass on to {outer} that it should not reorder: the text may look reversed",
)
_ITERM = (
    "{name} قد تعيد ترتيب الأسطر العربية بنفسها",
    "{name} may reorder Arabic rows by itself",
)

_REMEDIES = {
    "kitty": ("أضف force_ltr yes إلى kitty.conf", "put force_ltr yes into kitty.conf"),
    "iTerm2": (
        "أوقف Bidi في إعداداتها إن ظهر النص معكوسًا",
        "switch Bidi off in its settings if the text looks reversed",
    ),
}
_OUTSIDE = ("اقرأ خارج {name}", "read outside {name}")
_ANOTHER = ("اقرأ في طرفية أخرى مثل xterm أو Konsole", "read in another terminal, such as xterm or Konsole")


def notice(terminal: Terminal, language: str) -> str | None:
    """One line for the status bar, what is wrong and what to do, or None where Arabic comes out right.

    `language` is "ar" or "en".
    """
    which = 0 if language == "ar" else 1
    outer = terminal.outer.name if terminal.outer and terminal.outer.reorders else ""
    if outer:
        problem, remedy = _HIDDEN, _OUTSIDE
    elif terminal.name == "iTerm2":
        problem, remedy = _ITERM, _REMEDIES["iTerm2"]
    elif terminal.strategy in _PROBLEMS:
        problem, remedy = _PROBLEMS[terminal.strategy], _REMEDIES.get(terminal.name, _ANOTHER)
    else:
        return None
    separator = "؛ " if language == "ar" else "; "
    return (problem[which] + separator + remedy[which]).format(name=terminal.name, outer=outer)
