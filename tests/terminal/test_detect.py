"""Terminals, as they were seen to name themselves, and what is to be done about each."""

import pytest

from reader.terminal.ask import Found
from reader.terminal.detect import (
    APPLE,
    Answers,
    Strategy,
    Terminal,
    behind,
    detect,
    guess,
    may_be_asked,
    multiplexer,
    worth_asking,
)
from reader.terminal.modes import EXPLICIT, KONSOLE, MINTTY, MLTERM, NOTHING, Switch
from reader.terminal.multiplexer import Client, Passage
from reader.terminal.notice import notice
from reader.terminal.output import way_of, way_without_switch

XTERM = {"TERM": "xterm-256color"}
CELLS, WORDS, ROWS_LTR, ROWS_RTL = Strategy.CELLS, Strategy.WORDS, Strategy.ROWS_LTR, Strategy.ROWS_RTL
HERE = Answers(complete=True)
"""It has answered, but not who it is."""


@pytest.mark.parametrize(
    ("answers", "name", "strategy", "switch"),
    [
        (Answers(None, "XTerm(379)", "41;379;0"), "xterm", CELLS, NOTHING),
        (Answers(1, "", "65;7006;1"), "VTE", CELLS, EXPLICIT),
        (Answers(2, "", "65;7006;1"), "VTE", CELLS, EXPLICIT),
        (Answers(None, "VTE(7600)", "61;7600;1"), "VTE", CELLS, EXPLICIT),
        (Answers(None, "Konsole 22.12.3", "1;115;0"), "Konsole", CELLS, KONSOLE),
        (Answers(0, "", "24;279;0"), "mlterm", CELLS, MLTERM),
        (Answers(0, "kitty(0.26.5)", "1;4000;26"), "kitty", WORDS, NOTHING),
        (Answers(None, "foot(1.13.1)", "1;011301;0"), "foot", CELLS, NOTHING),
        (Answers(None, "", "85;95;0"), "rxvt", CELLS, NOTHING),
        (Answers(None, "", "0;115;0"), "QTerminal", ROWS_LTR, NOTHING),
        (Answers(None, "", "0;136;0"), "PuTTY", ROWS_RTL, NOTHING),
        (Answers(None, "", "0;1700;1"), "Alacritty", CELLS, NOTHING),
        (Answers(None, "", "0;10;1"), "Windows Terminal", CELLS, NOTHING),
        (Answers(None, "", APPLE), "Apple Terminal", ROWS_LTR, NOTHING),
        (Answers(None, "tmux 3.3a", "84;0;0"), "tmux", CELLS, NOTHING),
        (Answers(None, "", "83;40900;0"), "screen", CELLS, NOTHING),
        (Answers(None, "mintty 3.8.0", "77;30800;0"), "mintty", CELLS, MINTTY),
        (Answers(None, "WezTerm 20240203", "1;277;0"), "WezTerm", CELLS, EXPLICIT),
        (Answers(None, "contour 0.5", "65;1;0"), "contour", CELLS, EXPLICIT),
        (Answers(None, "(nothing of a name)", ""), "", CELLS, EXPLICIT),
        (Answers(0, "", "7;7;7"), "", CELLS, EXPLICIT),
        (Answers(), "", CELLS, EXPLICIT),
    ],
)
def test_by_answers(answers: Answers, name: str, strategy: Strategy, switch: Switch) -> None:
    terminal = detect(XTERM, answers)
    assert (terminal.name, terminal.strategy, terminal.switch) == (name, strategy, switch)


@pytest.mark.parametrize(
    ("environment", "name", "strategy", "switch"),
    [
        ({"VTE_VERSION": "7006"}, "VTE", CELLS, EXPLICIT),
        ({"VTE_VERSION": "5601"}, "VTE", CELLS, NOTHING),
        ({"KONSOLE_VERSION": "221203"}, "Konsole", CELLS, KONSOLE),
        ({"MLTERM": "3.9.0", "TERM": "mlterm"}, "mlterm", CELLS, MLTERM),
        ({"KITTY_WINDOW_ID": "1", "TERM": "xterm-kitty"}, "kitty", WORDS, NOTHING),
        ({"XTERM_VERSION": "XTerm(379)"}, "xterm", CELLS, NOTHING),
        ({"ALACRITTY_WINDOW_ID": "9"}, "Alacritty", CELLS, NOTHING),
        ({"TERM": "foot"}, "foot", CELLS, NOTHING),
        ({"TERM": "foot-direct"}, "foot", CELLS, NOTHING),
        ({"TERM": "foot", "VTE_VERSION": "7006"}, "foot", CELLS, NOTHING),
        ({"TERM": "st-256color"}, "st", CELLS, NOTHING),
        ({"TERM": "rxvt-unicode-256color"}, "rxvt", CELLS, NOTHING),
        ({"TERM_PROGRAM": "Apple_Terminal"}, "Apple Terminal", ROWS_LTR, NOTHING),
        ({"TERM_PROGRAM": "iTerm.app"}, "iTerm2", CELLS, NOTHING),
        ({"TERM_PROGRAM": "vscode"}, "xterm.js", CELLS, NOTHING),
        ({"WT_SESSION": "0-0"}, "Windows Terminal", CELLS, NOTHING),
        ({"TERM": "dumb"}, "dumb", CELLS, NOTHING),
        ({"TERM": "dumb", "VTE_VERSION": "7006"}, "VTE", CELLS, EXPLICIT),
        ({"TERM": "dumb", "KITTY_WINDOW_ID": "1"}, "kitty", WORDS, NOTHING),
        ({"VTE_VERSION": "new"}, "", CELLS, EXPLICIT),
        ({"VTE_VERSION": "7006", "XTERM_VERSION": "XTerm(379)"}, "", CELLS, EXPLICIT),
        ({}, "", CELLS, EXPLICIT),
    ],
)
def test_by_environment(environment: dict[str, str], name: str, strategy: Strategy, switch: Switch) -> None:
    terminal = detect(XTERM | environment)
    assert (terminal.name, terminal.strategy, terminal.switch) == (name, strategy, switch)


