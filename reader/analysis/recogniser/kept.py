"""The trained recogniser where it can be had, and what it said about some paragraphs, kept.

It reads paragraphs in groups that do not hang on what follows. So a document that is analysed beginning by
beginning, or again, is read once.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from itertools import islice
from typing import TYPE_CHECKING, Final

from reader.analysis.model import Mention, Notice, NoticeKind
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.analysis.recogniser.network import Recogniser

KEPT: Final = 30_000
"""Groups of paragraphs whose mentions are kept: some 20 million characters."""
_TRIAL: Final = "وصل إلى دمشق."

_threads: list[int] = [2]
"""The last one counts."""

_Said = tuple[tuple[Mention, ...], ...]
"""The mentions of each paragraph of a group, spans from the paragraph's beginning."""
answers: dict[bytes, _Said] = {}
"""By the group's words."""


def read(text: str, blocks: Sequence[Span], *, stop: Callable[[], bool]) -> list[tuple[Mention, ...]] | None:
    """The mentions of each block, None where there is no recogniser. Blocks that `stop()` left unread have none."""
    recogniser = _recogniser()
    if isinstance(recogniser, Notice):
        return None
    from reader.analysis.recogniser.network import stretches

    groups = {group: _digest(text, group) for group in stretches(blocks)}
    kept = ((digest, answers.get(digest)) for digest in groups.values())
    said = {digest: mentions for digest, mentions in kept if mentions is not None}
    new = {digest: group for group, digest in groups.items() if digest not in said}
    found = recogniser.find(text, sorted(new.values()), stop=stop)
    if not stop():
        read = _by_group(new, found)
        said |= read
        _keep(read)
    return [mentions for group, digest in groups.items() for mentions in _moved(said.get(digest), group)]


def use_threads(count: int) -> None:
    """Has the recogniser compute in so many threads. To be said before anything is read."""
    _threads.append(count)


def notice() -> Notice | None:
    """Why there is no recogniser; None where there is one."""
    recogniser = _recogniser()
    return recogniser if isinstance(recogniser, Notice) else None


def _digest(text: str, group: Sequence[Span]) -> bytes:
    """Says which words stand in which blocks of the group, in 16 bytes."""
    words = "".join(f"{block.end - block.start}:{block.of(text)}" for block in group)
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _by_group(groups: dict[bytes, tuple[Span, ...]], found: Sequence[Mention]) -> dict[bytes, _Said]:
    rest = deque(found)
    ordered = sorted(groups.items(), key=lambda item: item[1])
    return {digest: tuple(tuple(_of_block(block, rest)) for block in group) for digest, group in ordered}


def _keep(read: dict[bytes, _Said]) -> None:
    """Keeps what was read, and forgets the oldest."""
    answers.update(read)
    for digest in list(islice(answers, max(0, len(answers) - KEPT))):
        answers.pop(digest, None)  # another document's worker may have been faster


def _of_block(block: Span, rest: deque[Mention]) -> Iterator[Mention]:
    """Takes the mentions of the block, the next one, from `rest`; spans from the block's beginning."""
    while rest and rest[0].span.start < block.end:
        mention = rest.popleft()
        yield replace(mention, span=mention.span.shift(-block.start))


def _moved(said: _Said | None, group: Sequence[Span]) -> Iterator[tuple[Mention, ...]]:
    for block, mentions in zip(group, said or ((),) * len(group), strict=True):
        yield tuple(replace(mention, span=mention.span.shift(block.start)) for mention in mentions)


@cache
def _recogniser() -> Recogniser | Notice:
    """The recogniser, or why there is none. A word is read for trial: weights may be loaded and yet be damaged."""
    try:
        from reader.analysis.recogniser import network

        if not network.available():
            return Notice(NoticeKind.NO_RECOGNISER)
        loaded = network.recogniser(_threads[-1])
        loaded.find(_TRIAL, [(Span(0, len(_TRIAL)),)])
    except Exception as error:  # of a damaged file the runtime raises classes of its own, below Exception only
        return Notice(NoticeKind.DAMAGED_RECOGNISER, error=type(error).__name__)
    return loaded
