"""What must not reach a terminal, and the signs shown in its place.

A control character that came out of a source could move the cursor, change colours or answer for the user,
and the overrides U+202D and U+202E could show a text in another order than it is read by a machine.
Marks, embeddings and isolates of UAX #9 stay: they order the text honestly and are never printed.
"""

from __future__ import annotations

import re

_UNKNOWN = "\ufffd"
_LINE_BREAK = "␤"

_SIGNS: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"},
    0x7F: "␡",
    **dict.fromkeys(range(0x80, 0xA0), _UNKNOWN),
    **dict.fromkeys((0x85, 0x2028, 0x2029), _LINE_BREAK),
    **dict.fromkeys((0x202D, 0x202E), _UNKNOWN),
    **dict.fromkeys(range(0xD800, 0xE000), _UNKNOWN),
}
"""Unicode's control pictures. Surrogates are none of UTF-8, and to write one would raise an error."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff]|\r(?!\n)")


def visible(text: str) -> str:
    """`text` with a sign of one cell for every control character: as many code points, each in its place.

    Tab, line feed and the carriage return before a line feed stay. Every other line end (a lone carriage
    return, vertical tab, form feed, next line, U+2028, U+2029) becomes a sign and ends no line.
    """
    return _CONTROL.sub(lambda control: _SIGNS[ord(control[0])], text)
