"""Sentences whose names stand in brackets, as the recogniser would have found them: for tests of what comes behind."""

from __future__ import annotations

import re

from reader.analysis.model import EntityType, Mention
from reader.analysis.names.block import Block
from reader.text.span import Span

_NAME = re.compile(r"\[([^\]]+)\]")


def block_of(line: str, type_: EntityType = EntityType.PERSON, score: float = 0.9) -> Block:
    """The line without its brackets, with a mention for each name that they held."""
    text, found = "", []
    for part in re.split(r"(\[[^\]]+\])", line):
        if match := _NAME.fullmatch(part):
            found.append(Mention(Span(len(text), len(text) + len(match[1])), type_, score=score))
        text += match[1] if match else part
    return Block(text, Span(0, len(text)), found=found)


def left_of(block: Block) -> list[str]:
    """The names that are found in it, as they are written."""
    return [mention.span.of(block.text) for mention in (*block.found, *block.mentions)]
