"""A file that changes while it is read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from reader.reading import Reading
from reader.tui.parts.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Look = tuple[Watching, list[bool]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("كان في المدينة نهر.", "utf-8")
    return path


@pytest.fixture
def watching(file: Path) -> Look:
    told: list[bool] = []
    clocks: list[Callable[[], None]] = []
    made = Watching(Reading.open(file), every=lambda _, look: clocks.append(look), tell=lambda: told.append(True))
    made.begin()
    assert clocks == [made.look]
    return made, told


def test_what_has_not_changed_is_not_told(watching: Look) -> None:
    made, told = watching
    made.look()
    made.look()
    assert (made.changed, told) == (False, [])


def test_a_change_is_told_once_and_not_before_it_is_all_written(watching: Look, file: Path) -> None:
    made, told = watching
    for text in ("كان", "كان في المدينة", "كان في المدينة جسر."):
        file.write_text(text, "utf-8")
        made.look()
        assert not made.changed, "it was another one at the last look"
    made.look()
    made.look()
    assert (made.changed, told) == (True, [True])


def test_another_file_in_its_place_of_the_same_length_and_time(watching: Look, file: Path, tmp_path: Path) -> None:
    made, _ = watching
    before = file.stat()
    new = tmp_path / "new"
    new.write_bytes(file.read_bytes()[::-1])
    os.utime(new, ns=(before.st_atime_ns, before.st_mtime_ns))
    new.replace(file)
    made.look()
    made.look()
    assert made.changed


def test_a_file_that_is_gone_has_not_changed_until_there_is_one_again(watching: Look, file: Path) -> None:
    made, _ = watching
    file.unlink()
    made.look()
    made.look()
    assert not made.changed
    file.write_text("كان في المدينة سوق.", "utf-8")
    made.look()
    made.look()
    assert made.changed


def test_what_is_no_file_is_not_watched(make_reading: Callable[[str], Reading]) -> None:
    def every(_: float, __: Callable[[], None]) -> None:
        raise AssertionError("a clock for nothing")

    Watching(make_reading("نص"), every=every, tell=lambda: None).begin()
