"""What a user may set, and how a mistake in it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.errors import QariError
from reader.settings import Settings, load

if TYPE_CHECKING:
    from pathlib import Path


def test_all_that_can_be_set(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('lang = "en"\ntheme = "layl"\ndigits = "arab"\nbidi = "cells"\nwidth = 70\ntashkeel = false\n')
    assert load(file) == Settings("en", "layl", "arab", "cells", 70, tashkeel=False)


@pytest.mark.parametrize("missing", ["none.toml", "file/none.toml"])
def test_no_file_is_the_defaults(tmp_path: Path, missing: str) -> None:
    (tmp_path / "file").touch()
    assert load(tmp_path / missing) == Settings()


@pytest.mark.parametrize(
    ("written", "says"),
    [
        pytest.param("lang = ", "settings.toml", id="no TOML"),
        pytest.param("colour = 1", "colour", id="no such key"),
        pytest.param('lang = "fr"', "'fr'", id="no such value"),
        pytest.param('width = "70"', "'70'", id="another type"),
        pytest.param("width = true", "True", id="a truth value is no number"),
        pytest.param("tashkeel = 0", "0", id="nor a number a truth value"),
        pytest.param("width = 0", "0", id="too narrow"),
        pytest.param("width = 1001", "1001", id="too wide"),
    ],
)
def test_a_mistake_is_told_with_file_and_key(tmp_path: Path, written: str, says: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(written)
    with pytest.raises(QariError) as caught:
        load(file)
    assert str(file) in str(caught.value)
    assert says in str(caught.value)


@pytest.mark.parametrize("unreadable", [".", "n" * 300], ids=["a folder", "a name that the system refuses"])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, unreadable: str) -> None:
    with pytest.raises(QariError):
        load(tmp_path / unreadable)
