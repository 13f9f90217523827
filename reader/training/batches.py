"""From samples to batches: a seeded stream of epochs, with the variety that one writing of a text lacks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

import torch  # type: ignore[import-not-found,unused-ignore]

from reader.analysis.recogniser.pieces import PAD, UNKNOWN
from reader.training.clitics import Attested
from reader.training.corpus import Example, encode, join, sentences
from reader.training.network import POSITIONS
from reader.training.samples import Convention, Sample
from reader.training.substitute import Pool, substitute

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator, Sequence

    from torch import Tensor

    from reader.analysis.recogniser.pieces import Tokenizer

PIECES_A_BATCH: Final = 1024
_TOGETHER: Final = (1, 2, 4, 8, 16)
"""How many sentences that follow each other are seen as one text, drawn from these: what has been named stands
in the window when its short form comes."""
_LONGEST: Final = 900
"""Characters of sentences seen as one text: they fit in a window."""
_WHOLE_SHARE: Final = 0.75
"""Of the texts whose happenings are told of: seen with all sentences that fit, so that who takes part stands in the
window."""
_LAZY_SHARE: Final = 0.15
"""Share of texts read as if written without hamzas, dots on ya and ta marbuta."""
_LAZY: Final = (str.maketrans("أإآ", "ااا"), str.maketrans("أإآىة", "ااايه"), str.maketrans("ي", "ى"))
_UNKNOWN_SHARE: Final = 0.03
"""Share of pieces that are hidden from the model, so that it learns to read what stands around a name."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of one length. `units` are flat positions (row * length + piece) of the units' first pieces; `tags`,
    `clitics` and `happenings` are their answers. `ties` are rows of two such positions, that of a word which
    asks and that of one which answers; `tied` says by which of TIES they are."""

    ids: Tensor
    conventions: Tensor
    units: Tensor
    tags: Tensor
    clitics: Tensor
    happenings: Tensor
    ties: Tensor
    tied: Tensor


class Weights(NamedTuple):
    """How often an epoch sees a text that was labelled by our conventions: one that we wrote, a real one, and one of
    whose happenings the rows are known. Those of the groups `first` are seen twice."""

    own: int
    real: int
    rows: int
    first: frozenset[str] = frozenset()

    def of(self, sample: Sample) -> int:
        """How often it sees this one."""
        if sample.group in self.first:
            return 2
        if sample.has_rows:
            return self.rows
        return self.real if sample.group.startswith(("real:", "open:")) else self.own


def epoch(
    samples: Sequence[Sample], tokenizer: Tokenizer, names: Iterable[str], rng: random.Random, weights: Weights
) -> list[Batch]:
    """Every sample once, those of our conventions as often as `weights` say, in random order and batches of like
    length. `names` are those of places."""
    attested = Attested(samples, names)
    pool = Pool(samples, names, attested)
    texts = list(_texts(samples, pool, rng, weights))
    examples = [encode(_vary(text, rng), tokenizer, attested) for text in texts]
    examples = [_hide(example, rng) for example in examples if example.firsts and len(example.ids) <= POSITIONS]
    batches = [collate(rows) for rows in _by_length(examples)]
    rng.shuffle(batches)
    return batches


def _texts(samples: Sequence[Sample], pool: Pool, rng: random.Random, weights: Weights) -> Iterator[Sample]:
    others = [sample for sample in samples if sample.convention is not Convention.OURS]
    yield from _joined(others, rng)
    for piece in samples:
        if piece.convention is Convention.OURS:
            for copy in range(weights.of(piece)):
                whole = piece.tells_parts and rng.random() < _WHOLE_SHARE
                parts = sentences(substitute(piece, pool, rng) if copy % 2 else piece)
                yield from _joined(parts, rng, (len(parts),) if whole else _TOGETHER)


def _joined(parts: Sequence[Sample], rng: random.Random, counts: Sequence[int] = _TOGETHER) -> Iterator[Sample]:
    position = 0
    while position < len(parts):
        together = [parts[position]]
        for part in parts[position + 1 : position + rng.choice(counts)]:
            length = sum(len(other.text) for other in together)
            if part.convention is not together[0].convention or length + len(part.text) > _LONGEST:
                break
            together.append(part)
        yield join(together)
        position += len(together)


def _vary(sample: Sample, rng: random.Random) -> Sample:
    if rng.random() >= _LAZY_SHARE:
        return sample
    return replace(sample, text=sample.text.translate(rng.choice(_LAZY)))


def _hide(example: Example, rng: random.Random) -> Example:
    ids = example.ids
    hidden = (UNKNOWN if rng.random() < _UNKNOWN_SHARE else id_ for id_ in ids[1:-1])
    return replace(example, ids=(ids[0], *hidden, ids[-1]))


def _by_length(examples: Iterable[Example]) -> Iterator[list[Example]]:
    rows: list[Example] = []
    for example in sorted(examples, key=lambda example: len(example.ids)):
        if rows and (len(rows) + 1) * len(example.ids) > PIECES_A_BATCH:
            yield rows
            rows = []
        rows.append(example)
    if rows:
        yield rows


def collate(rows: Sequence[Example]) -> Batch:
    length = max(len(row.ids) for row in rows)
    return Batch(
        ids=torch.tensor([[*row.ids, *[PAD] * (length - len(row.ids))] for row in rows]),
        conventions=torch.tensor([row.convention for row in rows]),
        units=torch.tensor([index * length + first for index, row in enumerate(rows) for first in row.firsts]),
        tags=torch.tensor([tag for row in rows for tag in row.tags]),
        clitics=torch.tensor([clitic for row in rows for clitic in row.clitics]),
        happenings=torch.tensor([happening for row in rows for happening in row.happenings]),
        ties=torch.tensor(
            [[index * length + at for at in tie[:2]] for index, row in enumerate(rows) for tie in row.ties]
        ),
        tied=torch.tensor([tie.tied for row in rows for tie in row.ties]),
    )
