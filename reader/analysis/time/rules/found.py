"""What a rule has to do with: its match, asked by the names of its groups, and what it makes of one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.analysis.time import numbers
from reader.analysis.time.meaning import Draft

if TYPE_CHECKING:
    from reader.analysis.time.meaning import Meaning
    from reader.analysis.time.tokens import Segment, Token


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule, asked by the names of its groups."""

    segment: Segment
    match: re.Match[str]

    def has(self, name: str) -> bool:
        return self.match.groupdict().get(name) is not None

    def tokens(self, name: str) -> list[Token]:
        if not self.has(name):
            return []
        start, end = self.match.span(name)
        return self.segment.tokens[start:end]

    def key(self, name: str) -> str:
        """The value of the group's first word."""
        return self.tokens(name)[0].entry.key

    def get(self, name: str) -> str | None:
        """The same, or None where the group did not match."""
        return self.key(name) if self.has(name) else None

    def first(self, *names: str) -> str | None:
        """The first of these groups that matched."""
        return next((name for name in names if self.has(name)), None)

    def integer(self, name: str) -> int | None:
        """What the table says of a group, as a number; None where it did not match."""
        return int(self.key(name)) if self.has(name) else None

    def ordinal(self, name: str) -> int:
        """«الثاني والعشرين» and «22»."""
        return sum(int(token.entry.key) for token in self.tokens(name) if token.entry.key)

    def number(self, name: str) -> float | None:
        """Digits or number words; None where the figure is no plain number."""
        tokens = self.tokens(name)
        if len(tokens) == 1 and tokens[0].entry.cls != "number":
            word = tokens[0].word
            if re.fullmatch(r"\d{1,3}(,\d{3}){1,3}", word):
                return float(word.replace(",", ""))
            return float(word) if re.fullmatch(r"\d{1,9}(\.\d{1,4})?", word) else None
        parts, joined = [], False
        for token in tokens:
            if token.entry.cls == "clitic_and":
                joined = True
            else:
                parts.append(numbers.Part(int(token.entry.key), joined))
                joined = False
        value = numbers.value(parts)
        return None if value is None else float(value)

    def token(self, offset: int) -> Token | None:
        """The token `offset` places behind the match (0 is the next one), or before it (-1)."""
        at = self.match.end() + offset if offset >= 0 else self.match.start() + offset
        return self.segment.tokens[at] if 0 <= at < len(self.segment.tokens) else None

    def draft(self, meaning: Meaning, *, group: str | None = None, until: str | None = None, **more: Any) -> Draft:
        """The whole match, or one group, or up to where a group begins, as a draft."""
        first, last = self.match.span(group) if group else self.match.span()
        if until:
            last = self.match.start(until)
        tokens = self.segment.tokens
        return Draft(first, last, tokens[first].start, tokens[last - 1].end, meaning, **more)


Builder = Callable[[Found], "Draft | list[Draft] | None"]
"""What a rule does with its match: expressions, None (not this, after all) or [] (a name, to be left alone)."""
