"""The trained recogniser where it can be had, and what it said about some paragraphs, kept.

It reads paragraphs in groups that do not hang on what follows. So a document that is analysed beginning by
beginning, or again, is read once.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.analysis.model import Mention
    from reader.analysis.names.model import Recogniser

KEPT: Final = 4_000_000
"""Characters of paragraphs whose mentions are kept."""
_TRIAL: Final = "وصل إلى دمشق."
_RULES_ALONE: Final = "names are found by rules alone"

_Words = tuple[str, ...]
"""The texts of the paragraphs of a group."""
_said: dict[_Words, tuple[tuple[Mention, ...], ...]] = {}
"""The mentions of each paragraph of a group, spans from the paragraph's beginning."""


def read(text: str, blocks: Sequence[Span], *, stop: Callable[[], bool]) -> list[tuple[Mention, ...]] | None:
    """The mentions of each block, None where there is no recogniser. Blocks that `stop()` left unread have none."""
    recogniser = _recogniser()
    if isinstance(recogniser, str):
        return None
    from reader.analysis.names.model import stretches

    groups = list(stretches(blocks))
    new = {_words(text, group): group for group in groups if _words(text, group) not in _said}
    found = recogniser.find(text, sorted(new.values()), stop=stop)
    if not stop():
        _keep(new, found)
    return [mentions for group in groups for mentions in _moved(_said.get(_words(text, group)), group)]


def notice() -> str | None:
    """Why there is no recogniser and what to do, in one line; None where there is one."""
    recogniser = _recogniser()
    return recogniser if isinstance(recogniser, str) else None


def _words(text: str, group: Sequence[Span]) -> _Words:
    return tuple(block.of(text) for block in group)


def _keep(new: dict[_Words, tuple[Span, ...]], found: Sequence[Mention]) -> None:
    if sum(map(_size, _said)) + sum(map(_size, new)) > KEPT:
        _said.clear()
    rest = deque(found)
    for words, group in sorted(new.items(), key=lambda item: item[1]):
        _said[words] = tuple(tuple(_of_block(block, rest)) for block in group)


def _size(words: _Words) -> int:
    return sum(map(len, words))


def _of_block(block: Span, rest: deque[Mention]) -> Iterator[Mention]:
    """Takes the mentions of the block, the next one, from `rest`; spans from the block's beginning."""
    while rest and rest[0].span.start < block.end:
        mention = rest.popleft()
        yield replace(mention, span=mention.span.shift(-block.start))


def _moved(said: tuple[tuple[Mention, ...], ...] | None, group: Sequence[Span]) -> Iterator[tuple[Mention, ...]]:
    for block, mentions in zip(group, said or ((),) * len(group), strict=True):
        yield tuple(replace(mention, span=mention.span.shift(block.start)) for mention in mentions)


@cache
def _recogniser() -> Recogniser | str:
    """The recogniser, or why there is none. A word is read for trial: weights may be loaded and yet be damaged."""
    try:
        from reader.analysis.names import model

        if not model.available():
            return f"{_RULES_ALONE}: the recogniser's weights, or onnxruntime, are not there; install qari anew"
        loaded = model.recogniser()
        loaded.find(_TRIAL, [(Span(0, len(_TRIAL)),)])
    except Exception as error:  # of a damaged file the runtime raises classes of its own, below Exception only
        return f"{_RULES_ALONE}: the recogniser's weights are damaged ({type(error).__name__}); install qari anew"
    return loaded
