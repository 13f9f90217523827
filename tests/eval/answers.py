"""The recogniser's answers about the texts of the sets, kept on disk: reading is nearly all that a round costs."""

from __future__ import annotations

import hashlib
import json
import pickle
import tempfile
from array import array
from functools import cache
from itertools import starmap
from pathlib import Path
from typing import Any, Final

from reader.analysis import model
from reader.analysis.model import EntityType, Happening, Mention, MentionBasis, RowWords, Tie
from reader.analysis.recogniser import kept
from reader.text.span import Span

FOLDER: Final = Path(tempfile.gettempdir()) / "qari-answers"
"""Outside the repository; what is in it can be thrown away at any time."""


@cache
def _file() -> Path:
    """Of the weights and the code that answer: others have a file of their own."""
    from reader.analysis.recogniser import network

    weights = network.folder()
    digest = hashlib.sha256()
    for path in sorted((*weights.iterdir(), *weights.parent.glob("*.py"), Path(model.__file__))):
        digest.update(path.read_bytes())
    return FOLDER / f"{digest.hexdigest()[:16]}.json"


def recall() -> None:
    """Puts what was kept in the recogniser's place: what stands there is not read again."""
    if _file().is_file():
        said = json.loads(_file().read_text("utf-8"))
        for words, blocks in said.items():
            kept.answers[bytes.fromhex(words)] = pickle.dumps(tuple(map(_heard, blocks)))


def keep() -> None:
    """Writes down what was read. Two at once do no harm: the later one wins."""
    FOLDER.mkdir(exist_ok=True)
    said = {words.hex(): [_written(block) for block in pickle.loads(heard)] for words, heard in kept.answers.items()}
    partial = _file().with_suffix(".part")
    partial.write_text(json.dumps(said), "utf-8")
    partial.replace(_file())


def _row(written: list[list[int]]) -> RowWords:
    offsets, *said = written
    return RowWords(array("i", offsets), *(array("b", logits) for logits in said))


def _heard(written: dict[str, list[list[Any]]]) -> kept.Heard:
    return kept.Heard(
        tuple(
            Mention(Span(start, end), EntityType(type_), score=score, basis=MentionBasis.MODEL)
            for start, end, type_, score in written["mentions"]
        ),
        tuple(
            Happening(
                Span(start, end),
                told,
                planned,
                None if ties is None else tuple(starmap(Tie, ties)),
                None if row is None else _row(row),
            )
            for start, end, told, planned, ties, row in written["happenings"]
        ),
    )


def _written(heard: kept.Heard) -> dict[str, list[tuple[Any, ...]]]:
    return {
        "mentions": [(*mention.span, str(mention.type), mention.score) for mention in heard.mentions],
        "happenings": [
            (*one.span, one.told, one.planned, one.ties, one.row and list(map(list, one.row)))
            for one in heard.happenings
        ],
    }
