"""Where a text may be cut: clusters (UAX #29), words, sentences. Spans come in order and never overlap."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from unicodedata import combining

from reader.text.arabic import LETTERS, MARKS, OPENING, ZWJ, ZWNJ, strip_tashkeel
from reader.text.clusters import clusters
from reader.text.scan import Kind, scan
from reader.text.span import Span

if TYPE_CHECKING:
    from reader.text.scan import Run

__all__ = ["clusters", "sentences", "words"]

_HYPHENS: Final = frozenset("-\u2010\u2011")
_APOSTROPHES: Final = frozenset("'’ʼ")
_IN_NUMBERS: Final = frozenset(".,:/٫٬")


def words(text: str) -> list[Span]:
    """The words of `text`: letters and digits with their marks, clitics included, punctuation left out.

    A number with its separators is one word, so is a name with a number (Tu-160, ميج-31) and a hyphenated
    Latin word; a hyphen between Arabic words parts them.
    """
    found: list[Span] = []
    last: Run | None = None  # the run that the last word ends with
    sign: Run | None = None  # what stands right behind it and may go on with it
    for run in scan(text):
        touches = last is not None and run.start == (sign or last).end
        if run.kind is not Kind.SIGN:
            if last is not None and touches and (sign is None or _ties(text, last, sign, run)):
                found[-1] = Span(found[-1].start, run.end)
            else:
                found.append(Span(run.start, run.end))
            last, sign = run, None
        elif last is not None and touches and sign is None and _rides(text[run.start]):
            found[-1] = Span(found[-1].start, run.end)
            last = run
        elif touches and sign is None:
            sign = run
        else:
            last = sign = None
    return found


def _rides(sign: str) -> bool:
    """Whether a sign belongs to the word before it: a mark of another script, or «_»."""
    return sign == "_" or combining(sign) > 0


def _ties(text: str, before: Run, sign: Run, behind: Run) -> bool:
    """Whether a sign between two runs that it touches makes one word of them."""
    character, digits = text[sign.start], (before.kind is Kind.DIGITS, behind.kind is Kind.DIGITS)
    if character in _APOSTROPHES:
        return not digits[1]  # l’homme
    if character in _IN_NUMBERS:
        return all(digits)  # 3.14, 14:30, 2023/09/17
    if character in _HYPHENS:
        latin = before.kind is Kind.LETTERS and behind.kind is Kind.LETTERS
        return any(digits) or latin  # F-35, 5-HT, Spider-Man
    return False


_ENCLOSED_LENGTH = 200
_PAIRS = ("()", "[]", "{}", "«»", "“”", "‹›", '""')
_QUOTES: Final = frozenset('«“‹"')
_ENCLOSED = "|".join(
    rf"\{first}[^\{first}\{last}\n]{{0,{_ENCLOSED_LENGTH}}}\{last}" for first, last in map(tuple, _PAIRS)
)
_ITEM = r"(?: (?=\d{1,4}[ ]?[^\W\d]) | (?=[^\W\d]) (?=[^\n]{0,300}?[ ]\*\w) )"
"""A day or a number and what it counts, or a word where another such sign follows: one alone may be a footnote's."""
_MARK = re.compile(
    rf"""
    (?P<enclosed> {_ENCLOSED})
    | (?P<stop> [.!?؟…۔؛‼⁇⁈⁉]+) [»”’"'›)\]}}﴾]* (?:[ ][»”›)\]}}﴾])* (?:\[\d{{1,3}}\])*
    | (?P<line> [\n\u2028\u2029] | [ ](?=[•▪●‣][ ]?\w) | (?<!\d)[ ](?=\*{_ITEM}(?![^*\n]*[^\s*]\*)))
    """,
    re.VERBOSE,
)
"""What may end a sentence. A short quotation or parenthesis is one piece, whatever stops are inside. The items of a
list that has lost its lines («*13 يوليو: … *15 يوليو: …», but not «*كلمة*») are lines."""

_QUOTED_SENTENCE = re.compile(r"[.۔]\W$")
_WORDS_OF_A_SENTENCE = 4
"""A quotation shorter than that is a title or an exclamation, even with a stop: the sentence goes on after it."""

