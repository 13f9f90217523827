"""Text cut into tokens, one tag a token, so that grammar rules are regular expressions over tags.

Clitics (و ف ب ل ك) become tokens of their own: what is recognised leaves them out by itself. Unknown words
keep a tag too (`other`), since they keep apart what they stand between.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.analysis.time.figures import figure
from reader.analysis.time.lexicon import Entry, fold_word, lexicon
from reader.analysis.words.clitics import CONJUNCTIONS, PREPOSITIONS
from reader.analysis.words.keys import key
from reader.analysis.words.tokens import cut
from reader.analysis.words.verbs import Flag, Form, verb
from reader.text.scan import Kind
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.analysis.time.meaning import Draft

_MARKS = {
    **dict.fromkeys(".!؟?؛;…", "stop"), **dict.fromkeys("،,", "comma"), **dict.fromkeys("-–—", "dash"),
    **dict.fromkeys("([", "open"), **dict.fromkeys(")]", "close"), **dict.fromkeys("%٪", "percent"),
    "/": "slash", "\\": "slash", "=": "slash", ":": "colon",
}  # fmt: skip
_BEFORE_ITEM = ("mark", "dash", "open", "in")
_FIGURES = ("small", "two_digits", "year4", "integer", "figure", "date_figure", "month_figure", "days_figure")
_WRAPPED_LINE = 40
_CHUNK = 20_000
_OTHER = Entry("other", "")
_AND = Entry("clitic_and", "")
_PREPOSITION = Entry("clitic_preposition", "")
# A clitic before digits: «و1991», «بـ2020».
_ALONE = {**dict.fromkeys(CONJUNCTIONS, _AND), **dict.fromkeys(PREPOSITIONS, _PREPOSITION)}
_KINDS = {Kind.ARABIC: "word", Kind.LETTERS: "latin", Kind.DIGITS: "figure", Kind.SIGN: "mark"}
_GLUED = (("شهر", "month"), ("يوم", "weekday"))
_IN_FIRST_PERSON = re.compile("[وف]?سأ(?![لم])")
"""«سأنشر»; the tables have verbs in the third person alone."""
_FUTURE = Entry("future", "")
_SPACED_DATE = re.compile(r"\d{1,4} ?([/\\]) ?\d{1,2} ?\1 ?\d{2,4}|\d{4} ?/ ?\d{4}")
"""«12 / 5 / 2020», «2021/ 2022»; a slash that leans the other way too."""


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
    heads: frozenset[int] = frozenset()
    """The tokens that a line begins with, in a paragraph too."""
    tells_hijri: bool | None = None
    """Whether it tells of the Hijri calendar, once that has been asked."""

    def is_item(self, first: int, last: int) -> bool:
        """Whether an item of a list begins with the tokens: at the head of a line, behind its bullet, before a colon or
        a dash that no figure follows, or alone in the line. The date of a sentence that begins a line is none."""
        head = first
        while head not in self.heads and self.tokens[head - 1].entry.cls in _BEFORE_ITEM:
            head -= 1
        if head not in self.heads:
            return False
        behind = self.tokens[last : last + 2]
        if not behind or behind[0].word == "\n" or behind[0].entry.cls == "colon":
            return True
        return behind[0].entry.cls == "dash" and len(behind) > 1 and behind[1].entry.cls not in _FIGURES


def segments(text: str, paragraphs: Sequence[Span] = ()) -> Iterator[Segment]:
    """The text paragraph by paragraph; a paragraph without end is cut where a sentence ends. Line ends inside one of
    the `paragraphs` that are known are none; where none are known a short line ends what it says."""
    known = frozenset(end for span in paragraphs for end in _line_ends(text, span)) if paragraphs else None
    start = number = paragraph = 0
    while start < len(text):
        if paragraph <= start:
            paragraph = text.find("\n\n", start)
            paragraph = len(text) if paragraph < 0 else paragraph
        end = paragraph
        if end - start > _CHUNK:
            stop = text.find(". ", start + _CHUNK, min(end, start + 2 * _CHUNK))
            space = text.find(" ", start + 2 * _CHUNK, end)
            cuts = [cut + 1 for cut in (stop, space) if cut >= 0]
            end = min(cuts, default=end)
        tokens, heads = _tokens(text, start, end, known)
        if tokens:
            yield Segment(number, tokens, heads=heads)
            number += 1
        start = max(end, start + 1)


def _line_ends(text: str, span: Span) -> Iterator[int]:
    end = text.find("\n", span.start, span.end)
    while end >= 0:
        yield end
        end = text.find("\n", end + 1, span.end)


class _Item(NamedTuple):
    """A token of the text before it is known what it can be: a "word", "figure", "latin", "mark", an era, or the
    "break" where a line ends."""

    kind: str
    start: int
    end: int
    surface: str


def _items(text: str, start: int, end: int) -> Iterator[_Item]:
    """The tokens of the one tokeniser, and between them the line ends."""
    before = start
    for first, last, kind in cut(text, Span(start, end)):
        if (line_end := text.find("\n", before, first)) >= 0:
            yield _Item("break", line_end, first, "")
        yield _Item(_KINDS[kind], first, last, text[first:last])
        before = last
    if (line_end := text.find("\n", before, end)) >= 0:
        yield _Item("break", line_end, end, "")


def _joined(text: str, items: Sequence[_Item]) -> Iterator[_Item]:
    """Some tokens are one here: an era («ق. م»), and a date written with spaces («12 / 5 / 2020»)."""
    at = 0
    while at < len(items):
        item, count, kind = items[at], 1, "before_era"
        if item.surface == "ق":
            count = _era(items, at)
        elif item.kind == "figure":
            count, kind = _spaced_date(text, items, at), "figure"
        end = items[at + count - 1].end
        yield item if count == 1 else _Item(kind, item.start, end, text[item.start : end])
        at += count


def _era(items: Sequence[_Item], at: int) -> int:
    """How many tokens from `at` on are «ق.م»; its last stop too, where the sentence goes on in the line."""
    if [item.surface for item in items[at + 1 : at + 3]] != [".", "م"] or items[at + 2].start - items[at].end > 3:
        return 1
    stop = items[at + 3 : at + 5]
    abbreviates = len(stop) == 2 and stop[0].surface == "." and stop[0].start == items[at + 2].end
    return 4 if abbreviates and stop[1].kind != "break" and stop[1].start > stop[0].end else 3


def _spaced_date(text: str, items: Sequence[_Item], at: int) -> int:
    """How many tokens from `at` on are one date."""
    for count in (5, 3):
        if len(items) >= at + count and _SPACED_DATE.fullmatch(text, items[at].start, items[at + count - 1].end):
            return count
    return 1


def _tokens(text: str, start: int, end: int, joined: frozenset[int] | None) -> tuple[list[Token], frozenset[int]]:
    """The tokens, and which of them begin a line. `joined` are the line ends that end nothing, where that is known."""
    found = list(_joined(text, list(_items(text, start, end))))
    tokens: list[Token] = []
    heads = {0}
    line, at = start, 0
    while at < len(found):
        kind, where, stop, surface = found[at]
        at += 1
        if kind == "word":
            if pieces := _word(surface):
                tokens.extend(piece.at(where) for piece in pieces)
                at = _phrase(tokens, found, at)
        elif kind == "figure":
            tokens.append(Token(where, stop, *figure(surface)))
        elif kind == "break":
            if where - line < _WRAPPED_LINE if joined is None else where not in joined:
                tokens.append(Token(where, where, "\n", Entry("stop", "")))
            line = stop
            heads.add(len(tokens))
        else:
            cls = _MARKS.get(surface, "mark") if kind == "mark" else kind
            key = "before" if kind == "before_era" else ""
            tokens.append(Token(where, stop, surface, Entry(cls, key)))
    return tokens, frozenset(heads)


def _phrase(tokens: list[Token], found: Sequence[_Item], at: int) -> int:
    """Let the longest phrase that begins with the last token swallow the words after it."""
    head = tokens[-1]
    for rest, entry in lexicon().phrases.get(head.word, ()):
        after = found[at : at + len(rest)]
        if len(after) == len(rest) and all(
            item.kind in ("word", "figure") and fold_word(item.surface).text == word
            for item, word in zip(after, rest, strict=True)
        ):
            tokens[-1] = Token(head.start, after[-1].end, " ".join((head.word, *rest)), entry)
            return at + len(rest)
    return at


@lru_cache(maxsize=1 << 16)
def _word(surface: str) -> tuple[Token, ...]:
    """A written word as its clitics and the rest, where the rest is a word of time; else whole."""
    folded, known = fold_word(surface), lexicon()
    word = folded.text
    if not word:  # tatweel alone
        return ()

    def piece(start: int, end: int, as_: str, entry: Entry | None = None) -> Token:
        span = folded.source(start, end)
        return Token(span.start, span.end, as_, entry or known.words.get(as_, _OTHER))

    if surface in known.spelled_otherwise:
        return (Token(0, len(surface), word, _OTHER),)
    if word in _ALONE:
        return (Token(0, len(surface), word, _ALONE[word]),)
    if known.knows(word):
        return (Token(0, len(surface), word, known.words.get(word) or _verbal(word)),)
    at = 1 if word[0] in CONJUNCTIONS else 0
    taken = [piece(0, 1, word[0], _AND)] if at else []
    rest = word[at:]
    if at and known.knows(rest):
        return (*taken, piece(at, len(word), rest))
    if len(rest) > 2 and rest[0] in PREPOSITIONS:
        taken.append(piece(at, at + 1, rest[0], _PREPOSITION))
        if known.knows(rest[1:]):
            return (*taken, piece(at + 1, len(word), rest[1:]))
        # «للعام» is «ل» and «العام», whose alef is not written
        if rest.startswith("لل") and known.knows(definite := f"ا{rest[1:]}"):
            return (*taken, piece(at + 1, len(word), definite))
    if noun := _glued(rest):
        return (
            *taken[: 1 if at else 0],
            piece(at, at + len(noun), noun),
            piece(at + len(noun), len(word), rest[len(noun) :]),
        )
    return (Token(0, len(surface), word, _FUTURE if _IN_FIRST_PERSON.match(surface) else _verbal(word)),)


def _glued(word: str) -> str | None:
    """The noun that a month or a weekday is glued to: «شهرنوفمبر», «يومالخميس»."""
    words = lexicon().words
    return next(
        (
            noun
            for noun, cls in _GLUED
            if word.startswith(noun) and cls == getattr(words.get(word[len(noun) :]), "cls", None)
        ),
        None,
    )


def _verbal(word: str) -> Entry:
    """What a verb says of the time of its clause."""
    sense = verb(key(word), marbuta="ة" in word)
    if sense is None or (sense.is_risky and word[0] not in CONJUNCTIONS):
        return _OTHER
    if sense.form is Form.FUTURE or (sense.form is Form.IMPERFECT and Flag.FUTURE in sense.flags):
        return _FUTURE
    if Flag.LASTING in sense.flags or Flag.COPULA in sense.flags:
        return Entry("ongoing", "")
    return Entry("verb", sense.form.value)
