"""Titles: what stands before a name and is no part of it, with what an office may have in between."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.analysis.model import EntityType
from reader.analysis.names.gazetteer import CLASS_OUTSIDE
from reader.analysis.words import lexicon
from reader.analysis.words.clitics import Reading, after_letters
from reader.analysis.words.keys import keys
from reader.analysis.words.verbs import is_plainly_verb
from reader.text.arabic import TATWEEL

if TYPE_CHECKING:
    from reader.analysis.names.block import Block

COMPLEMENT = 6
"""Tokens between an office and its bearer: «المتحدث باسم وزارة الخارجية الروسية …»."""
QUALIFIERS = keys(
    "السابق السابقة الأسبق الحالي الحالية الراحل الراحلة المنتخب المنتخبة المكلف العام العامة الأعلى الأول الركن"
    " الجديد الجديدة الشهير الشهيرة المعروف المعروفة الدائم الخاص الثاني السامي التنفيذي التنفيذية المؤقت"
)
_NO_COMPLEMENT = keys(
    "الذي التي الذين اللذين اللذان اللتين اللواتي اليوم الآن الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس"
    " الجمعة السبت الماضي الماضية المقبل المقبلة القادم القادمة الحالي الحالية الأخير الأخيرة الجاري المذكور"
    " السابق السابقة الى التى الذى الرغم العكس الرئيس الملك الشيخ الدكتور السيد الإسلام العمل الأرض العالم"
)
_LINKS = keys("لشؤون باسم في لدى على من بن")
_SLASH = "/"
"""Letters and minutes part a title from its bearer with it («السيد/ صلاح عطية»)."""


class Title(NamedTuple):
    """A title in a block, in tokens; `letters` of its first one are clitics, the name begins at `name_at`."""

    start: int
    letters: int
    name_at: int


def find(block: Block) -> None:
    """Gives the persons that have been found already the titles that stand before them, with no clitic between."""
    starts = {token.start: index for index, token in enumerate(block.tokens)}
    persons = {
        starts[mention.span.start]: number
        for number, mention in enumerate(block.mentions)
        if mention.type is EntityType.PERSON and mention.span.start in starts
    }
    index = 0
    while index < len(block.tokens) and persons:
        free = block.taken[index] is None and block.is_word(index)
        title = _title_at(block, index) if free else None
        number = persons.get(title.name_at) if title else None
        if title is not None and number is not None:
            block.mentions[number] = replace(block.mentions[number], title=_title_words(block, title))
            index = title.name_at
        index += 1


def _title_words(block: Block, title: Title) -> str:
    """The title as it is written, without the slash before a name and without tatweel."""
    first, last = block.tokens[title.start], block.tokens[title.name_at - 1]
    begin = after_letters(block.text, first, title.letters)
    words = block.text[begin : last.end].rstrip(f"{_SLASH} ").replace(TATWEEL, "")
    return _with_article(words, block.key(title.start)[: title.letters])


def _with_article(words: str, clitics: str) -> str:
    """«للسيد» gets the alef of its article back."""
    lost = clitics.endswith("ل") and words.startswith("ل") and not words.startswith("لل")
    return "ا" + words if lost else words


def _title_at(block: Block, index: int) -> Title | None:
    """The title that begins at `index`, with what stands between it and a name."""
    titles = lexicon.titles()
    for reading in block.readings(index):
        for first in (reading.key, "ال" + reading.key):
            if not titles.starts(first) or (first != reading.key and reading.letters):
                continue
            match = titles.longest(first, block.tokens, index)
            if match is None or not block.free(index, match[0]):
                continue
            name_at = _behind_title(block, match[0], office=match[1] == "office")
            if name_at is not None:
                return Title(index, reading.letters, name_at)
    return None


def _behind_title(block: Block, index: int, *, office: bool) -> int | None:
    """Where the name begins behind a title that ends before `index`."""
    begin, limit = index, index + (COMPLEMENT if office else 3)
    while index < min(limit, len(block.tokens)) and block.tokens[index].glued:
        word = block.words[index]
        if block.taken[index] is EntityType.PERSON:
            return index
        if not block.is_word(index) and word.key != _SLASH:
            return None
        following = lexicon.titles().longest(word.key, block.tokens, index)
        if following is not None:
            index = following[0]
        elif (
            word.demonym is not None
            or word.key in QUALIFIERS
            or word.key == _SLASH
            or (office and (block.taken[index] is not None or _complements(block, index, first=index == begin)))
        ):
            index += 1
        else:
            return None
    return None


def _complements(block: Block, index: int, *, first: bool) -> bool:
    """Whether the word may belong to an office: «الدفاع», «باسم», a place, «والتجارة», and «خارجية» as the first."""
    word = block.words[index]
    if word.key in _LINKS:
        return True
    if word.key in _NO_COMPLEMENT or word.key in lexicon.FUNCTION or is_plainly_verb(word.key):
        return False
    definite = word.definite or word.key.startswith(("وال", "لل")) or block.key(index - 1) in CLASS_OUTSIDE
    return definite or _sure_place(block, index) or (first and word.common)


def _sure_place(block: Block, index: int) -> bool:
    """Whether a well-known place stands here, behind a clitic too."""
    whole = block.words[index]
    for reading in block.readings(index) if whole.unknown else (Reading(0, whole.key),):
        match = lexicon.places().longest(reading.key, block.tokens, index)
        if match is not None and match[1].sure and reading.key not in lexicon.gated_places():
            return True
    return False
