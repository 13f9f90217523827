"""Real passages that were labelled by hand: offsets here (`real/`), the texts elsewhere, never in this repository."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reader.text.span import Span
from reader.training.samples import INLINE, UNSAID, Convention, Label, Parts, Sample

if TYPE_CHECKING:
    from collections.abc import Iterator

LABELS: Final = Path(__file__).parent / "real"
PARTS: Final = ("train", "dev", "test")
"""Weights are learned from the first, rules and thresholds chosen on the second, nothing on the third."""


class PassageError(ValueError):
    """A passage whose text is not there, or not the one that was labelled."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and what was written down about it: a row of `real/PART.jsonl`, whose form real/README.md tells."""

    id: str
    text: str
    row: dict[str, Any]

    @property
    def labels(self) -> tuple[Label, ...]:
        """Its names; of two permitted types the first."""
        return tuple(Label(Span(start, end), INLINE[type_[:3]]) for start, end, type_, _ in self.row["names"])

    @property
    def sample(self) -> Sample:
        """The passage as what is learned from."""
        return Sample(self.text, self.labels, Convention.OURS, f"real:{self.id}", self.happenings)

    @property
    def happenings(self) -> tuple[Label, ...] | None:
        """The triggers of its events, None where events were not labelled. Secondary ones are left unsaid."""
        if "events" not in self.row:
            return None
        return tuple(
            Label(Span(*span), _happening(event["status"], event["tier"]), self._parts(event))
            for event in self.row["events"]
            for span in event["triggers"]
        )

    def _parts(self, event: dict[str, Any]) -> Parts:
        names = [(self.text[start:end], entity) for start, end, _, entity in self.row["names"]]
        return Parts(*(frozenset(name for name, id_ in names if id_ in event[part]) for part in Parts._fields))


def _happening(status: str, tier: str) -> str:
    if tier != "core":
        return UNSAID
    return "planned" if status == "planned" else "told"


def passages(texts: Path, part: str) -> Iterator[Passage]:
    """The labelled passages of a part, their texts read from the folder `texts` (ID.txt).

    Raises PassageError, naming the passage, where a text is missing or another one.
    """
    for line in (LABELS / f"{part}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Passage(row["id"], _text(texts / f"{row['id']}.txt", row["sha256"]), row)


def _text(path: Path, digest: str) -> str:
    if not path.is_file():
        raise PassageError(f"{path}: the text of a labelled passage is missing")
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != digest:
        raise PassageError(f"{path}: not the text that was labelled")
    return data.decode("utf-8")