@pytest.mark.parametrize(
    ("environment", "answers", "name", "reason"),
    [
        ({"KONSOLE_VERSION": "221203"}, Answers(None, "XTerm(379)", "41;379;0"), "xterm", "started from Konsole"),
        ({"VTE_VERSION": "7006"}, Answers(None, "", "0;115;0", complete=True), "QTerminal", "started from VTE"),
        ({"VTE_VERSION": "7006"}, HERE, "", "VTE would have said that it knows the mode"),
        ({"VTE_VERSION": "7006"}, Answers(1, "", "65;7006;1", complete=True), "VTE", "as it does"),
        ({"VTE_VERSION": "7006"}, Answers(), "VTE", "it has not answered (yet)"),
        ({"TERM": "xterm-kitty"}, HERE, "", "kitty says its name"),
        ({"TERM": "st-256color", "VTE_VERSION": "7006"}, HERE, "st", "st says nothing of itself but in TERM"),
        ({"WT_SESSION": "0-0"}, HERE, "Windows Terminal", "nor did old ones of this"),
        ({"KONSOLE_VERSION": "201200"}, Answers(None, "", "0;115;0"), "Konsole", "old ones answer as QTerminal does"),
        ({"KONSOLE_VERSION": "221203"}, Answers(None, "", "0;115;0"), "QTerminal", "new ones say their name"),
    ],
)
def test_answers_win_over_the_environment(
    environment: dict[str, str], answers: Answers, name: str, reason: str
) -> None:
    """A terminal that was started from another has that one's variables."""
    assert detect(XTERM | environment, answers).name == name, reason


@pytest.mark.parametrize(
    ("environment", "name"),
    [
        ({"TMUX": "/tmp/s,1,0", "TERM_PROGRAM": "tmux"}, "tmux"),
        ({"STY": "12.pts-0", "TERM": "screen"}, "screen"),
        ({"ZELLIJ": "0"}, "Zellij"),
        ({"TMUX": ""}, None),
        (XTERM, None),
    ],
)
def test_multiplexers(environment: dict[str, str], name: str | None) -> None:
    assert multiplexer(environment) == name


VTE, QTERMINAL = detect(XTERM | {"VTE_VERSION": "7006"}), detect(XTERM, Answers(None, "", "0;115;0"))


@pytest.mark.parametrize(
    ("outer", "passes", "strategy", "switch", "reason"),
    [
        (VTE, True, CELLS, EXPLICIT, "the switch reaches it"),
        (VTE, False, ROWS_LTR, NOTHING, "it does not: rows as the outer terminal wants them"),
        (detect({"KONSOLE_VERSION": "221203"}), False, ROWS_LTR, NOTHING, "the same"),
        (detect({"TERM": "mlterm"}), False, ROWS_RTL, NOTHING, "which differs"),
        (detect({"TERM": "xterm-kitty"}), True, WORDS, NOTHING, "there is no switch"),
        (QTERMINAL, True, ROWS_LTR, NOTHING, "nor here"),
        (detect({"XTERM_VERSION": "XTerm(379)"}), False, CELLS, NOTHING, "nothing to switch"),
        (detect(XTERM), True, CELLS, EXPLICIT, "nobody knows what it is: it is told"),
        (detect(XTERM), False, CELLS, NOTHING, "and cannot be"),
    ],
)
def test_behind_a_multiplexer(outer: Terminal, passes: bool, strategy: Strategy, switch: Switch, reason: str) -> None:
    terminal = behind("tmux", outer, passes=passes)
    assert (terminal.name, terminal.strategy, terminal.switch) == ("tmux", strategy, switch), reason
    assert (terminal.rows, terminal.italics, terminal.marks) == (outer.rows, outer.italics, outer.marks)


@pytest.mark.parametrize(
    ("terminal", "italics", "reason"),
    [
        (VTE, True, "it slants the upright letters"),
        (detect({"TERM": "xterm-kitty"}), False, "it takes those of another font, which do not meet"),
        (detect({"KONSOLE_VERSION": "221203"}), False, "so does it"),
        (detect({"TERM": "mlterm"}), False, "it shows boxes"),
        (behind("screen", VTE, passes=False), False, "it reverses the colours"),
    ],
)
def test_italics_where_arabic_can_be_read_in_them(terminal: Terminal, italics: bool, reason: str) -> None:
    assert terminal.italics is italics, reason


