"""What reads left to right as a whole wherever it stands: addresses, paths, options, code, versions, dialled
numbers, ISO times, Latin words in quotation marks. Among Arabic letters plain UAX #9 would part them at their signs
(`rc1-2.4.1`, `971+`); its clause HL4 lets a program set such units apart, and so they are, as isolates.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_ANY: Final = r"(?u:\w)"
"""A letter or digit of whatever script: addresses and files have names in all of them."""
_ISO_TIME: Final = r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
_IN_URL: Final = r"[^\s<>«»\"،؛؟()]"
_PAUSE: Final = r"[ \u00a0.()-]{1,2}"
_NO_MORE: Final = r"(?!\w|[.,٫٬/:–-]\d| ?[%٪‰]|[$€£])"
"""Behind digits: the number is over, and no share or sum."""
_RIGHT_TO_LEFT: Final = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_QUOTED: Final = rf"(?<!\d[\"“”«])(?<=[\"“”«])[A-Za-z][^\"“”«»\n{_RIGHT_TO_LEFT}]{{0,200}}(?=[\"“”»])"
"""Latin words between quotation marks, with the full stop that is theirs: the marks are those of the text around."""
_UNITS: Final = (
    _QUOTED,
    rf"(?:[A-Za-z][A-Za-z+.-]{{1,9}}://|www\.)(?:{_IN_URL}|\({_IN_URL}*\))*(?:{_ANY}|[/#=&]|\({_IN_URL}*\))",
    r"[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    r"</?[A-Za-z][^<>\n]{0,80}>",
    r"`[^`\n]*[A-Za-z][^`\n]*`",
    rf"[A-Za-z]:\\[^\s«»\"،؛]*{_ANY}",
    rf"(?<!{_ANY}{_ANY})(?:~|\.{{1,2}})?/(?=[\w./-]*[A-Za-z])(?:{_ANY}|[./-])*(?:{_ANY}|/)",
    r"(?<![\w-])--?[A-Za-z][\w-]*(?:=[^\s،؛«»]+| \d+(?!\w))?",
    r"[@#][A-Za-z_]\w*",
    r"\.[A-Z][A-Za-z]+(?!\w)",
    r"[A-Za-z_][\w.]*(?:\(\)|\[\]|\+\+|#)(?!\w)",
    _ISO_TIME,
    r"v?\d+(?:\.\d+)+(?:[-+][A-Za-z0-9.]*[A-Za-z0-9])(?!\w)",
    rf"\+\d(?:(?:{_PAUSE})?\d){{6,14}}(?!{_PAUSE}\d){_NO_MORE}",
    rf"\+\d{{1,4}}{_NO_MORE}",
)
"""Patterns of units, the longer kinds first. A hyphen between two bare numbers is none: it is a range. Of numbers with
a plus those are units that are dialled (E.164: 15 digits at most); an amount («+12,500», «+35%») is ordered as one with
a minus is.
"""
_UNIT: Final = re.compile("|".join(rf"(?<![\w@/.])(?:{unit})" for unit in _UNITS), re.ASCII)
_MAYBE: Final = re.compile(r"[\"“”«][A-Za-z]|[A-Za-z][+#(\[:@]|[/\\`<@#.-][A-Za-z]|\d-[\dA-Za-z]|\+\d", re.ASCII)
"""Without any of these there is no unit in a text: most paragraphs are not looked at further."""
_DIRECTED: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Whoever wrote embeddings and isolates has said what he wants."""
_LATIN: Final = rf"[^\W\d_{_RIGHT_TO_LEFT}][^\s{_RIGHT_TO_LEFT}()\[\]«»\"]*"
_BETWEEN: Final = r"(?:(?:\d+|\|\|?|&&?|>>?|<) )*"
"""Numbers, and what joins commands, between Latin words and units."""
_WORDS_BEFORE: Final = re.compile(rf"(?:(?<![^\s(«\"\[]){_LATIN} {_BETWEEN})+\Z", re.ASCII)
_WORDS_BEHIND: Final = re.compile(rf"(?: {_BETWEEN}{_LATIN}(?<![.,:;!?]))+")
_GAP: Final = re.compile(rf" {_BETWEEN}")
_REACH: Final = 200
"""Code points beside a unit within which Latin words join it."""


def isolates(text: str) -> list[Span]:
    """The units in `text` that stand as isolates, in order; none overlap. A Latin phrase around a unit («in C++»)
    is one with it, since it has one direction too. Linear in the length of the text."""
    if not _MAYBE.search(text) or _DIRECTED.search(text):
        return []
    found: list[Span] = []
    for span in _units(text):
        if found and (span.start <= found[-1].end or _GAP.fullmatch(text, found[-1].end, span.start)):
            found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return found


def _units(text: str) -> Iterator[Span]:
    """Each unit with the Latin words right beside it."""
    for match in _UNIT.finditer(text):
        start, end = match.span()
        before = _WORDS_BEFORE.search(text, max(0, start - _REACH), start)
        behind = _WORDS_BEHIND.match(text, end, end + _REACH)
        yield Span(before.start() if before else start, behind.end() if behind else end)
