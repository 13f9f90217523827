"""Products and works: letter-digit codes, names behind «طائرة», «صاروخ» …, titles of books and films."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.analysis.model import EntityType
from reader.analysis.words.keys import keys
from reader.analysis.words.tokens import closes_quote, opens_quote

if TYPE_CHECKING:
    from reader.analysis.names.block import Block

_CODE = re.compile(r"[A-Z][A-Za-z]{0,3}-?[0-9]{1,4}[A-Z]{0,2}[0-9]?")
_SHORT_CODE = re.compile(r"[A-Z][0-9]")
_NO_CODE = re.compile(r"(?i)covid|[gbp]-?[0-9]{1,2}$|A[34]$")
_MAKER = keys(
    "إف ميغ ميج سوخوي سو توبوليف إس اس بوينغ بوينج إيرباص ايرباص أنتونوف إليوشن كاموف مي ياك رافال شاهد"
    " فاتح زلزال أبولو سويوز شنتشو آيفون أيفون بلايستيشن تي"
)
_MODEL_FIRST = keys("طراز صاروخ طائرة دبابة منظومة غواصة فرقاطة مدمرة تطبيق هاتف مركبة")
_WORK = keys(
    "رواية الرواية فيلم الفيلم كتاب كتابه كتابها مسلسل مسرحية قصيدة ديوان أغنية ألبوم باليه أوبرا لوحة مقال"
    " رسالة ملحمة برنامج سيمفونية روايته روايتها فيلمه ألبومه مسرحيته قصيدته ديوانه معاهدة اتفاقية عملية"
)
_DISTANCE = 5
"""Tokens between the noun of a work and its quoted title."""
_LONGEST_TITLE = 9


def find(block: Block) -> None:
    for index, token in enumerate(block.tokens):
        if block.taken[index] is not None:
            continue
        if token.kind == "latin":
            _code(block, index)
        elif token.kind == "word":
            _ = _numbered(block, index) or _behind_kind(block, index)
        elif opens_quote(token):
            _titled_work(block, index)


def _code(block: Block, index: int) -> None:
    """«Tu-160», «F16», and «S 400» never: a code is one word."""
    token = block.tokens[index]
    written = block.text[token.start : token.end]
    if _CODE.fullmatch(written) and not _NO_CODE.match(written) and not _SHORT_CODE.fullmatch(written):
        block.add(index, index + 1, EntityType.PRODUCT, score=0.8)


def _numbered(block: Block, index: int) -> bool:
    """«إف-16», «ميغ 29»: a maker's name in Arabic letters and a number."""
    reading = next((reading for reading in block.readings(index) if reading.key in _MAKER), None)
    if reading is None:
        return False
    number = index + 1
    if number < len(block.tokens) and block.tokens[number].key == "-":
        number += 1
    if number >= len(block.tokens) or block.tokens[number].kind != "number" or not block.tokens[number].glued:
        return False
    block.add(index, number + 1, EntityType.PRODUCT, letters=reading.letters, score=0.85)
    return True


def _behind_kind(block: Block, index: int) -> bool:
    """«صاروخ X», «من طراز X»: one or two unknown words behind the noun, and a number if there is one."""
    if block.foreign_script or block.key(index - 1) not in _MODEL_FIRST or not block.continues(index):
        return False
    end = index
    while end < index + 2 and block.continues(end) and block.words[end].unknown and block.key(end)[0] != "و":
        end += 1
    if end == index:
        return False
    if end < len(block.tokens) and block.tokens[end].kind == "number" and block.tokens[end].glued:
        end += 1
    block.add(index, end, EntityType.PRODUCT, score=0.6)
    return True


def _titled_work(block: Block, index: int) -> None:
    """A title in quotation marks, close behind the noun that says what it is."""
    before = range(max(0, index - _DISTANCE), index)
    if block.tokens[index].key == "(" or not any(block.key(i) in _WORK for i in before):
        return
    for end in range(index + 2, min(index + 2 + _LONGEST_TITLE, len(block.tokens))):
        if closes_quote(block.tokens[end]):
            block.add(index + 1, end, EntityType.WORK, score=0.75)
            return
