"""Terminals, as they were seen to name themselves, and what is to be done about each."""

import pytest

from reader.terminal.detect import Answers, Strategy, Terminal, detect, worth_asking
from reader.terminal.modes import EXPLICIT, KONSOLE, MINTTY, MLTERM, NOTHING, Switch
from reader.terminal.notice import notice

XTERM = {"TERM": "xterm-256color"}
CELLS, WORDS, ROWS_LTR, ROWS_RTL = Strategy.CELLS, Strategy.WORDS, Strategy.ROWS_LTR, Strategy.ROWS_RTL


@pytest.mark.parametrize(
    ("answers", "name", "strategy", "switch"),
    [
        (Answers(0, "XTerm(379)", "41;379;0"), "xterm", CELLS, NOTHING),
        (Answers(1, "", "65;7006;1"), "VTE", CELLS, EXPLICIT),
        (Answers(2, "", "65;7006;1"), "VTE", CELLS, EXPLICIT),
        (Answers(1, "VTE(7600)", "61;7600;1"), "VTE", CELLS, EXPLICIT),
        (Answers(None, "Konsole 22.12.3", "1;115;0"), "Konsole", CELLS, KONSOLE),
        (Answers(0, "", "24;279;0"), "mlterm", CELLS, MLTERM),
        (Answers(0, "kitty(0.26.5)", "1;4000;26"), "kitty", WORDS, NOTHING),
        (Answers(None, "foot(1.13.1)", "1;011301;0"), "foot", CELLS, NOTHING),
        (Answers(None, "", "85;95;0"), "rxvt", CELLS, NOTHING),
        (Answers(None, "", "0;115;0"), "QTerminal", ROWS_LTR, NOTHING),
        (Answers(None, "", "0;136;0"), "PuTTY", ROWS_RTL, NOTHING),
        (Answers(None, "tmux 3.3a", "84;0;0"), "tmux", CELLS, NOTHING),
        (Answers(None, "", "83;40900;0"), "screen", CELLS, NOTHING),
        (Answers(1, "mintty 3.8.0", "77;30800;0"), "mintty", CELLS, MINTTY),
        (Answers(1, "WezTerm 20240203", "1;277;0"), "WezTerm", CELLS, EXPLICIT),
        (Answers(None, "", "0;1700;1"), "", CELLS, EXPLICIT),
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
        ({"TERM": "st-256color"}, "st", CELLS, NOTHING),
        ({"TERM": "rxvt-unicode-256color"}, "rxvt", CELLS, NOTHING),
        ({"TERM_PROGRAM": "Apple_Terminal"}, "Apple Terminal", ROWS_LTR, NOTHING),
        ({"TERM_PROGRAM": "iTerm.app"}, "iTerm2", CELLS, NOTHING),
        ({"TERM_PROGRAM": "vscode"}, "xterm.js", CELLS, NOTHING),
        ({"WT_SESSION": "0-0"}, "Windows Terminal", CELLS, NOTHING),
        ({"TERM": "dumb"}, "dumb", CELLS, NOTHING),
        ({"VTE_VERSION": "new"}, "", CELLS, EXPLICIT),
        ({}, "", CELLS, EXPLICIT),
    ],
)
def test_by_environment(environment: dict[str, str], name: str, strategy: Strategy, switch: Switch) -> None:
    terminal = detect(XTERM | environment)
    assert (terminal.name, terminal.strategy, terminal.switch) == (name, strategy, switch)


@pytest.mark.parametrize(
    ("environment", "outer"),
    [
        ({"TMUX": "/tmp/s,1,0", "TERM_PROGRAM": "tmux", "TERM": "screen-256color", "VTE_VERSION": "7006"}, "VTE"),
        ({"STY": "12.pts-0", "TERM": "screen", "KONSOLE_VERSION": "221203"}, "Konsole"),
        ({"TMUX": "/tmp/s,1,0", "TERM": "tmux-256color", "XTERM_VERSION": "XTerm(379)"}, "xterm"),
    ],
)
def test_a_multiplexer_hides_its_terminal(environment: dict[str, str], outer: str) -> None:
    """The switch would only be swallowed, and the outer terminal's variables survive into it."""
    terminal = detect(environment, Answers(1, "VTE(7600)"))
    assert terminal.name in {"tmux", "screen"}
    assert (terminal.strategy, terminal.switch) == (CELLS, NOTHING)
    assert terminal.outer is not None
    assert terminal.outer.name == outer


def test_answers_win_over_the_environment() -> None:
    """A terminal that was started from another has that one's variables."""
    assert detect({"KONSOLE_VERSION": "221203"}, Answers(0, "XTerm(379)", "41;379;0")).name == "xterm"


@pytest.mark.parametrize(
    ("environment", "expected", "reason"),
    [
        (XTERM, True, "nothing else is known, as over ssh"),
        (XTERM | {"VTE_VERSION": "7006"}, False, "known already"),
        (XTERM | {"VTE_VERSION": "7006", "XTERM_VERSION": "XTerm(379)"}, True, "one was started from the other"),
        (XTERM | {"TERM_PROGRAM": "Apple_Terminal"}, False, "it would print a stray letter"),
        (
            XTERM | {"TERM_PROGRAM": "Apple_Terminal", "VTE_VERSION": "7006"},
            False,
            "not even where there is doubt",
        ),
        ({"TERM": "dumb"}, False, "it would print all of it"),
        ({"TERM": "dumb", "XTERM_VERSION": "XTerm(379)"}, False, "whoever is around it"),
        ({}, False, "no TERM at all"),
        ({"TERM": "screen", "TMUX": "/tmp/s,1,0"}, False, "it would only be tmux that answers"),
    ],
)
def test_worth_asking(environment: dict[str, str], expected: bool, reason: str) -> None:
    assert worth_asking(environment) is expected, reason


@pytest.mark.parametrize(
    ("terminal", "arabic", "english"),
    [
        (detect({"TERM": "xterm-kitty"}), "force_ltr yes", "force_ltr yes"),
        (detect({"TERM": "xterm"}, Answers(None, "", "0;136;0")), "PuTTY تعيد ترتيب", "PuTTY reorders"),
        (detect({"TERM_PROGRAM": "iTerm.app"}), "أوقف Bidi", "switch Bidi off"),
        (detect({"TMUX": "1", "VTE_VERSION": "7006"}), "اقرأ خارج tmux", "read outside tmux"),
    ],
)
def test_notice(terminal: Terminal, arabic: str, english: str) -> None:
    for language, expected in (("ar", arabic), ("en", english)):
        text = notice(terminal, language)
        assert text is not None
        assert expected in text
        assert "\n" not in text


@pytest.mark.parametrize(
    "environment",
    [
        XTERM,
        XTERM | {"VTE_VERSION": "7006"},
        XTERM | {"KONSOLE_VERSION": "221203"},
        {"TERM": "tmux", "TMUX": "1", "XTERM_VERSION": "XTerm(379)"},
        {"TERM": "tmux", "TMUX": "1"},
    ],
)
def test_no_notice_where_nothing_is_wrong(environment: dict[str, str]) -> None:
    assert notice(detect(environment), "ar") is None
