"""The doctor says what it found, and remembers what it is told."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

import pytest
from in_a_terminal import InATerminal

from reader.settings import Settings
from reader.terminal import doctor
from reader.terminal.ask import Found
from reader.terminal.detect import Answers, behind, detect
from reader.terminal.doctor import SAMPLES, Findings, drawn, for_terminal, report
from reader.terminal.doctor_words import WORDS
from reader.terminal.multiplexer import Client, Passage

if TYPE_CHECKING:
    from pathlib import Path

VTE = detect({"TERM": "xterm", "VTE_VERSION": "7006"})
KITTY = detect({"TERM": "xterm-kitty"})
UNKNOWN = detect({"TERM": "xterm"})
ENGLISH = Settings(lang="en", bidi="auto", tashkeel=True)
RIGHT = tuple(SAMPLES.values())
PATIENCE = 60


def told(findings: Findings, environment: dict[str, str] | None = None) -> str:
    return "\n".join(report(findings, environment or {}))


@pytest.mark.parametrize(
    ("findings", "says"),
    [
        (Findings(Found(VTE, Passage()), ENGLISH, "VTE"), "terminal: VTE"),
        (Findings(Found(VTE, Passage()), ENGLISH, "VTE"), "it is sent CSI 8 l, and the reverse"),
        (Findings(Found(VTE, Passage()), ENGLISH, "VTE"), "way of writing: cells"),
        (Findings(Found(behind("tmux", VTE, passes=False), Passage()), ENGLISH, ""), "terminal: tmux in VTE"),
        (Findings(Found(behind("tmux", VTE, passes=False), Passage()), ENGLISH, ""), "it is sent nothing"),
        (Findings(Found(behind("tmux", VTE, passes=False), Passage()), ENGLISH, ""), "way of writing: rows-ltr"),
        (Findings(Found(KITTY, Passage()), ENGLISH, "kitty"), "reverses each Arabic word"),
        (Findings(Found(KITTY, Passage()), Settings("en", bidi="cells"), "", by_person=True), "cells, as you chose"),
        (Findings(Found(KITTY, Passage()), Settings("en", tashkeel=False), ""), "vowel signs: hidden"),
        (Findings(Found(UNKNOWN, Passage()), ENGLISH, ""), "its name is not known"),
        (Findings(Found(UNKNOWN, Passage()), ENGLISH, "", asked=True), "it answers nothing"),
        (
            Findings(Found(VTE, Passage(), Answers(1, "", "65;7006;1")), ENGLISH, "", asked=True),
            "it answers: DA2 65;7006;1 · BDSM 1",
        ),
        (Findings(Found(VTE, Passage()), ENGLISH, "", widths=RIGHT), "takes one cell"),
        (Findings(Found(VTE, Passage()), ENGLISH, "", widths=(2, *RIGHT[1:])), "ﺳ: cells taken 2, expected 1"),
        (Findings(Found(VTE, Passage()), ENGLISH, "", widths=()), "does not say where the cursor is"),
        (Findings(Found(VTE, Passage()), ENGLISH, "", letters_meet=False), "DejaVu Sans Mono"),
        (Findings(Found(VTE, Passage()), ENGLISH, "VTE", kept=True), "remembered for this terminal: VTE"),
        (Findings(Found(VTE, Passage()), ENGLISH, "VTE"), "run qari doctor in the terminal itself"),
    ],
)
def test_what_is_said(findings: Findings, says: str) -> None:
    assert says in told(findings)


def test_variables_are_those_of_the_terminal_around_a_multiplexer() -> None:
    client = Client({"TERM": "foot"})
    findings = Findings(Found(UNKNOWN, Passage(), client=client), ENGLISH, "")
    assert "in the environment: TERM=foot" in told(findings, {"TERM": "tmux", "TMUX": "1"})


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_say_the_same(key: str) -> None:
    arabic, english = WORDS[key]
    assert re.findall(r"\{\w+\}", arabic) == re.findall(r"\{\w+\}", english)


def test_the_report_is_in_visual_order_and_no_wider_than_the_terminal() -> None:
    findings = Findings(Found(UNKNOWN, Passage()), Settings("ar", bidi="auto", tashkeel=True), "")
    rows = list(for_terminal(["قال سالم", "كلام " * 30], findings, 30))
    assert rows[0].rstrip("\n").endswith("ﻢﻟﺎﺳ ﻝﺎﻗ")
    assert max(map(len, rows)) <= 31


def test_no_control_character_of_a_variable_reaches_the_terminal() -> None:
    findings = Findings(Found(UNKNOWN, Passage()), ENGLISH, "")
    lines = report(findings, {"TERM": "x\x1b[2J\x07"})
    assert not {"\x1b", "\x07"} & set("".join(for_terminal(lines, findings, 80)))


def test_vowel_signs_are_left_out_where_they_are_hidden() -> None:
    assert drawn("عَلَم", tashkeel=False) == drawn("علم")


def visited(keys: list[tuple[str, str]], *arguments: str) -> tuple[str, int]:
    """What the doctor writes on a silent terminal where, once each text is there, the key is typed; and its code."""
    command = [sys.executable, "-m", "reader", "doctor", *arguments]
    with InATerminal(command, patience=PATIENCE, term="silent") as qari:
        for text, key in keys:
            qari.read_until(text.encode())
            qari.type(key.encode())
        code = qari.wait()
        return qari.written.decode(errors="replace"), code


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "qari" / "terminals.json"


def test_a_person_is_asked_and_it_is_remembered(memory: Path) -> None:
    keys = [("Which row", "٤"), ("Is every vowel", "2"), ("Do the letters", "1")]
    written, code = visited(keys, "--lang", "en")
    assert code == 0
    assert json.loads(memory.read_text()) == {"silent": {"bidi": "words", "tashkeel": False}}
    assert "way of writing: words, as you chose" in written
    assert written.rindex("\x1b[?1049l") < written.index("terminal: ")


def test_the_way_that_was_found_is_left_to_be_found_again(memory: Path) -> None:
    _, code = visited([("Which row", "\r"), ("Is every vowel", "\x1b"), ("Do the letters", "\x1b")])
    assert code == 0
    assert json.loads(memory.read_text()) == {"silent": {"bidi": None, "tashkeel": None}}


def test_nothing_is_remembered_of_who_goes_away(memory: Path) -> None:
    written, code = visited([("Which row", "\x1b")], "--lang", "en")
    assert code == 0
    assert "way of writing: cells" in written
    assert not memory.exists()


def test_an_interruption_leaves_the_screen(memory: Path) -> None:
    written, code = visited([("Which row", "\x03")])
    assert code == 130
    assert "\x1b[?1049l" in written
    assert not memory.exists()


def test_into_a_pipe_there_is_a_report_and_no_question(capsys: pytest.CaptureFixture[str]) -> None:
    findings = doctor.visit(Settings(lang="en"), {"TERM": "dumb"}, asking=False)
    assert report(findings, {"TERM": "dumb"})[0] == "terminal: dumb"
    assert capsys.readouterr().out == ""
