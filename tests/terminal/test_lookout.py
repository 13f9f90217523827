"""The terminal is another one than it was: it answered late, or a multiplexer was attached elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.terminal.ask import MODE, WHO, Found, parse
from reader.terminal.detect import APPLE, behind, detect
from reader.terminal.lookout import Lookout
from reader.terminal.multiplexer import Client, Passage

if TYPE_CHECKING:
    from collections.abc import Mapping

XTERM = {"TERM": "xterm-256color"}


class Attached(Passage):
    """A way through a multiplexer that is attached to whatever `now` says."""

    def __init__(self, client: Client) -> None:
        self.now = client

    def wrap(self, escapes: str) -> str:
        return f"<{escapes}>"

    def client(self, environment: Mapping[str, str]) -> Client:
        return self.now


class Watched:
    """A lookout, with what it wrote and found."""

    def __init__(self, found: Found) -> None:
        self.written: list[str] = []
        self.changed: list[Found] = []
        self.lookout = Lookout(found, XTERM)
        self.lookout.write = self.written.append
        self.lookout.changed = self.changed.append

    @property
    def titles(self) -> list[tuple[str, str]]:
        return [(found.terminal.title, found.terminal.strategy) for found in self.changed]


def test_a_late_answer_is_made_use_of() -> None:
    watched = Watched(Found(detect(XTERM), Passage()))
    watched.lookout.ear.feed("\x1b[>0;115;0c\x1b[?1;2c")
    assert watched.titles == [("QTerminal", "rows-ltr")]


def test_the_rest_of_an_answer_that_had_begun_in_time_is_heard() -> None:
    watched = Watched(Found(detect(XTERM), Passage(), parse(b"q\x1b[>0;11")))
    assert watched.lookout.ear.feed("5;0cj\x1b[?1;2c") == "j"
    assert watched.titles == [("QTerminal", "rows-ltr")]


def test_a_late_answer_that_leaves_doubt_is_followed_by_another_question() -> None:
    watched = Watched(Found(detect(XTERM), Passage()))
    watched.lookout.ear.feed("\x1b[>65;7006;1c\x1b[?65;1;9c")
    assert (watched.written, watched.changed) == ([MODE], [])
    watched.lookout.ear.feed("\x1b[8;1$y\x1b[?65;1;9c")
    assert watched.titles == [("VTE", "cells")]
    assert watched.changed[0].answers.attributes == "65;7006;1"


def test_apple_terminal_is_not_asked_for_a_mode_even_late() -> None:
    watched = Watched(Found(detect(XTERM), Passage()))
    watched.lookout.ear.feed(f"\x1b[>{APPLE}c\x1b[?1;2c")
    assert (watched.written, watched.titles) == ([], [("Apple Terminal", "rows-ltr")])


def test_an_answer_that_says_nothing_new_changes_nothing() -> None:
    watched = Watched(Found(detect({"TERM": "xterm-kitty"}), Passage()))
    watched.lookout.ear.feed("\x1bP>|kitty(0.26.5)\x1b\\\x1b[?62;c")
    assert watched.changed == []


def test_attached_to_another_terminal() -> None:
    vte = Client(XTERM | {"VTE_VERSION": "7006"}, tty="/dev/pts/1")
    way = Attached(vte)
    watched = Watched(Found(behind("tmux", detect(vte.environment), passes=True), way, client=vte))
    watched.lookout.look()
    assert watched.changed == [], "it is the same"
    way.now = Client(XTERM, tty="/dev/pts/2")
    watched.lookout.look()
    assert watched.titles == [("tmux", "cells")], "nobody knows yet what it is"
    assert watched.written == [f"<{WHO}>"]
    watched.lookout.ear.feed("\x1b[>0;136;0c\x1b[?6c")
    assert watched.titles[1:] == [("tmux in PuTTY", "rows-rtl")]
    way.now = vte
    watched.lookout.look()
    watched.lookout.ear.feed("\x1b[>65;7006;1c\x1b[?65;1;9c")
    watched.lookout.ear.feed("\x1b[8;1$y\x1b[?65;1;9c")
    assert watched.titles[2:] == [("tmux in VTE", "rows-ltr"), ("tmux in VTE", "cells")], (
        "until the switch gets through"
    )
