"""`qari doctor`: which way of writing is right in this terminal. It looks, shows, asks, and remembers."""

from __future__ import annotations

import os
import unicodedata
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader import ending
from reader.layout.page import PageOptions
from reader.terminal.ask import TTY, Found, columns_taken, find_terminal, key_typed
from reader.terminal.detect import Strategy, guess, worth_asking
from reader.terminal.doctor_words import say
from reader.terminal.modes import NOTHING, Guard, write
from reader.terminal.multiplexer import Passage
from reader.terminal.output import WAYS, way_of, way_without_switch
from reader.terminal.printing import in_its_way, visual_rows
from reader.terminal.remembered import Choice, choice_for, key_of, remember, settled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.settings import Settings
    from reader.terminal.output import Way

SENTENCE = "قرأ سالم 25 صفحة (من Qari) سنة ٢٠٢٣، ثم نام."
"""Every way but the right one spoils something of it: words, numbers, brackets, Latin in between."""
VOWELLED = "عَلَّمَ الْمُعَلِّمُ الدَّرْسَ"

SAMPLES = {"ﺳ": 1, "ﻻ": 1, "ﺳَّ": 1, "ﻻَ": 1, "漢": 2}
"""What is written for a cell, and the columns that it has to take."""
WIDEST = 76
"""Columns of a report that reads well."""

ENTER = "\x1b[?1049h\x1b[H\x1b[2J"
LEAVE = "\x1b[?1049l"
CLEAR = "\x1b[H\x1b[2J"
_TOLD = ("TERM", "TERM_PROGRAM", "VTE_VERSION", "KONSOLE_VERSION", "XTERM_VERSION", "WT_SESSION", "TMUX", "STY")


@dataclass(frozen=True, slots=True)
class Findings:
    """What the doctor found."""

    found: Found
    settings: Settings
    """As they are best in this terminal."""
    key: str
    """What the terminal is remembered by."""
    by_person: bool = False
    """Whether the way of writing was chosen by a person."""
    asked: bool = False
    """Whether the terminal was asked who it is."""
    widths: tuple[int, ...] | None = None
    """The columns that each of `SAMPLES` took; None where that was not looked at."""
    letters_meet: bool | None = None
    kept: bool = False
    """Whether something was remembered just now."""


def visit(settings: Settings, environment: Mapping[str, str], *, asking: bool) -> Findings:
    """What there is to find out; with `asking`, also what a person says to what is shown, which is remembered.

    Raises QariError where that cannot be remembered.
    """
    try:
        terminal = os.open(TTY, os.O_RDWR | os.O_NOCTTY)
    except OSError:  # there is none to talk to
        return _look(settings, environment, Found(guess(environment), Passage()))
    with closing(os.fdopen(terminal, "rb", buffering=0)), Guard(NOTHING, terminal) as guard:
        found = find_terminal(environment, terminal)
        with closing(found.passage):
            findings = replace(_look(settings, environment, found), asked=worth_asking(environment))
            if not asking:
                return findings
            guard.change(found.terminal.switch, found.passage)
            return _examine(findings, terminal)


def _look(settings: Settings, environment: Mapping[str, str], found: Found) -> Findings:
    key = key_of(found, environment)
    choice = choice_for(key)
    by_person = settings.bidi != Strategy.AUTO or choice.bidi is not None
    return Findings(found, settled(settings, found, choice), key, by_person)


def _examine(findings: Findings, terminal: int) -> Findings:
    with _alternate_screen(terminal):
        room = Room(terminal, findings)
        findings = replace(findings, widths=room.widths())
        way = room.choose_way()
        return findings if way is None else room.choose_rest(findings, way)


@contextmanager
def _alternate_screen(terminal: int) -> Iterator[None]:
    def leave() -> None:
        write(terminal, LEAVE)

    ending.add(leave)
    try:
        write(terminal, ENTER)
        yield
    finally:
        leave()
        ending.discard(leave)


