"""The trained recogniser where it can be had, and what it said about a paragraph, kept.

It reads a paragraph without its neighbours. So a document that is analysed beginning by beginning, or again, is
read once.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.analysis.model import Mention
    from reader.analysis.names.model import Recogniser

KEPT: Final = 4_000_000
"""Characters of paragraphs whose mentions are kept."""
_TRIAL: Final = "وصل إلى دمشق."
_RULES_ALONE: Final = "names are found by rules alone"

_said: dict[str, tuple[Mention, ...]] = {}
"""Paragraphs and their mentions, spans from the paragraph's beginning."""


def read(text: str, blocks: Sequence[Span], *, stop: Callable[[], bool]) -> list[tuple[Mention, ...]] | None:
    """The mentions of each block, None where there is no recogniser. Blocks that `stop()` left unread have none."""
    recogniser = _recogniser()
    if isinstance(recogniser, str):
        return None
    new = {block.of(text): block for block in blocks if block.of(text) not in _said}
    found = recogniser.find(text, sorted(new.values()), stop=stop)
    if not stop():
        _keep(new, found)
    return [_moved(_said.get(block.of(text), ()), block.start) for block in blocks]


def notice() -> str | None:
    """Why there is no recogniser and what to do, in one line; None where there is one."""
    recogniser = _recogniser()
    return recogniser if isinstance(recogniser, str) else None


def _keep(new: dict[str, Span], found: Sequence[Mention]) -> None:
    if sum(map(len, _said)) + sum(map(len, new)) > KEPT:
        _said.clear()
    rest = iter(found)
    mention = next(rest, None)
    for paragraph, block in sorted(new.items(), key=lambda item: item[1]):
        said = []
        while mention is not None and mention.span.start < block.end:
            said.append(mention)
            mention = next(rest, None)
        _said[paragraph] = _moved(said, -block.start)


def _moved(mentions: Sequence[Mention], by: int) -> tuple[Mention, ...]:
    return tuple(replace(mention, span=mention.span.shift(by)) for mention in mentions)


@cache
def _recogniser() -> Recogniser | str:
    """The recogniser, or why there is none. A word is read for trial: weights may be loaded and yet be damaged."""
    try:
        from reader.analysis.names import model

        if not model.available():
            return f"{_RULES_ALONE}: the recogniser's weights, or onnxruntime, are not there; install qari anew"
        loaded = model.recogniser()
        loaded.find(_TRIAL, [Span(0, len(_TRIAL))])
    except Exception as error:  # of a damaged file the runtime raises classes of its own, below Exception only
        return f"{_RULES_ALONE}: the recogniser's weights are damaged ({type(error).__name__}); install qari anew"
    return loaded
