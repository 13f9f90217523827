"""Where a name that the recogniser found begins and ends, set right where words and lists say so."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reader.analysis.model import EntityType
from reader.analysis.words import lexicon
from reader.analysis.words.clitics import after_letters
from reader.analysis.words.keys import key, keys
from reader.text.span import Span

if TYPE_CHECKING:
    from reader.analysis.model import Mention
    from reader.analysis.names.block import Block

SURE: Final = 0.97
"""Score of a body that stands beside what it is called («فيردر بريمن Werder Bremen»)."""
_PAIRS: Final = ("«»", "“”", '""', "()")
"""Signs that open and close."""
_DIRECTIONS: Final = keys("شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط أقصى")
_COUNTRY: Final = "country"
_CAPITALS: Final = keys("الجزائر تونس الكويت واشنطن المكسيك غواتيمالا بنما جيبوتي")
"""Cities called so besides, since a land or a state has the same name. Of «الجزائر العاصمة», «تونس العاصمة» and
«واشنطن العاصمة» in open passages 41 of 44 are labelled whole; the others are like them."""
_CAPITAL: Final = key("العاصمة")
_PREPOSITIONS: Final = keys("في من إلى عن مع على بين ضد")
_TOLD: Final = (EntityType.WORK, EntityType.ORGANISATION)
"""What is named by what it is, and where («حرب», «لجنة»)."""
_T, _V = key("تي"), key("في")


def join(block: Block) -> None:
    """Makes one of the halves of a place («البوسنة» and «الهرسك»), and drops what a body is right before what it is
    called («قناة سي بي سي»)."""
    text = block.text
    result: list[Mention] = []
    for mention in block.found:
        last = result[-1] if result else mention
        both = Span(last.span.start, mention.span.end)
        between = text[last.span.end : mention.span.start]
        if _alike(last, mention, EntityType.LOCATION) and between == " و" and lexicon.place(both.of(text)) is not None:
            result[-1] = replace(last, span=both, score=max(last.score, mention.score))
        elif _alike(last, mention, EntityType.ORGANISATION) and between.strip('«“"') == " " and last.score < SURE:
            result[-1] = mention
        elif last is mention or not last.span.overlaps(mention.span):
            result.append(mention)
    block.found = result


def _alike(last: Mention, mention: Mention, type_: EntityType) -> bool:
    return last is not mention and last.type is mention.type is type_


def without_direction(block: Block, mention: Mention) -> Mention:
    """A country without the part of it that is meant («شرق كمبوديا»), unless the whole is one («جنوب السودان»)."""
    first, last = block.within(mention.span)
    at = first
    while at < last - 1 and block.key(at) in _DIRECTIONS:
        at += 1
    country = Span(block.tokens[at].start, mention.span.end)
    known = None if at == first else lexicon.place(country.of(block.text))
    if known is None or known.kind != _COUNTRY or mention.type is not EntityType.LOCATION:
        return mention
    return mention if lexicon.place(mention.span.of(block.text)) else replace(mention, span=country)


def with_capital(block: Block, mention: Mention) -> Mention:
    """«الجزائر العاصمة» is a city, and «الجزائر» a land."""
    _, last = block.within(mention.span)
    if mention.type is not EntityType.LOCATION or block.key(last) != _CAPITAL:
        return mention
    if key(mention.span.of(block.text)) not in _CAPITALS or not _is_beside(block, last):
        return mention
    return replace(mention, span=Span(mention.span.start, block.tokens[last].end))


def _is_beside(block: Block, token: int) -> bool:
    """Whether nothing but a blank stands before a token."""
    return block.text[block.tokens[token - 1].end : block.tokens[token].start] == " "


def close_pairs(block: Block) -> None:
    """Has no name hold half a quotation: it goes on to the other sign next to it («جامعة “محمد الأول”»), or loses the
    sign that it ends or begins with («مستشفى «»)."""
    starts = (*(mention.span.start for mention in block.found[1:]), block.span.end)
    behind, closed = block.span.start, []
    for mention, start in zip(block.found, starts, strict=False):
        span, free = mention.span, Span(behind, max(start, mention.span.end))
        for opening, closing in _PAIRS:
            span = _closed(block.text, span, free, opening, closing)
        behind = span.end
        closed.append(replace(mention, span=span))
    block.found = [mention for mention in closed if any(map(str.isalnum, mention.span.of(block.text)))]


def _closed(text: str, span: Span, free: Span, opening: str, closing: str) -> Span:
    """The span with both signs of a pair or with neither; it may grow within `free`."""
    name, (start, end) = span.of(text), span
    odd = opening == closing and name.count(opening) % 2
    unclosed = odd or name.count(opening) > name.count(closing)
    unopened = odd or name.count(opening) < name.count(closing)
    if unclosed and end < free.end and text.startswith(closing, end):
        return Span(start, end + 1)
    if unopened and free.start < start and text.startswith(opening, start - 1):
        return Span(start - 1, end)
    if (unclosed or unopened) and name.endswith((opening, closing)):
        return Span(start, start + len(name[:-1].rstrip()))
    if (unclosed or unopened) and name.startswith((opening, closing)):
        return Span(end - len(name[1:].lstrip()), end)
    return span


def without_preposition(block: Block, mention: Mention) -> Mention:
    """No name ends with a preposition: it goes on to the place right behind it («الحرب الروسية على أوكرانيا»), or loses
    it; but «أم تي في» does with a letter of that sound."""
    first, last = block.within(mention.span)
    if mention.type is not EntityType.PERSON and block.key(last - 1) == _T and block.key(last) == _V:
        return replace(mention, span=Span(mention.span.start, block.tokens[last].end))
    if last - first < 2 or block.key(last - 1) not in _PREPOSITIONS or block.key(last - 2) == _T:
        return mention
    place = _place_behind(block, mention.span.end)
    end = place.span.end if place is not None and mention.type in _TOLD else block.tokens[last - 2].end
    return replace(mention, span=Span(mention.span.start, end))


def _place_behind(block: Block, position: int) -> Mention | None:
    """The place that begins one blank behind a position."""
    at = bisect_left(block.found, position, key=lambda mention: mention.span.start)
    behind = block.found[at] if at < len(block.found) else None
    beside = behind is not None and block.text[position : behind.span.start] == " "
    return behind if beside and behind is not None and behind.type is EntityType.LOCATION else None


def person_without_clitic(block: Block, mention: Mention) -> Mention:
    """«بوائل أبو فاعور» begins with a clitic: only without it a given name is left. Foreign ones are left by too many
    names («فلورا»), and «ل» begins those of the Maghreb («لخضر»)."""
    first, _ = block.within(mention.span)
    token = block.tokens[first]
    if mention.type is not EntityType.PERSON or mention.span.start != token.start or block.words[first].may_be_given:
        return mention
    for reading in block.readings(first)[1:]:
        rest = lexicon.word(reading.key)
        if rest.may_be_given and not rest.foreign and not token.key.startswith("ل"):
            return replace(mention, span=Span(after_letters(block.text, token, reading.letters), mention.span.end))
    return mention


def without_clitic(block: Block, mention: Mention) -> Mention:
    """«للعراق» begins with a clitic: only without it a place of the gazetteer is left."""
    first, last = block.within(mention.span)
    token = block.tokens[first]
    place_or_body = mention.type in (EntityType.LOCATION, EntityType.ORGANISATION)
    if not place_or_body or last - first != 1 or lexicon.place(mention.span.of(block.text)):
        return mention
    for reading in block.readings(first):
        place = lexicon.place(reading.key)
        if place is not None and place.sure:
            begin = after_letters(block.text, token, reading.letters)
            return replace(mention, span=Span(begin, mention.span.end))
    return mention
