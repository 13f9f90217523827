"""The README says what is true now: its options are the command's, its keys are the keymap's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.arguments import parser
from reader.styles.load import names
from reader.tui.key import Scope
from reader.tui.keymap import KEYS
from reader.tui.wording.phrases import phrase

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
IN_THE_TREE = re.compile(r"[`(]((?:reader|tests|content|themes|\.[a-z]+)/(?!_data|NAME)[\w./-]+)[`)]")
"""A path as the pages write one: between backquotes, or as the end of a link."""


def key_table() -> str:
    """The keys as the README lists them, one row for each part of the screen."""
    rows = ["| where | keys |", "|---|---|"]
    for scope in Scope:
        keys = [f"`{key.cap}` {key.help('en')}" for key in KEYS if key.scope is scope]
        rows.append(f"| {phrase('scope_' + scope, 'en')} | {' · '.join(keys).replace('|', chr(92) + '|')} |")
    return "\n".join(rows)


def test_every_option_is_told() -> None:
    options = {option for action in parser()._actions for option in action.option_strings if option.startswith("--")}
    assert {option for option in options if option not in README} == {"--version"}


def test_the_keys_are_those_of_the_keymap() -> None:
    listed = README.partition("<!-- keys")[2].partition("-->\n")[2].partition("<!-- /keys -->")[0].strip()
    assert listed == key_table(), f"paste this into README.md:\n{key_table()}"


def test_every_theme_is_told() -> None:
    assert [name for name in names() if f"`{name}`" not in README] == []


@pytest.mark.parametrize("page", ["README.md", ".github/CONTRIBUTING.md", ".licenses/README.md"])
def test_every_path_is_there(page: str) -> None:
    told = IN_THE_TREE.findall((ROOT / page).read_text("utf-8"))
    assert told
    assert [path for path in told if not (ROOT / path).exists()] == []
