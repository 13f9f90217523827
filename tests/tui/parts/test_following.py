"""Following the analysis: what is shown, of which analysis, and what comes too late."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.analysis.model import Analysis, Notice, NoticeKind
from reader.document.build import plain_blocks
from reader.document.marks import Mark, Role
from reader.text.span import Span
from reader.tui.parts.choosing import Choosing
from reader.tui.parts.following import CLOCK, Following
from reader.tui.state.known import Known
from reader.tui.state.overlay import Marks
from reader.wording import notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.parts.conftest import Calls, FakePage, Row

    from reader.analysis.model import Entity
    from reader.reading import Reading
    from reader.tui.parts.voice import Voice


class Clock:
    """Ticks when it is told to; `now` is in seconds."""

    def __init__(self) -> None:
        self.now = 0.0
        self.running = 0
        self.tick: Callable[[], None]

    def start(self, seconds: float, tick: Callable[[], None]) -> Clock:
        assert seconds == CLOCK
        self.running += 1
        self.tick = tick
        return self

    def stop(self) -> None:
        self.running -= 1


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def reading(make_reading: Callable[[str], Reading]) -> Reading:
    return make_reading("زارت ليلى مدينة الإسكندرية. " * 40)


@pytest.fixture
def starts(make_calls: type[Calls]) -> Calls:
    """Calls to the worker."""
    return make_calls()


@pytest.fixture
def listener(make_calls: type[Calls]) -> Calls:
    return make_calls()


@pytest.fixture
def leaving(make_calls: type[Calls]) -> Calls:
    return make_calls()


@pytest.fixture
def halts(make_calls: type[Calls]) -> Calls:
    return make_calls()


@pytest.fixture
def make_following(
    reading: Reading, page: FakePage, voice: Voice, clock: Clock,
    starts: Calls, halts: Calls, listener: Calls, leaving: Calls, calls: Calls,
) -> Callable[[], Following]:  # fmt: skip
    """Each for a screen of its own."""

    def make() -> Following:
        following = Following(
            reading,
            page,
            voice,
            start=starts,
            halt=halts,
            every=clock.start,
            leave=leaving,
            tell=calls,
            now=lambda: clock.now,
        )
        following.listeners = (listener,)
        return following

    return make


@pytest.fixture
def following(make_following: Callable[[], Following]) -> Following:
    return make_following()


def marks(count: int) -> Marks:
    return Marks([Mark(Span(10 * n, 10 * n + 4), Role.PERSON, "e1") for n in range(count)])


def test_what_is_known_already_is_shown_and_not_looked_for_again(
    following: Following, reading: Reading, page: FakePage, starts: Calls, listener: Calls
) -> None:
    reading.analyse()
    following.begin()
    assert listener.made == [(reading.analysis,)]
    assert page.overlay.marks.count == len(reading.marks())
    assert not starts.made
    assert following.part is None


def test_what_is_not_known_is_looked_for_aside(following: Following, starts: Calls, listener: Calls) -> None:
    following.begin()
    assert len(starts.made) == 1
    assert following.part == 0
    assert not listener.made


def test_news_are_painted_and_told_as_one(following: Following, page: FakePage, listener: Calls, starts: Calls) -> None:
    following.begin()
    analysis, found = Analysis(reach=100), marks(2)
    following.arrived(analysis, found, starts.ticket)
    assert page.overlay.marks is found
    assert listener.made == [(analysis,)]
    assert following.part is not None


def test_drawn_and_looked_up_is_the_analysis_that_was_told_of_not_the_one_in_the_making(
    following: Following, reading: Reading, page: FakePage, starts: Calls, calls: Calls, person: Callable[..., Entity]
) -> None:
    """The worker is ahead of its news: there ids may stand for others already."""

    class Panels:
        chosen: str | None = None

        def choose(self, entity: str | None) -> None:
            self.chosen = entity

        def come_to(self, entity: str | None) -> None:
            """Show its row."""

    choosing = Choosing(page, Panels(), calls)
    following.listeners = (choosing.learn,)
    following.begin()
    told = Analysis((person("e1", "ليلى", 5, 33),), reach=100)
    reading.analysis = Analysis((person("e1", "سالم", 1), person("e2", "ليلى", 5, 33)), reach=200)
    following.arrived(told, marks(2), starts.ticket)
    choosing.choose("e1")
    assert choosing.chosen is told.entities[0]
    following.arrived(reading.analysis, marks(3), starts.ticket)
    assert choosing.chosen is reading.analysis.entities[1], "the same person"
    assert page.overlay.chosen == "e2"


@pytest.mark.parametrize(
    ("reach", "count", "complete", "shown", "reason"),
    [
        (200, 9, False, True, "farther"),
        (100, 6, False, True, "as far, with something more in view"),
        (100, 5, False, True, "the same again"),
        (100, 4, False, False, "as far, with fewer marks: the view is still to come"),
        (50, 9, False, False, "less far, as at the start of a new analysis"),
        (50, 0, True, True, "what is complete is the truth"),
    ],
)
def test_news_that_reach_less_far_than_what_is_shown_wait(
    reach: int, count: int, complete: bool, shown: bool, reason: str,
    following: Following, page: FakePage, listener: Calls, starts: Calls,
) -> None:  # fmt: skip
    following.begin()
    following.arrived(Analysis(reach=100), marks(5), starts.ticket)
    news = marks(count)
    following.analyse()
    following.arrived(Analysis(reach=reach, complete=complete), news, starts.ticket)
    assert (page.overlay.marks is news) is shown, reason
    assert len(listener.made) == 1 + shown


@pytest.mark.parametrize("complete", [False, True])
def test_news_of_an_analysis_that_was_given_up_come_too_late(
    complete: bool, following: Following, page: FakePage, listener: Calls, starts: Calls
) -> None:
    following.begin()
    late = starts.ticket
    following.analyse()
    following.arrived(Analysis(reach=500, complete=complete), marks(9), late)
    following.failed("no memory", late)
    assert page.overlay.marks.count == 0
    assert not listener.made
    assert following.part is not None, "the new one goes on"


def test_the_bar_moves_on_between_the_news_and_goes_at_the_end(
    following: Following, clock: Clock, starts: Calls, calls: Calls
) -> None:
    following.begin()
    clock.now = 1.0
    following.arrived(Analysis(reach=100), marks(1), starts.ticket)
    parts = []
    for clock.now in (2.0, 3.0):
        told = len(calls.made)
        clock.tick()
        parts.append(following.part)
        assert len(calls.made) == told + 1
    assert parts[0] is not None
    assert parts[1] is not None
    assert 0 < parts[0] < parts[1] < 1
    following.arrived(Analysis(reach=1_000, complete=True), marks(2), starts.ticket)
    assert following.part is None
    assert not clock.running


def test_there_is_one_clock_however_often_one_begins_anew(following: Following, clock: Clock) -> None:
    following.begin()
    following.analyse()
    assert clock.running == 1


def test_an_analysis_that_fails_ends_the_looking_and_says_why(
    following: Following, leaving: Calls, starts: Calls, clock: Clock, row: Row, calls: Calls
) -> None:
    following.begin()
    told = len(calls.made)
    following.failed("no memory", starts.ticket)
    assert following.part is None
    assert leaving.made == [(Known.FAILED,)]
    assert not clock.running
    assert row.said == ["analysis failed: no memory"]
    assert len(calls.made) == told + 1
    following.switch()
    assert len(starts.made) == 2, "once more"
    assert leaving.made[-1] == (Known.PART,)


def test_what_there_is_to_know_about_an_analysis_is_said_at_its_end(
    following: Following, starts: Calls, row: Row
) -> None:
    following.begin()
    notices = (Notice(NoticeKind.NOT_ARABIC), Notice(NoticeKind.STEP_FAILED, "names", "OSError"))
    following.arrived(Analysis(notices=notices), marks(0), starts.ticket)
    assert not row.said
    following.arrived(Analysis(notices=notices, complete=True), marks(0), starts.ticket)
    assert row.said == ["; ".join(notice(one, "en") for one in notices)]


def test_an_analysis_that_is_stopped_leaves_what_it_has_found_and_goes_on_when_asked(
    following: Following, reading: Reading, page: FakePage, halts: Calls, leaving: Calls, starts: Calls,
    clock: Clock, row: Row,
) -> None:  # fmt: skip
    following.begin()
    first = starts.ticket
    following.arrived(Analysis(reach=100), marks(5), first)
    following.switch()
    assert (following.part, clock.running, len(halts.made)) == (None, 0, 1)
    assert leaving.made == [(Known.STOPPED,)]
    following.arrived(Analysis(reach=200), marks(9), first)
    assert page.overlay.marks.count == 5, "what was on its way is not news any more"
    following.switch()
    assert following.part == 0
    assert len(starts.made) == 2
    assert leaving.made[-1] == (Known.PART,)
    reading.analyse()
    following.arrived(reading.analysis, marks(9), starts.ticket)
    assert page.overlay.marks.count == 9
    following.switch()
    assert row.said == ["analysis stopped: z goes on", "the analysis goes on", "the analysis is complete"]
    assert len(halts.made) == 1


def test_a_stopped_analysis_is_not_begun_anew_by_going_away_and_back(
    make_following: Callable[[], Following], reading: Reading, leaving: Calls, starts: Calls, listener: Calls
) -> None:
    first, second = make_following(), make_following()
    first.begin()
    first.switch()
    reading.analysis = Analysis(reach=100)
    second.begin()
    assert len(starts.made) == 1
    assert listener.made == [(Analysis(reach=100),)]
    assert leaving.made == [(Known.STOPPED,), (Known.STOPPED,)]
    second.switch()
    assert len(starts.made) == 2, "it goes on when asked"


def test_what_was_analysed_of_a_shorter_text_reaches_no_further(
    make_following: Callable[[], Following], reading: Reading, page: FakePage, leaving: Calls
) -> None:
    reading.analyse()
    length = len(reading.document.text)
    grown(reading, 3)
    reading.halted = True
    make_following().begin()
    assert page.overlay.reach == reading.analysis.reach <= length
    assert leaving.made == [(Known.STOPPED,)]


def test_a_stopped_analysis_is_not_begun_anew_by_more_text(
    following: Following, reading: Reading, starts: Calls
) -> None:
    following.begin()
    following.switch()
    grown(reading, 2)
    following.grew(over=True)
    assert len(starts.made) == 1


def grown(reading: Reading, times: int) -> None:
    """The text goes on until it is so many times as long."""
    text = reading.document.text * times
    reading.grow(replace(reading.document, text=text, blocks=plain_blocks(text)))


def test_what_has_come_is_analysed_after_what_is_under_way(
    following: Following, reading: Reading, starts: Calls
) -> None:
    following.begin()
    length = len(reading.document.text)
    grown(reading, 2)
    following.grew(over=False)
    assert len(starts.made) == 1, "one is under way"
    following.arrived(Analysis(complete=True, reach=length), marks(0), 1)
    assert len(starts.made) == 2
    following.arrived(Analysis(complete=True, reach=2 * length), marks(0), 2)
    assert (len(starts.made), following.part) == (2, None)


def test_of_a_long_text_an_eighth_more_is_waited_for(following: Following, reading: Reading, starts: Calls) -> None:
    grown(reading, 100)
    following.begin()
    following.arrived(Analysis(complete=True, reach=len(reading.document.text)), marks(0), 1)
    text = reading.document.text + "وصل. "
    reading.grow(replace(reading.document, text=text))
    following.grew(over=False)
    assert len(starts.made) == 1
    following.grew(over=True)
    assert len(starts.made) == 2, "and all of it is, at the end"


def test_when_all_has_come_what_is_under_way_is_begun_anew(
    following: Following, reading: Reading, starts: Calls
) -> None:
    following.begin()
    grown(reading, 2)
    following.grew(over=True)
    assert len(starts.made) == 2
