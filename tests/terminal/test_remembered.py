"""What was chosen for a terminal comes back, and nothing that lies in the folder can harm."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reader.errors import QariError
from reader.settings import Settings
from reader.terminal.ask import Found
from reader.terminal.detect import Answers, behind, detect
from reader.terminal.multiplexer import Passage
from reader.terminal.remembered import Choice, choice_for, key_of, remember, settled

if TYPE_CHECKING:
    from pathlib import Path

KITTY, ALACRITTY, UNKNOWN = detect({"TERM": "xterm-kitty"}), detect({"TERM": "alacritty"}), detect({"TERM": "xterm"})


def test_a_choice_comes_back_and_others_stay(tmp_path: Path) -> None:
    file = tmp_path / "new" / "terminals.json"
    remember("kitty", Choice("cells", tashkeel=True), file)
    remember("PuTTY", Choice("rows-rtl"), file)
    remember("kitty", Choice("words"), file)
    assert choice_for("kitty", file) == Choice("words")
    assert choice_for("PuTTY", file) == Choice("rows-rtl")
    assert choice_for("VTE", file) == Choice()
    assert [one.name for one in file.parent.iterdir()] == ["terminals.json"], "nothing is left beside it"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "[]",
        '"x"',
        "{",
        '{"kitty": 1}',
        '{"kitty": {"bidi": "sideways", "tashkeel": 1}}',
        '{"kitty": {"bidi": ["cells"]}}',
        "\udcff",
        5000 * "[",
    ],
)
def test_a_file_that_makes_no_sense_says_nothing(tmp_path: Path, written: str) -> None:
    file = tmp_path / "terminals.json"
    file.write_text(written, "utf-8", "surrogateescape")
    assert choice_for("kitty", file) == Choice()
    remember("kitty", Choice("cells"), file)
    assert json.loads(file.read_text("utf-8"))["kitty"] == {"bidi": "cells", "tashkeel": None}


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(QariError, match="remember"):
        remember("kitty", Choice("cells"), tmp_path / "file" / "terminals.json")


def test_the_state_folder_is_the_one_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    remember("kitty", Choice("cells"))
    assert choice_for("kitty") == Choice("cells")


@pytest.mark.parametrize(
    ("found", "key"),
    [
        (Found(KITTY, Passage()), "kitty"),
        (Found(behind("tmux", KITTY, passes=False), Passage()), "tmux in kitty"),
        (Found(behind("tmux", UNKNOWN, passes=False), Passage()), "tmux"),
        (Found(UNKNOWN, Passage(), Answers(None, "", "9;9;9")), "xterm 9;9;9"),
        (Found(UNKNOWN, Passage()), "xterm"),
    ],
)
def test_what_a_terminal_is_remembered_by(found: Found, key: str) -> None:
    assert key_of(found, {"TERM": "xterm"}) == key


@pytest.mark.parametrize(
    ("settings", "choice", "bidi", "tashkeel", "reason"),
    [
        (Settings(), Choice(), "auto", False, "Alacritty draws the signs beside their letters"),
        (Settings(tashkeel=True), Choice(), "auto", True, "a person wants them"),
        (Settings(), Choice("words", tashkeel=True), "words", True, "this terminal has been looked at"),
        (Settings(bidi="cells", tashkeel=False), Choice("words", tashkeel=True), "cells", False, "said for today"),
    ],
)
def test_what_is_said_goes_before_what_was_chosen_before_what_is_known(
    settings: Settings, choice: Choice, bidi: str, tashkeel: bool, reason: str
) -> None:
    now = settled(settings, Found(ALACRITTY, Passage()), choice)
    assert (now.bidi, now.tashkeel) == (bidi, tashkeel), reason
