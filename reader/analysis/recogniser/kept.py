"""The trained recogniser where it can be had, and what it said about some paragraphs, kept.

It reads paragraphs in groups that do not hang on what follows. So a document that is analysed beginning by
beginning, or again, is read once.
"""

from __future__ import annotations

import pickle
from collections import deque
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from reader.analysis.model import Happening, Mention, Notice, NoticeKind
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.analysis.recogniser.network import Recogniser, Said

_One = TypeVar("_One", Mention, Happening)
KEPT: Final = 30_000
"""Groups of paragraphs whose mentions are kept: some 20 million characters."""
_TRIAL: Final = "وصل إلى دمشق."

_loading = Lock()
_threads: int | None = None
"""What the recogniser computes in, once it is loaded; None: in as many as it takes by itself."""


class Heard(NamedTuple):
    """What was said of a paragraph, in its order."""

    mentions: tuple[Mention, ...] = ()
    happenings: tuple[Happening, ...] = ()

    def moved(self, by: int) -> Heard:
        """The same, so many code points further."""
        return Heard(_moved(self.mentions, by), _moved(self.happenings, by))


answers: dict[bytes, bytes] = {}
"""By a group's words what was said of each of its paragraphs, spans from the paragraph's beginning, pickled: as objects
they take three times the memory."""


def read(text: str, blocks: Sequence[Span], *, stop: Callable[[], bool]) -> list[Heard] | None:
    """What is said of each block, None where there is no recogniser. Of blocks that `stop()` left unread nothing."""
    recogniser = _loaded()
    if isinstance(recogniser, Notice):
        return None
    from reader.analysis.recogniser.network import stretches

    groups = {group: _digest(text, group) for group in stretches(blocks)}
    kept = ((digest, answers.get(digest)) for digest in groups.values())
    said = {digest: heard for digest, heard in kept if heard is not None}
    new = {digest: group for group, digest in groups.items() if digest not in said}
    found = recogniser.read(text, sorted(new.values()), stop=stop)
    if not stop():
        read = _by_group(new, found)
        said |= read
        _keep(read)
    return [
        heard.moved(block.start)
        for group, digest in groups.items()
        for block, heard in zip(group, _heard(said.get(digest), group), strict=True)
    ]


def use_threads(count: int) -> None:
    """Has the recogniser compute in so many threads. To be said before anything is read."""
    global _threads
    _threads = count


def notice() -> Notice | None:
    """Why there is no recogniser; None where there is one."""
    recogniser = _loaded()
    return recogniser if isinstance(recogniser, Notice) else None


def _digest(text: str, group: Sequence[Span]) -> bytes:
    """Says which words stand in which blocks of the group, in 16 bytes."""
    words = "".join(f"{block.end - block.start}:{block.of(text)}" for block in group)
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _heard(pickled: bytes | None, group: Sequence[Span]) -> tuple[Heard, ...]:
    """What was said of each block of a group; nothing of one that was not read."""
    said: tuple[Heard, ...] = pickle.loads(pickled) if pickled is not None else (Heard(),) * len(group)
    return said


def _by_group(groups: dict[bytes, tuple[Span, ...]], said: Said) -> dict[bytes, bytes]:
    """What is to be kept of each."""
    mentions, happenings = deque(said.mentions), deque(said.happenings)
    ordered = sorted(groups.items(), key=lambda item: item[1])
    return {
        digest: pickle.dumps(tuple(Heard(_of_block(block, mentions), _of_block(block, happenings)) for block in group))
        for digest, group in ordered
    }


def _keep(read: dict[bytes, bytes]) -> None:
    """Keeps what was read, and forgets the oldest."""
    answers.update(read)
    for digest in list(islice(answers, max(0, len(answers) - KEPT))):
        answers.pop(digest, None)  # another document's worker may have been faster


def _of_block(block: Span, rest: deque[_One]) -> tuple[_One, ...]:
    """Takes what is said of the block, the next one, from `rest`; spans from the block's beginning."""
    taken = []
    while rest and rest[0].span.start < block.end:
        taken.append(rest.popleft())
    return _moved(taken, -block.start)


def _moved(said: Sequence[_One], by: int) -> tuple[_One, ...]:
    return tuple(replace(one, span=one.span.shift(by)) for one in said)


def _loaded() -> Recogniser | Notice:
    """The same for all threads: two that ask at once would each load one."""
    with _loading:
        return _recogniser()


@cache
def _recogniser() -> Recogniser | Notice:
    """The recogniser, or why there is none. A word is read for trial: weights may be loaded and yet be damaged."""
    try:
        from reader.analysis.recogniser import network

        if not network.available():
            return Notice(NoticeKind.NO_RECOGNISER)
        loaded = network.recogniser(network.THREADS if _threads is None else _threads)
        loaded.find(_TRIAL, [(Span(0, len(_TRIAL)),)])
    except Exception as error:  # of a damaged file the runtime raises classes of its own, below Exception only
        return Notice(NoticeKind.DAMAGED_RECOGNISER, error=type(error).__name__)
    return loaded
