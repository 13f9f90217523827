"""What a user may set, and how a mistake in it is told."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from reader.errors import Mistake, QariError
from reader.settings import SCHEMA, Setting, Settings, keep, load

if TYPE_CHECKING:
    from pathlib import Path


def test_all_that_can_be_set(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(
        'lang = "en"\ntheme = "layl"\ndigits = "arab"\nbidi = "cells"\nwidth = 70\ntashkeel = false\n'
        "margin = 6\nspacing = 1\njustify = true\n"
    )
    wanted = Settings("en", "layl", "arab", "cells", 70, tashkeel=False, margin=6, spacing=1, justify=True)
    assert load(file) == (wanted, ())


@pytest.mark.parametrize("missing", ["none.toml", "file/none.toml"])
def test_no_file_is_the_defaults(tmp_path: Path, missing: str) -> None:
    (tmp_path / "file").touch()
    assert load(tmp_path / missing) == (Settings(), ())


@pytest.mark.parametrize(
    ("written", "mistake"),
    [
        pytest.param("colour = 1", ("colour", "", ()), id="no such key"),
        pytest.param('lang = "fr"', ("lang", "'fr'", ("ar", "en")), id="no such value"),
        pytest.param('width = "70"', ("width", "'70'", ("1–1000",)), id="another type"),
        pytest.param("width = true", ("width", "True", ("1–1000",)), id="a truth value is no number"),
        pytest.param("tashkeel = 0", ("tashkeel", "0", ("true", "false")), id="nor a number a truth value"),
        pytest.param("width = 0", ("width", "0", ("1–1000",)), id="too narrow"),
        pytest.param("width = 1001", ("width", "1001", ("1–1000",)), id="too wide"),
        pytest.param("spacing = 3", ("spacing", "3", ("0–2",)), id="too airy"),
    ],
)
def test_a_mistake_is_named_and_the_rest_is_used(
    tmp_path: Path, written: str, mistake: tuple[str, str, tuple[str, ...]]
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'{written}\ndigits = "latin"\n')
    assert load(file) == (Settings(digits="latin"), (Mistake("settings.toml", *mistake),))


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('\ufeffdigits = "latin"\n', "utf-8")
    assert load(file) == (Settings(digits="latin"), ())


@pytest.mark.parametrize("written", ["lang = ", "x = " + 5000 * "["], ids=["no value", "nested too deep to be read"])
def test_a_file_that_is_no_toml_is_told(tmp_path: Path, written: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(written)
    with pytest.raises(QariError) as caught:
        load(file)
    assert str(file) in str(caught.value)


@pytest.mark.parametrize("unreadable", [".", "n" * 300], ids=["a folder", "a name that the system refuses"])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, unreadable: str) -> None:
    with pytest.raises(QariError):
        load(tmp_path / unreadable)


def test_a_pipe_that_nobody_writes_into_is_not_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    os.mkfifo(file)
    with pytest.raises(QariError, match="not a regular file"):
        load(file)


@pytest.mark.parametrize(
    ("before", "changes", "after"),
    [
        pytest.param("", {"theme": "nahar"}, 'theme = "nahar"\n', id="no file yet"),
        pytest.param("lang = 'en'", {"width": 60}, "lang = 'en'\nwidth = 60\n", id="no line end at the end"),
        pytest.param(
            '# mine\ntheme = "layl"  # at night\nother = [1, 2]\n',
            {"theme": "nahar"},
            '# mine\ntheme = "nahar"  # at night\nother = [1, 2]\n',
            id="comments and keys that are not ours stay",
        ),
        pytest.param("justify = true\nwidth = 60\n", {"justify": False}, "width = 60\n", id="a default needs no line"),
        pytest.param("width = 60 # why\n", {"width": None}, "# why\n", id="a comment stays without its key"),
        pytest.param("[mine]\nwidth = 9\n", {"width": 60}, "width = 60\n[mine]\nwidth = 9\n", id="before a table"),
        pytest.param("lang = 'fr'\n", {"spacing": 1}, "lang = 'fr'\nspacing = 1\n", id="a mistake is not ours to mend"),
    ],
)
def test_what_is_kept_leaves_the_rest_of_the_file(
    tmp_path: Path, before: str, changes: dict[str, object], after: str
) -> None:
    file = tmp_path / "folder" / "settings.toml"
    file.parent.mkdir()
    if before:
        file.write_text(before)
    keep(changes, file)
    assert file.read_text("utf-8") == after
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("lang = ", id="no TOML"),
        pytest.param('"theme" = "layl"\n', id="a key in quotes"),
        pytest.param('theme = """\nlayl"""\n', id="a value of two lines"),
    ],
)
def test_a_file_that_cannot_be_changed_safely_stays_as_it_was(tmp_path: Path, before: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(before)
    with pytest.raises(QariError):
        keep({"theme": "nahar"}, file)
    assert file.read_text() == before


def test_a_link_to_a_file_elsewhere_stays_one(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles.toml", tmp_path / "settings.toml"
    real.write_text("width = 60\n")
    link.symlink_to(real)
    keep({"width": 70}, link)
    assert link.is_symlink()
    assert real.read_text() == "width = 70\n"


def values(setting: Setting) -> st.SearchStrategy[object]:
    if setting.bounds:
        return st.integers(*setting.bounds)
    return st.booleans() if setting.kind is bool else st.sampled_from(setting.choices or ("layl", 'a "b"\\'))


@given(st.fixed_dictionaries({}, optional={setting.name: values(setting) for setting in SCHEMA}), st.data())
@hypothesis_settings(deadline=None, max_examples=50)
def test_what_is_kept_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, changes: dict[str, object], data: st.DataObject
) -> None:
    file = tmp_path_factory.mktemp("kept") / "settings.toml"
    for name in data.draw(st.permutations(sorted(changes))):
        keep({name: changes[name]}, file)
    kept, mistakes = load(file)
    assert not mistakes
    assert all(getattr(kept, name) == value for name, value in changes.items())
