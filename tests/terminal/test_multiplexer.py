"""Through tmux and screen: what is asked of them, what is wrapped, and that all is put back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.terminal import multiplexer
from reader.terminal.multiplexer import Closed, Screen, Tmux, client_of, passage

ENVIRONMENT = {"TMUX": "/tmp/s,1,0", "TMUX_PANE": "%3", "VTE_VERSION": "7006", "TERM": "tmux-256color"}


class Commands:
    """tmux and screen, played: what each command prints, or None where it fails."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **replies: str | None) -> None:
        self.run: list[str] = []
        self._replies = replies
        monkeypatch.setattr(multiplexer, "_output", self._answer)

    def _answer(self, *command: str) -> str | None:
        self.run.append(" ".join(command))
        return self._replies.get(command[1].replace("-", "_"), "")


def test_tmux_is_put_back_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = Commands(monkeypatch, show="")
    way = passage("tmux", ENVIRONMENT)
    way.open()
    way.open()
    way.close()
    way.close()
    assert commands.run == [
        "tmux show -pqv -t %3 allow-passthrough ; set -p -t %3 allow-passthrough on ; run-shell true",
        "tmux run-shell true",
        "tmux run-shell true ; set -pu -t %3 allow-passthrough",
    ]


def test_an_own_value_of_the_pane_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = Commands(monkeypatch, show="all\n")
    way = passage("tmux", ENVIRONMENT)
    way.open()
    way.close()
    assert commands.run[-1] == "tmux run-shell true ; set -p -t %3 allow-passthrough all"


def test_an_old_tmux_without_the_option_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = Commands(monkeypatch, show=None)
    way = passage("tmux", ENVIRONMENT)
    way.open()
    way.close()
    assert len(commands.run) == 1


def test_tmux_that_cannot_be_reached_is_no_way_to_redraw(monkeypatch: pytest.MonkeyPatch) -> None:
    Commands(monkeypatch, display=None)
    way = passage("tmux", ENVIRONMENT)
    assert way.redraws
    assert way.client(ENVIRONMENT).environment == ENVIRONMENT, "what we know ourselves"
    assert not way.redraws


def test_on_another_machine_nothing_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = Commands(monkeypatch)
    for name in ("tmux", "screen"):
        way = passage(name, {"TERM": "screen"})
        way.open()
        way.client({})
        way.redraw()
        way.close()
        assert not way.redraws
        assert way.wrap("\x1b[c")
    assert commands.run == []


def test_who_is_taken_away_is_restored_and_who_comes_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = Commands(monkeypatch, display="$1\t0\t/dev/pts/1\txterm\t\t80\t80\n")
    monkeypatch.setattr(os, "getpid", lambda: 42)
    way = passage("tmux", ENVIRONMENT)
    way.client(ENVIRONMENT)
    way.watch("\x1b[8h")
    way.close()
    assert commands.run[1:] == [
        "tmux set-hook -t $1 client-detached[42] run-shell -b \"printf '\\033\\133\\070\\150' > '#{hook_client}'\""
        " ; set-hook -t $1 client-attached[42] run-shell -b 'kill -WINCH 42'",
        "tmux set-hook -u -t $1 client-detached[42] ; set-hook -u -t $1 client-attached[42]",
    ]


def test_when_our_pane_is_gone_the_terminal_is_written_to_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    terminal = tmp_path / "pts"
    terminal.touch()
    Commands(monkeypatch, display=f"$1\t1\t{terminal}\txterm\t\t80\t80\n")
    way = passage("tmux", ENVIRONMENT)
    way.client(ENVIRONMENT)
    way.past("\x1b[8h")
    assert terminal.read_bytes() == b"\x1b[8h"


def test_screen_is_told_to_draw_again(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = Commands(monkeypatch)
    passage("screen", {"STY": "12.pts-0"}).redraw()
    assert commands.run == ["screen -S 12.pts-0 -X redisplay"]


@pytest.mark.parametrize(
    ("name", "escapes", "wrapped"),
    [
        ("tmux", "\x1b[8l", "\x1bPtmux;\x1b\x1b[8l\x1b\\"),
        ("tmux", "\x1b]50;a\a", "\x1bPtmux;\x1b\x1b]50;a\a\x1b\\"),
        ("screen", "\x1b[8l", "\x1bP\x1b[8l\x1b\\"),
        ("Zellij", "\x1b[8l", ""),
        (None, "\x1b[8l", "\x1b[8l"),
        ("tmux", "", ""),
        ("screen", "", ""),
    ],
)
def test_escapes_on_their_way(name: str | None, escapes: str, wrapped: str) -> None:
    assert passage(name, {}).wrap(escapes) == wrapped


@pytest.mark.parametrize(
    ("line", "version", "tty", "side_by_side", "term"),
    [
        (
            "0\t/dev/pts/1\txterm-256color\tKonsole 22.12.3\t80\t80",
            "Konsole 22.12.3",
            "/dev/pts/1",
            False,
            "xterm-256color",
        ),
        ("0\t/dev/pts/1\txterm-kitty\t\t39\t80", "", "/dev/pts/1", True, "xterm-kitty"),
        ("", "", "", False, "tmux-256color"),
        ("rubbish", "", "", False, "tmux-256color"),
    ],
)
def test_a_client_as_tmux_tells_of_it(line: str, version: str, tty: str, side_by_side: bool, term: str) -> None:
    client = client_of(line, ENVIRONMENT)
    assert (client.version, client.tty, client.side_by_side) == (version, tty, side_by_side)
    assert client.environment["TERM"] == term
    assert client.environment["VTE_VERSION"] == "7006", "nothing better is known"


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="the system shows no process's variables")
def test_the_variables_of_the_client_are_those_of_its_process() -> None:
    client = client_of(f"{os.getpid()}\t/dev/pts/1\tfoot\t\t80\t80", ENVIRONMENT)
    assert client.environment["TERM"] == "foot"
    assert "VTE_VERSION" not in client.environment or os.environ.get("VTE_VERSION")


def test_a_command_that_is_not_there_is_no_error() -> None:
    assert multiplexer._output("qari-has-no-such-command") is None
    assert multiplexer._output("false") is None
    assert multiplexer._output("echo", "yes") == "yes\n"


def test_kinds() -> None:
    assert isinstance(passage("tmux", ENVIRONMENT), Tmux)
    assert isinstance(passage("screen", {"STY": "1"}), Screen)
    assert isinstance(passage("Zellij", {}), Closed)