class Room:
    """The screen in which the doctor shows and asks."""

    def __init__(self, terminal: int, findings: Findings) -> None:
        self._terminal = terminal
        self._findings = findings
        self._lang = findings.settings.lang
        self._columns = os.get_terminal_size(terminal).columns
        self._way = way_of(findings.found.terminal, Strategy(findings.settings.bidi))

    def widths(self) -> tuple[int, ...]:
        """The columns that each of `SAMPLES` takes; fewer where the terminal does not say."""
        return tuple(columns_taken(self._terminal, tuple(SAMPLES)))

    def choose_way(self) -> Strategy | None:
        """The way in which a person reads the sentence; None for no answer."""
        now = WAYS.index(self._way.strategy)
        rows = [(f" {number}   {drawn(SENTENCE)}", strategy) for number, strategy in enumerate(WAYS, 1)]
        self._show("which", say("as_it_is", self._lang, n=now + 1), rows)
        typed = self._answer(len(WAYS), default=now + 1)
        return None if typed is None else WAYS[typed - 1]

    def choose_rest(self, findings: Findings, strategy: Strategy) -> Findings:
        """Ask what depends on the font, and remember all that was said."""
        terminal = findings.found.terminal
        row = [(f" {drawn(VOWELLED)}", strategy)]
        marks, meet = (self._yes(question, row) for question in ("marks", "meet"))
        choice = Choice(None if strategy is terminal.strategy else strategy, marks)
        remember(findings.key, choice)
        settings = settled(replace(findings.settings, bidi=Strategy.AUTO, tashkeel=None), findings.found, choice)
        return replace(findings, settings=settings, by_person=choice.bidi is not None, letters_meet=meet, kept=True)

    def _yes(self, question: str, rows: list[tuple[str, Strategy]]) -> bool | None:
        self._show(question, say("yes_no", self._lang), rows)
        typed = self._answer(2)
        return None if typed is None else typed == 1

    def _show(self, question: str, answers: str, rows: list[tuple[str, Strategy]]) -> None:
        """A question, in English too, since the way in which it is written may be the wrong one."""
        english = [say(question, "en")] if self._lang != "en" else []
        texts = (say(question, self._lang), *english, answers)
        said = [f" {drawn(text, tashkeel=bool(self._findings.settings.tashkeel))}" for text in texts]
        lines = [self._written(line, self._way) for line in said]
        shown = [self._written(line, way_of(self._findings.found.terminal, way)) for line, way in rows]
        write(self._terminal, CLEAR + "\r\n\r\n".join(["", *lines, *shown, ""]))

    def _written(self, line: str, way: Way) -> str:
        return in_its_way(line, way, self._columns)

    def _answer(self, most: int, default: int | None = None) -> int | None:
        """The number that is typed, in any digits; `default` for Enter, None for Escape."""
        while key := key_typed(self._terminal):
            if key[0] in "\r\n" and default:
                return default
            if key[0] in "\x1bqض\x04":
                return None
            number = unicodedata.digit(key[0], 0)
            if 1 <= number <= most:
                return number
        return None


def report(findings: Findings, environment: Mapping[str, str]) -> list[str]:
    """What was found, a line each, in logical order."""
    lang, found = findings.settings.lang, findings.found
    terminal = found.terminal
    told = found.client.environment if found.client else environment
    variables = " ".join(f"{name}={told[name]}" for name in _TOLD if told.get(name))
    switch = _readable(terminal.switch.enter)
    way = way_of(terminal, Strategy(findings.settings.bidi)).strategy
    return [
        say("terminal", lang, title=terminal.title or say("unnamed", lang)),
        *_answers(findings),
        *([say("variables", lang, variables=variables)] if variables else ()),
        say(f"alone_{terminal.alone}", lang),
        say("sent", lang, switch=switch) if switch else say("sent_nothing", lang),
        say("way_by_you" if findings.by_person else "way", lang, way=way),
        *_widths(findings),
        say("marks_shown" if findings.settings.tashkeel else "marks_hidden", lang),
        *([say("font", lang)] if findings.letters_meet is False else ()),
        *([say("kept", lang, key=findings.key)] if findings.kept else ()),
        *([] if findings.widths else [say("ask", lang)]),
    ]


def _answers(findings: Findings) -> Iterator[str]:
    answers, lang = findings.found.answers, findings.settings.lang
    mode = "" if answers.bdsm is None else f"BDSM {answers.bdsm}"
    attributes = f"DA2 {answers.attributes}" if answers.attributes else ""
    said = " · ".join(filter(None, (answers.version, attributes, mode)))
    if said:
        yield say("because", lang, answers=said)
    elif findings.asked:
        yield say("silent", lang)


def _readable(escapes: str) -> str:
    """Escapes as they are written in manuals: `CSI 8 l`, `OSC 50 ; …`."""
    return escapes.replace("\x1b[", "CSI ").replace("\x1b]", "OSC ").rstrip("\a").replace("8l", "8 l")


def _widths(findings: Findings) -> Iterator[str]:
    lang, widths = findings.settings.lang, findings.widths
    if widths is None:
        return
    if len(widths) < len(SAMPLES):
        yield say("widths_unknown", lang)
        return
    wrong = [(sample, taken) for sample, taken in zip(SAMPLES, widths, strict=True) if taken != SAMPLES[sample]]
    if not wrong:
        yield say("widths_right", lang)
    for sample, taken in wrong:
        yield say("width_wrong", lang, sample=sample, taken=taken, expected=SAMPLES[sample])


def for_terminal(lines: list[str], findings: Findings, columns: int) -> Iterator[str]:
    """The report as it is written to the terminal it speaks of, where nothing can be switched any more."""
    terminal = findings.found.terminal
    chosen = Strategy(findings.settings.bidi) if findings.by_person else Strategy.AUTO
    way = way_without_switch(terminal, chosen)
    options = PageOptions(tashkeel=bool(findings.settings.tashkeel))
    for line in lines:
        for row in visual_rows(line, min(columns, WIDEST), options):
            yield in_its_way(row, way, columns) + "\n"


def drawn(text: str, *, tashkeel: bool = True) -> str:
    """A short text in visual order."""
    return next(visual_rows(text, len(text) + 1, PageOptions(tashkeel=tashkeel))).lstrip()