def test_before_it_is_asked_a_multiplexer_lets_nothing_through() -> None:
    environment = {"TMUX": "/tmp/s,1,0", "TERM": "tmux-256color", "VTE_VERSION": "7006"}
    assert (guess(environment).title, guess(environment).strategy) == ("tmux in VTE", ROWS_LTR)
    assert guess(XTERM | {"VTE_VERSION": "7006"}) == VTE


@pytest.mark.parametrize(
    ("environment", "expected", "reason"),
    [
        (XTERM, True, "nothing else is known, as over ssh"),
        (XTERM | {"VTE_VERSION": "7006"}, True, "it may be left over from another terminal"),
        ({"TERM": "foot"}, False, "no other terminal calls itself so"),
        ({"TERM": "tmux-256color"}, True, "there is a terminal around it"),
        (XTERM | {"TERM_PROGRAM": "Apple_Terminal"}, False, "it would print a stray letter"),
        (XTERM | {"TERM_PROGRAM": "Apple_Terminal", "VTE_VERSION": "7006"}, False, "even where there is doubt"),
        ({"TERM": "dumb"}, False, "it would print all of it"),
        ({"TERM": "dumb", "XTERM_VERSION": "XTerm(379)"}, False, "whoever is around it"),
        ({}, False, "no TERM at all"),
    ],
)
def test_worth_asking(environment: dict[str, str], expected: bool, reason: str) -> None:
    assert worth_asking(environment) is expected, reason


@pytest.mark.parametrize(
    ("environment", "expected"),
    [(XTERM, True), ({"TERM": "foot"}, True), ({"TERM": "linux"}, False), ({"TERM": "dumb"}, False), ({}, False)],
)
def test_may_be_asked(environment: dict[str, str], expected: bool) -> None:
    """Through a multiplexer even those are asked that are known: does anything get through?"""
    assert may_be_asked(environment) is expected


@pytest.mark.parametrize("terminal", [VTE, QTERMINAL, detect({"TERM": "xterm-kitty"}), detect(XTERM)])
@pytest.mark.parametrize("strategy", [CELLS, ROWS_LTR, ROWS_RTL, WORDS, Strategy.LOGICAL])
def test_what_a_person_says_is_done(terminal: Terminal, strategy: Strategy) -> None:
    """And a terminal is only told not to reorder where it gets cells."""
    way = way_of(terminal, strategy)
    assert way.strategy == strategy
    assert (way.encode is None) == (strategy is CELLS)
    assert way.switch == (terminal.switch if strategy is CELLS else NOTHING)


def test_what_stays_when_we_have_gone_is_written_for_the_terminal_as_it_is() -> None:
    assert (way_of(VTE).strategy, way_of(VTE).switch) == (CELLS, EXPLICIT)
    assert (way_without_switch(VTE).strategy, way_without_switch(VTE).switch) == (ROWS_LTR, NOTHING)


@pytest.mark.parametrize(
    ("terminal", "side_by_side", "marks_hidden", "arabic", "english"),
    [
        (behind("tmux", VTE, passes=False), True, False, "بعرضها كله", "the whole width"),
        (detect({"TERM_PROGRAM": "iTerm.app"}), False, False, "فاضغط B", "press B"),
        (detect(XTERM), False, False, "فاضغط B", "press B"),
        (behind("tmux", detect(XTERM), passes=False), False, False, "فاضغط B", "press B"),
        (behind("tmux", detect({"TERM_PROGRAM": "iTerm.app"}), passes=True), False, False, "فاضغط B", "press B"),
        (detect({"TERM": "alacritty"}), False, True, "Alacritty لا ترسم التشكيل", "Alacritty does not"),
    ],
)
def test_notice(terminal: Terminal, side_by_side: bool, marks_hidden: bool, arabic: str, english: str) -> None:
    found = Found(terminal, Passage(), client=Client({}, side_by_side=side_by_side))
    for language, expected in (("ar", arabic), ("en", english)):
        text = notice(found, terminal.strategy, language, key="B", marks_hidden=marks_hidden)
        assert text is not None
        assert expected in text
        assert "\n" not in text


@pytest.mark.parametrize(
    ("terminal", "chosen"),
    [
        (detect({"XTERM_VERSION": "XTerm(379)"}), False),
        (VTE, False),
        (detect({"TERM": "xterm-kitty"}), False),
        (QTERMINAL, False),
        (detect({"TERM_PROGRAM": "iTerm.app"}), True),
        (detect(XTERM), True),
        (behind("tmux", VTE, passes=True), False),
        (behind("tmux", QTERMINAL, passes=True), False),
    ],
)
def test_no_notice_where_nothing_is_wrong(terminal: Terminal, chosen: bool) -> None:
    found = Found(terminal, Passage(), client=Client({}, side_by_side=terminal.name == "tmux"))
    assert notice(found, terminal.strategy, "ar", key="B", chosen=chosen) is None