_TOKEN = re.compile(rf"[\w{MARKS}{ZWNJ}{ZWJ}.']*$")
_TOKEN_REACH = 24
_ABBREVIATIONS: Final = frozenset({
    "إلخ", "الخ", "تحق", "dr", "mr", "mrs", "ms", "prof", "st", "vs", "inc", "ltd", "co", "jr", "sr", "gen", "sen",
    "gov", "vol", "fig", "pp",
})  # fmt: skip
_INITIALS = re.compile(r"[وفل](?:[أا]\.)?د|(?:[^\W\d_]ـ?\.)*[^\W\d_]ـ?")
"""One letter (د, ص, J) or letters parted by stops (أ.د, ق.م, U.S); a clitic may stand before a doctor's title."""

_ERAS: Final = frozenset({"م", "هـ", "ه", "ق.م", "ب.م", "ق.هـ"})
_AFTER_NUMBER = re.compile(r"\d\s*[\w.]*$")
_ERA_GOES_ON = re.compile(r"\s*(?!و\w|ف\w|ثم\b|كما\b|أما\b)\S")
"""Behind «300 ق.م.» the sentence goes on, unless what follows opens a new one."""

_TWO_LETTERS = re.compile(f"[{LETTERS}][{MARKS}]*[{LETTERS}]")
_SPACE = re.compile(r"\s*")


def sentences(text: str) -> list[Span]:
    """The sentences of `text`, each with its stop and the closing marks behind it, without white space around.

    Sentences end at . ! ؟ … ؛, at every line end and before the sign of an item of a list; a text with hard-wrapped
    lines must have them replaced by spaces first. A stop inside a number, an abbreviation, an address or a short
    quotation ends none.
    """
    spans: list[Span] = []
    start = _after_space(text, 0)
    for mark in _MARK.finditer(text):
        if mark.start() >= start and (mark["line"] is not None or _ends_sentence(text, start, mark)):
            spans.append(Span(start, start + len(text[start : mark.end()].rstrip())))
            start = _after_space(text, mark.end())
    if start < len(text):
        spans.append(Span(start, start + len(text[start:].rstrip())))
    return spans


def _after_space(text: str, place: int) -> int:
    space = _SPACE.match(text, place)
    return space.end() if space else place


def _ends_sentence(text: str, start: int, mark: re.Match[str]) -> bool:
    after = text[mark.end() : mark.end() + 1]
    parted = not after or after.isspace()
    if enclosed := mark["enclosed"]:
        return parted and _is_quoted_sentence(enclosed)
    stop = mark["stop"]
    if mark.start() == start:
        return False  # «… بقي»: what was left out before
    if stop == ".":
        return _full_stop_ends(text, start, mark)
    if stop.strip(".…"):
        return not (after.isascii() and after.isalnum())  # ?q= in an address
    return parted


def _is_quoted_sentence(enclosed: str) -> bool:
    has_stop = enclosed[0] in _QUOTES and _QUOTED_SENTENCE.search(enclosed, len(enclosed) - 2)
    return bool(has_stop) and len(words(enclosed)) >= _WORDS_OF_A_SENTENCE


def _full_stop_ends(text: str, start: int, mark: re.Match[str]) -> bool:
    stop, end = mark.start(), mark.end()
    before = text[max(start, stop - _TOKEN_REACH) : stop]
    found = _TOKEN.search(before)
    token = strip_tashkeel(found[0]).strip(".'") if found else ""
    follows = text[end : end + 1]
    if end == stop + 1 and follows.isalnum():  # «انتهى.ثم» lacks its space; a number, an address does not
        return len(token) > 2 and "." not in token and _TWO_LETTERS.match(text, end) is not None
    if follows and not follows.isspace() and follows not in OPENING:
        return False
    if token in _ERAS and _AFTER_NUMBER.search(before):
        return _ERA_GOES_ON.match(text, end) is None
    if token.isdigit():
        return stop - len(token) > start  # «1.» at the start numbers an item
    return not (token.casefold() in _ABBREVIATIONS or _INITIALS.fullmatch(token))
