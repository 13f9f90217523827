"""Many names looked up at once: a trie of word keys, longest match first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from reader.analysis.words.keys import name_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.analysis.words.tokens import Token

Value = TypeVar("Value")


class _Node(Generic[Value]):
    __slots__ = ("children", "value")

    def __init__(self) -> None:
        self.children: dict[str, _Node[Value]] = {}
        self.value: Value | None = None


class Trie(Generic[Value]):
    """Names as sequences of word keys. The first value stored for a name stays."""

    def __init__(self, names: Iterable[tuple[str, Value]] = ()) -> None:
        self._root: _Node[Value] = _Node()
        for name, value in names:
            self.add(name_keys(name), value)

    def add(self, keys: Sequence[str], value: Value) -> None:
        node = self._root
        for word in keys:
            node = node.children.setdefault(word, _Node())
        if node.value is None:
            node.value = value

    def starts(self, first: str) -> bool:
        return first in self._root.children

    def find(self, keys: Sequence[str]) -> Value | None:
        """The value of exactly this name."""
        node: _Node[Value] | None = self._root
        for word in keys:
            node = node.children.get(word) if node else None
        return node.value if node else None

    def longest(self, first: str, tokens: Sequence[Token], index: int) -> tuple[int, Value] | None:
        """The longest name whose first word is `first` and that goes on in `tokens` behind `index`.

        Gives the index behind its last token and its value. A name never runs over a sign (a hyphen between
        two words is let through).
        """
        node = self._root.children.get(first)
        best: tuple[int, Value] | None = None
        at = index + 1
        while node is not None:
            if node.value is not None:
                best = (at, node.value)
            if at < len(tokens) and tokens[at].key == "-" and tokens[at].glued:
                at += 1
            if at >= len(tokens) or not tokens[at].glued or not node.children:
                break
            node = node.children.get(tokens[at].key)
            at += 1
        return best
