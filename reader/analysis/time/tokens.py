"""Text cut into tokens, one tag a token, so that grammar rules are regular expressions over tags.

Clitics (و ف ب ل ك) become tokens of their own: what is recognised leaves them out by itself. Unknown words
keep a tag too (`other`), since they keep apart what they stand between.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.analysis.time.lexicon import Entry, fold_word, lexicon
from reader.analysis.words.keys import key
from reader.analysis.words.verbs import Flag, Form, verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.analysis.time.meaning import Draft

_LETTERS = (
    r"\u0610-\u061A\u0620-\u065F\u066E-\u06D3\u06D5-\u06DC\u06DF-\u06E8\u06EA-\u06EF\u06FA-\u06FF"
    r"\u0750-\u077F\u08A0-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC\u200C\u200D"
)
_SCAN = re.compile(
    rf"""
    (?P<before_era>(?<![{_LETTERS}])ق[ ]?\.[ ]?م(?![{_LETTERS}])(?:\.(?=[ \t]+\S))?)
  | (?P<word>[{_LETTERS}]+)
  | (?P<figure>\d{{1,4}}[ ]/[ ]\d{{1,2}}[ ]/[ ]\d{{2,4}}(?!\d)|\d+(?:[-/.:,–٫٬]\d+)*)
  | (?P<latin>[^\W\d_]\w*(?:-\d+)*)
  | (?P<break>\n\s*)
  | (?P<mark>[^\s\w])
    """,
    re.VERBOSE,
)
_MARKS = {
    **dict.fromkeys(".!؟?؛;…", "stop"), **dict.fromkeys("،,", "comma"), **dict.fromkeys("-–—", "dash"),
    **dict.fromkeys("([", "open"), **dict.fromkeys(")]", "close"), **dict.fromkeys("%٪", "percent"),
    "/": "slash", "\\": "slash", "=": "slash", ":": "colon",
}  # fmt: skip
# Marks that nobody sees: they stand between words without parting them.
_INVISIBLE = frozenset("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u061c")
_WRAPPED_LINE = 40
_CHUNK = 20_000
_OTHER = Entry("other", "")
_AND = Entry("clitic_and", "")
_PREPOSITION = Entry("clitic_preposition", "")
# A clitic before digits: «و1991», «بـ2020».
_ALONE = {**dict.fromkeys("وف", _AND), **dict.fromkeys("بلك", _PREPOSITION)}
_CLITICS = re.compile(r"([وف]?)([بلك]?)(.{2,})", re.DOTALL)
YEARS = range(1000, 2200)


class Token(NamedTuple):
    """A word, figure or mark, where it stands and what it can be."""

    start: int
    end: int
    word: str
    """Folded."""
    entry: Entry

    def at(self, where: int) -> Token:
        """The same token, `where` characters further on."""
        return Token(self.start + where, self.end + where, self.word, self.entry)


@dataclass(slots=True)
class Segment:
    """A stretch of text that no expression reaches out of, as tokens; `number` among those of the text."""

    number: int
    tokens: list[Token]
    tags: str = ""
    """One letter a token, for its class."""
    drafts: list[Draft] = field(default_factory=list)
    """The expressions found so far, in text order."""


def segments(text: str) -> Iterator[Segment]:
    """The text paragraph by paragraph; a paragraph without end is cut where a sentence ends."""
    start = number = 0
    while start < len(text):
        end = text.find("\n\n", start)
        end = len(text) if end < 0 else end
        if end - start > _CHUNK:
            stop = text.find(". ", start + _CHUNK, end)
            space = text.find(" ", start + 2 * _CHUNK, end)
            cuts = [cut + 1 for cut in (stop, space) if cut >= 0]
            end = min(cuts, default=end)
        if segment := _tokens(text, start, end):
            yield Segment(number, segment)
            number += 1
        start = max(end, start + 1)


def _tokens(text: str, start: int, end: int) -> list[Token]:
    found = [
        (match.lastgroup, match.group(), match.start())
        for match in _SCAN.finditer(text, start, end)
        if match.group() not in _INVISIBLE
    ]
    tokens: list[Token] = []
    line, at = start, 0
    while at < len(found):
        kind, surface, where = found[at]
        at += 1
        if kind == "word":
            if not (pieces := _word(surface)):
                continue
            tokens.extend(piece.at(where) for piece in pieces)
            at = _phrase(tokens, found, at)
        elif kind == "figure":
            tokens.append(Token(where, where + len(surface), *_figure(surface)))
        elif kind == "break":
            if where - line < _WRAPPED_LINE:
                tokens.append(Token(where, where, "\n", Entry("stop", "")))
            line = where + len(surface)
        else:
            cls = _MARKS.get(surface, "mark") if kind == "mark" else str(kind)
            key = "before" if kind == "before_era" else ""
            tokens.append(Token(where, where + len(surface), surface, Entry(cls, key)))
    return tokens


def _phrase(tokens: list[Token], found: list[tuple[str | None, str, int]], at: int) -> int:
    """Let the longest phrase that begins with the last token swallow the words after it."""
    head = tokens[-1]
    for rest, entry in lexicon().phrases.get(head.word, ()):
        after = found[at : at + len(rest)]
        if len(after) == len(rest) and all(
            kind == "word" and fold_word(surface).text == word
            for (kind, surface, _), word in zip(after, rest, strict=True)
        ):
            last = after[-1]
            tokens[-1] = Token(head.start, last[2] + len(last[1]), " ".join((head.word, *rest)), entry)
            return at + len(rest)
    return at


@lru_cache(maxsize=1 << 16)
def _word(surface: str) -> tuple[Token, ...]:
    """A written word as its clitics and the rest, where the rest is a word of time; else whole."""
    folded, known = fold_word(surface), lexicon()
    word = folded.text
    if not word:  # tatweel or marks alone
        return ()

    def piece(start: int, end: int, as_: str, entry: Entry | None = None) -> Token:
        span = folded.source(start, end)
        return Token(span.start, span.end, as_, entry or known.words.get(as_, _OTHER))

    if surface in known.spelled_otherwise:
        return (Token(0, len(surface), word, _OTHER),)
    if word in _ALONE:
        return (Token(0, len(surface), word, _ALONE[word]),)
    if known.knows(word) or not (match := _CLITICS.fullmatch(word)):
        return (Token(0, len(surface), word, known.words.get(word) or _verbal(word)),)
    for conjunction in (match[1], "") if match[1] else ("",):
        rest = word[len(conjunction) :]
        taken = [piece(0, 1, conjunction, _AND)] if conjunction else []
        if known.knows(rest) and conjunction:
            return (*taken, piece(1, len(word), rest))
        if len(rest) < 3 or rest[0] not in "بلك":
            continue
        at = len(conjunction)
        taken.append(piece(at, at + 1, rest[0], _PREPOSITION))
        if known.knows(rest[1:]):
            return (*taken, piece(at + 1, len(word), rest[1:]))
        # «للعام» is «ل» and «العام», whose alef is not written
        if rest.startswith("لل") and known.knows(definite := f"ا{rest[1:]}"):
            return (*taken, piece(at + 1, len(word), definite))
    return (Token(0, len(surface), word, _verbal(word)),)


def _verbal(word: str) -> Entry:
    """What a verb says of the time of its clause."""
    sense = verb(key(word), marbuta="ة" in word)
    if sense is None or (sense.is_risky and word[0] not in "وف"):
        return _OTHER
    if sense.form is Form.FUTURE or (sense.form is Form.IMPERFECT and Flag.FUTURE in sense.flags):
        return Entry("future", "")
    if Flag.LASTING in sense.flags or Flag.COPULA in sense.flags:
        return Entry("ongoing", "")
    return Entry("verb", sense.form.value)


@lru_cache(maxsize=1 << 14)
def _figure(surface: str) -> tuple[str, Entry]:
    """A number in digits of any script: its digits in ASCII, and what it can be."""
    word = fold_word(surface).text.replace("–", "-").replace(" ", "")
    parts = re.split(r"\D", word)
    signs = set(re.findall(r"\D", word))
    if any(len(part) > 9 for part in parts) or len(signs) > 1:
        return word, Entry("figure", "")
    values = [int(part) for part in parts]
    if not signs:
        return word, Entry(_whole(word, values[0]), str(values[0]))
    sign = signs.pop()
    if sign == ":" and len(values) in (2, 3) and values[0] <= 24 and max(values[1:]) < 60:
        return word, Entry("clock_figure", f"{values[0]:02}:{values[1]:02}")
    if sign in "/.-" and len(values) == 3:
        return word, _full_date(values, [len(part) for part in parts])
    if sign in "/-" and len(values) == 2:
        return word, _pair(values, [len(part) for part in parts], sign)
    return word, Entry("figure", "")


def _whole(word: str, value: int) -> str:
    if len(word) <= 2 and value:
        return "small" if value <= 31 else "two_digits"
    return "year4" if len(word) == 4 and value in YEARS else "integer"


def _full_date(values: list[int], lengths: list[int]) -> Entry:
    """Day, month, year, as Arabic texts write numeric dates, or the ISO order; month first only where it must be."""
    if lengths[0] == 4:
        year, month, day = values
    elif lengths[2] == 4 or (lengths == [2, 2, 2]):
        day, month, year = values
        year += 0 if lengths[2] == 4 else (2000 if year < 50 else 1900)
    else:
        return Entry("figure", "")
    if month > 12 >= day:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return Entry("figure", "")
    return Entry("date_figure", f"{year}-{month}-{day}")


def _pair(values: list[int], lengths: list[int], sign: str) -> Entry:
    first, second = values
    match lengths:
        case [4, 4] if first in YEARS and second in YEARS:
            return Entry("years_figure", f"{first}{sign}{second}")
        case [3 | 4, 3 | 4] if sign == "-" and first != second and min(first, second) >= 100:
            return Entry("old_years_figure", f"{first}-{second}")
        case [4, 2] if first in YEARS and second == (first + 1) % 100:
            return Entry("years_figure", f"{first}/{first + 1}")
        case [4, 1 | 2] if first in YEARS and 1 <= second <= 12:
            return Entry("month_figure", f"{first}-{second}")
        case [1 | 2, 4] if second in YEARS and 1 <= first <= 12:
            return Entry("month_figure", f"{second}-{first}")
        case [1 | 2, 1 | 2] if sign == "/" and 1 <= first <= 31 and 1 <= second <= 12:
            return Entry("day_month_figure", f"{second}-{first}")
        case [1 | 2, 1 | 2] if sign == "-" and 1 <= first < second <= 31:
            return Entry("days_figure", f"{first}-{second}")
    return Entry("figure", "")
