"""A step that raises costs what it would have given, and is told; everything else is there."""

from __future__ import annotations

import datetime
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest
from no_exception import contradictions

from reader import wording
from reader.analysis import pipeline, steps
from reader.analysis.model import Analysis, Notice, NoticeKind
from reader.cli import main
from reader.document.build import plain_blocks
from reader.document.model import Document, Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = """القاهرة – 14 مارس 2022 – التقى وزير الدفاع الإيطالي توماس مان أمس في القاهرة هانس كاستورب.

وقال مان إن شركة الأرض ستعود يوم الجمعة إلى بيروت. وتوفي الرئيس يوهان بيل عام 1955 في لندن.
"""
ROOMS = {"dateline": "", "names": "t", "entities": "t", "descriptions": "t", "times": "n", "events": "nt"}
"""What is the same without a room's step, names or times; by the beginning of the step's name."""


def analysis() -> Analysis:
    document = Document(TEXT, plain_blocks(TEXT), Source("a", "text", "utf-8", ""))
    (analysis,) = pipeline.analyse(document)
    return analysis


def _raise(*_: object, **__: object) -> None:
    raise ZeroDivisionError


class Attempts:
    """Stands in for `steps.attempt` wherever it is called: hears the names, and has the step called `failing` raise."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.heard: dict[str, None] = {}
        self.failing = ""
        self._real = steps.attempt
        for name, module in list(sys.modules.items()):
            if name.startswith("reader.analysis") and getattr(module, "attempt", None) is self._real:
                patch.setattr(module, "attempt", self)

    def __call__(self, name: str, run: Callable[..., None], *given: Any, **options: Any) -> Notice | None:
        self.heard[name] = None
        return self._real(name, _raise if name == self.failing else run, *given, **options)


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch) -> Attempts:
    return Attempts(monkeypatch)


def test_each_step_fails_alone(attempts: Attempts) -> None:
    sound = analysis()
    assert len(sound.entities) > 4
    assert len(sound.times) > 3
    assert len(sound.events) > 1
    names = list(attempts.heard)
    assert {step.name for step in pipeline.STEPS} | {"dateline"} < set(names)
    wrong = {}
    for attempts.failing in names:
        faults = _faults(analysis(), sound, attempts.failing)
        if faults:
            wrong[attempts.failing] = faults
    assert wrong == {}


def _faults(broken: Analysis, sound: Analysis, step: str) -> list[str]:
    room, _, part = step.partition(": ")
    kept = ROOMS[room]
    holds = {
        "it is complete": broken.complete,
        "it is told, once": broken.notices == (Notice(NoticeKind.STEP_FAILED, step, "ZeroDivisionError"),),
        "the names are there": broken.entities == sound.entities
        if "n" in kept
        else bool(part) <= bool(broken.entities),
        "the times are there": broken.times == sound.times if "t" in kept else True,
    }
    return [*contradictions(TEXT, broken), *(what for what, true in holds.items() if not true)]


def test_a_failed_step_is_said_in_one_line_in_either_language(attempts: Attempts) -> None:
    analysis()
    for name in attempts.heard:
        told = Notice(NoticeKind.STEP_FAILED, name, "ZeroDivisionError")
        arabic, english = (wording.notice(told, lang) for lang in ("ar", "en"))
        assert english.isascii()
        assert name.partition(":")[0] not in arabic, "the part is said in Arabic"
        assert len(arabic.splitlines()) == len(english.splitlines()) == 1
        assert "{" not in arabic + english


@pytest.mark.parametrize("step", ["dateline", "names", "entities", "times", "events"])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_program_goes_on_and_says_so(
    attempts: Attempts, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, step: str, lang: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    attempts.failing = step
    assert main(["-f", "json", "--lang", lang, str(tmp_path / "a.txt")]) == 0
    printed = capfdbinary.readouterr()
    (notice,) = json.loads(printed.out)["notices"]
    assert notice == wording.notice(Notice(NoticeKind.STEP_FAILED, step, "ZeroDivisionError"), lang)
    (line,) = printed.err.decode().splitlines()
    assert line.startswith("qari: ")
    assert line.endswith(f"a.txt: {notice}")


def test_where_debugging_it_ends_the_program(
    attempts: Attempts, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    monkeypatch.setenv(steps.DEBUG, "1")
    attempts.failing = "times"
    with pytest.raises(ZeroDivisionError):
        main(["-f", "json", str(tmp_path / "a.txt")])


def test_another_date_forgets_that_none_was_found(attempts: Attempts) -> None:
    """What failed in looking for the date of the text does not matter once it is said."""
    document = Document(TEXT, plain_blocks(TEXT), Source("a", "text", "utf-8", ""))
    attempts.failing = "dateline"
    (known,) = pipeline.analyse(document)
    assert known.document_date is None
    (dated,) = pipeline.analyse(document, datetime.date(2022, 3, 14), known=known)
    assert dated.notices == ()
