"""Real passages: labels here, texts elsewhere, and nothing is learned from a text that was not the labelled one."""

import hashlib
import json
from itertools import pairwise
from pathlib import Path

import pytest

from reader.training import passages as room
from reader.training.passages import PARTS, PassageError, passages
from reader.training.samples import UNSAID, Parts

TEXT = "زار توماس القاهرة، وسيزور لندن."


@pytest.fixture
def labelled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder of the texts; one of them has its labels."""
    row = {
        "id": "p1",
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "names": [[4, 9, "PER", "1"], [10, 17, "LOC/ORG", "2"], [26, 30, "LOC", "3"]],
        "events": [
            {"id": "e1", "triggers": [[0, 3]], "status": "past", "tier": "core", "who": ["1"], "where": ["2"]},
            {"id": "e2", "triggers": [[20, 25]], "status": "planned", "tier": "core", "who": [], "where": ["3"]},
            {"id": "e3", "triggers": [[4, 9]], "status": "past", "tier": "secondary", "who": [], "where": []},
        ],
    }
    (tmp_path / "train.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    monkeypatch.setattr(room, "LABELS", tmp_path)
    return tmp_path


def test_a_passage_is_its_text_with_names_and_happenings(labelled: Path) -> None:
    (labelled / "p1.txt").write_text(TEXT, "utf-8")
    (passage,) = passages(labelled, "train")
    sample = passage.sample
    assert [(label.span.of(TEXT), label.type) for label in sample.labels] == [
        ("توماس", "person"),
        ("القاهرة", "location"),
        ("لندن", "location"),
    ]
    assert [label.type for label in sample.happenings or ()] == ["told", "planned", UNSAID]
    assert [label.parts for label in sample.happenings or ()] == [
        Parts(frozenset({"توماس"}), frozenset({"القاهرة"})),
        Parts(frozenset(), frozenset({"لندن"})),
        Parts(frozenset(), frozenset()),
    ]


@pytest.mark.parametrize(("text", "said"), [(None, "missing"), (TEXT + " ", "not the text")])
def test_a_text_that_is_missing_or_another_stops_with_its_name(labelled: Path, text: str | None, said: str) -> None:
    if text is not None:
        (labelled / "p1.txt").write_text(text, "utf-8")
    with pytest.raises(PassageError, match=rf"p1\.txt.*{said}"):
        list(passages(labelled, "train"))


@pytest.mark.parametrize("part", PARTS)
def test_the_labels_hold_together(part: str) -> None:
    for line in (room.LABELS / f"{part}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        spans = [(start, end) for start, end, _, _ in row["names"]]
        assert all(a[1] <= b[0] for a, b in pairwise(spans)), "in their order, none over another"
        entities = {entity for *_, entity in row["names"]}
        for event in row.get("events", ()):
            assert event["triggers"]
            assert {*event["who"], *event["where"]} <= entities
