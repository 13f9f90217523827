"""What the tables of worth are made of, and that kept answers are the answers."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import answers
import worth

from reader.analysis.model import EntityType, Happening, Mention, MentionBasis
from reader.analysis.recogniser import kept
from reader.text.span import Span

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_row_says_how_much_falls_without_a_step() -> None:
    full = {"a": {"F": 50.0, "P": 40.0}, "b": {"F": 30.0}}
    assert list(worth.rows("x", full, {"a": {"F": 49.5, "P": 40.0}, "b": {}})) == [
        f"{'x':44} {'a':17} F +0.5",
        f"{'':44} {'b':17} F +30.0",
    ]
    assert list(worth.rows("x", full, full)) == [f"{'x':44} nothing"]


def test_answers_come_back_as_they_were_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(answers, "_file", lambda: tmp_path / "kept.json")
    monkeypatch.setattr(answers, "FOLDER", tmp_path)
    name = Mention(Span(0, 3), EntityType.PERSON, score=0.9, basis=MentionBasis.MODEL)
    said = (kept.Heard((name,), (Happening(Span(4, 7), 0.7, 0.1),)), kept.Heard())
    monkeypatch.setattr(kept, "answers", {b"\x00\xff": pickle.dumps(said)})
    answers.keep()
    monkeypatch.setattr(kept, "answers", {})
    answers.recall()
    assert pickle.loads(kept.answers[b"\x00\xff"]) == said
