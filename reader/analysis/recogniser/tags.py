"""The labels that the recogniser gives to units of text, and the most probable sound sequence of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np

from reader.analysis.model import EntityType
from reader.analysis.words.clitics import MOST_CLITICS

if TYPE_CHECKING:
    from numpy.typing import NDArray

_Rows = TypeVar("_Rows", bound=Any)
TYPES: Final = tuple(EntityType)
TAGS: Final = ("O", *(f"{prefix}-{type_}" for type_ in TYPES for prefix in "BI"))
"""BIO: at 2k + 1 a mention of the k-th type begins, at 2k + 2 it goes on."""
HAPPENINGS: Final = ("none", "told", "planned")
"""What a word is to the timeline: nothing, or the trigger of a happening that is told as a fact, or as planned."""
CLITICS: Final = slice(len(TAGS), len(TAGS) + MOST_CLITICS + 1)
"""The columns of the model's output behind those of the tags: one for each number of clitic letters (0, 1, 2) that
stand before a name within its first word."""
HAPPENED: Final = slice(CLITICS.stop, CLITICS.stop + len(HAPPENINGS))
"""The columns behind these: one for each of HAPPENINGS."""
TIES: Final = ("who", "where", "long", "short", "behind", "put in", "together")
"""How one word may be tied to another: a name takes part in a happening, or is its place; a word is said in the row of
a happening, in a narrow one, or has something put in behind it; a name is what is put in; a word is said in rows when
the one before it is."""
TIE_WIDTH: Final = 24
"""Numbers by which one word asks for what is tied to it, and another answers."""
TIED: Final = slice(HAPPENED.stop, HAPPENED.stop + 2 * len(TIES) * (1 + TIE_WIDTH))
"""The columns behind these: what a word says as the one that asks, then as the one that answers, of each of TIES in
turn; each first by itself, then to be met by the other (`ties`)."""
OUTPUTS: Final = TIED.stop

_IMPOSSIBLE: Final = -1e4


def ties(asking: _Rows, answering: _Rows) -> _Rows:
    """How words are tied, by their rows of TIED, one to one or one to all: raw scores `[rows, TIES]`. Rows of numpy as
    well as of torch, in which it is trained."""
    asks = asking.reshape(-1, 2, len(TIES), 1 + TIE_WIDTH)[:, 0]
    answers = answering.reshape(-1, 2, len(TIES), 1 + TIE_WIDTH)[:, 1]
    fits = (asks[..., 1:] * answers[..., 1:]).sum(-1) / TIE_WIDTH**0.5
    return fits + asks[..., 0] + answers[..., 0]  # type: ignore[no-any-return]


def _transitions() -> NDArray[np.float32]:
    allowed = np.zeros((len(TAGS), len(TAGS)), np.float32)
    for inside in range(2, len(TAGS), 2):
        allowed[:, inside] = _IMPOSSIBLE
        allowed[[inside - 1, inside], inside] = 0
    return allowed


def decode(scores: NDArray[np.float32]) -> NDArray[np.intp]:
    """The best tag of each row of `scores` (log-probabilities, a row a unit) such that every I follows a B or
    I of its own type (Viterbi)."""
    if not len(scores):
        return np.zeros(0, np.intp)
    transitions = _transitions()
    best = scores[0] + transitions[0]
    back = np.zeros(scores.shape, np.intp)
    every = np.arange(len(TAGS))
    for row in range(1, len(scores)):
        reached = best[:, None] + transitions
        back[row] = reached.argmax(axis=0)
        best = reached[back[row], every] + scores[row]
    path = np.zeros(len(scores), np.intp)
    path[-1] = best.argmax()
    for row in range(len(scores) - 1, 0, -1):
        path[row - 1] = back[row, path[row]]
    return path


def runs(tags: NDArray[np.intp]) -> list[tuple[int, int, EntityType]]:
    """The mentions in a sound sequence of tags: first unit, the unit after the last, type."""
    found: list[tuple[int, int, EntityType]] = []
    for index, tag in enumerate(tags.tolist()):
        if tag % 2:
            found.append((index, index + 1, TYPES[tag // 2]))
        elif tag:
            start, _, type_ = found[-1]
            found[-1] = (start, index + 1, type_)
    return found
