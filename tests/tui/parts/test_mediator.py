"""What is decided between the parts."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from reader.analysis.model import Analysis
from reader.document.marks import Mark, Role
from reader.text.span import Span
from reader.tui.options import ScreenOptions
from reader.tui.parts.mediator import Mediator
from reader.tui.state.overlay import Marks

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.parts.conftest import Bar, Calls, FakePage, Row

    from reader.analysis.model import Entity
    from reader.reading import Reading
    from reader.tui.state.where import Where

NARROW = 60


@pytest.fixture
def told() -> list[Where]:
    """What the status row was given to say."""
    return []


@pytest.fixture
def clipboard() -> list[str]:
    return []


@pytest.fixture
def only(make_calls: type[Calls]) -> Calls:
    """Calls for the events of one name."""
    return make_calls()


@pytest.fixture
def lights(make_calls: type[Calls]) -> Calls:
    """Calls for whose name is lit."""
    return make_calls()


@pytest.fixture
def parts(
    make_reading: Callable[[str], Reading], page: FakePage, row: Row, bar: Bar, make_calls: type[Calls],
    told: list[Where], clipboard: list[str], only: Calls, lights: Calls,
) -> Mediator:  # fmt: skip
    nothing: Any = lambda *_, **__: SimpleNamespace(stop=lambda: None)  # noqa: E731
    panels = SimpleNamespace(
        display=True, over=False, choose=nothing, show=nothing, leave=nothing, focus_last=nothing,
        only_events_of=only, come_to=nothing, listing=False, has_keys=False, list_hits=nothing, show_hits=nothing,
        light=lights,
    )  # fmt: skip
    status = SimpleNamespace(
        notify_briefly=row.notify_briefly, take_back=row.take_back, hide=row.hide, show=told.append
    )
    view: Any = SimpleNamespace(
        page=page, panels=panels, status=status, find_bar=bar, date_bar=bar, dress=nothing, focus_page=nothing,
        focus_next=nothing, focus_previous=nothing, set_interval=nothing, set_timer=nothing, analyse_aside=nothing,
        halt_analysis=nothing, search_aside=nothing, follow_aside=nothing, entitle=nothing,
    )  # fmt: skip
    app: Any = SimpleNamespace(paint=None, options=ScreenOptions(lang="en"), copy_to_clipboard=clipboard.append)
    return Mediator(make_reading("قالت ليلى كلمة لسالم. " * 50), app, view)


@pytest.fixture
def layla(parts: Mediator, person: Callable[..., Entity]) -> Entity:
    """She is known, and named three times."""
    layla = person("e1", "ليلى", 5, 27, 500)
    marks = Marks([Mark(mention.span, Role.PERSON, "e1") for mention in layla.mentions])
    parts.begin(None)
    parts.following.arrived(Analysis((layla,), reach=1_000, complete=True), marks, 1)
    return layla


def test_what_there_is_to_say_of_the_terminal_comes_first(parts: Mediator, row: Row) -> None:
    parts.begin("no italics here")
    assert row.said == ["no italics here"]


def test_the_status_row_says_where_one_is(parts: Mediator, layla: Entity, page: FakePage, told: list[Where]) -> None:
    page.go_to(500)
    parts.choosing.choose(layla.id)
    assert told[-1].part == page.progress
    assert (told[-1].chosen, told[-1].mention) == ("ليلى", (3, 3))
    assert told[-1].analysed is None
    assert told[-1].minutes is not None
    page.go_to(1_050)
    parts.tell()
    assert told[-1].minutes is None, "at the end there is nothing left to read"


def test_no_mention_is_counted_before_all_are_known(
    parts: Mediator, layla: Entity, page: FakePage, told: list[Where], lights: Calls
) -> None:
    parts.choosing.choose(layla.id)
    parts.following.analyse()
    assert (told[-1].chosen, told[-1].mention) == ("ليلى", None)
    assert [*lights.made[-1]] == [layla.id], "the panel shows whose name is lit, as the status row says it"
    parts.escape()
    assert [*lights.made[-1]] == [None]


def test_digits_are_told_as_the_interface_writes_them(parts: Mediator, told: list[Where]) -> None:
    parts.hiding.take_key("٥", "٥")
    assert told[-1].typed == "", "one digit has switched a type"
    parts.hiding.take_key("٠", "٠")
    assert told[-1].typed == "50"


def test_enter_copies_what_is_selected_else_goes_on(parts: Mediator, layla: Entity, page: FakePage) -> None:
    parts.go_on()
    assert page.overlay.at == layla.mentions[0].span
    page.selected = Span(0, 4)
    parts.go_on()
    assert page.copied
    assert page.overlay.at == layla.mentions[0].span


def test_what_is_copied_is_the_text_as_written_and_counted(parts: Mediator, clipboard: list[str], row: Row) -> None:
    parts.copy(Span(0, 14))
    assert clipboard == ["قالت ليلى كلمة"]
    assert row.said == ["copied 3 words"]


def test_what_is_copied_with_its_source_says_where_it_stands(parts: Mediator, clipboard: list[str], row: Row) -> None:
    parts.copy(Span(0, 14), cited=True)
    assert clipboard == ["قالت ليلى كلمة\n\n— text.txt, paragraph 1 of 1"]
    assert row.said == ["copied 3 words with the source"]


def test_nothing_selected_is_said_and_the_clipboard_left(parts: Mediator, clipboard: list[str], row: Row) -> None:
    parts.copy(None)
    assert not clipboard
    assert row.said == ["nothing is selected: v, or the mouse"]


def test_events_of_nobody_are_not_shown(parts: Mediator, only: Calls, row: Row) -> None:
    parts.only_events_of(None)
    assert row.said == ["choose a name first"]
    parts.only_events_of("e1")
    assert only.made == [("e1",)]


def test_what_a_panel_leads_to_is_not_covered_by_it(parts: Mediator, layla: Entity) -> None:
    parts.margin.place(NARROW)
    shown = []
    for lead in (partial(parts.mention_of, layla.id, 1), partial(parts.jump, Span(700, 710))):
        parts.margin.toggle()
        shown.append(parts.panels.display)
        lead()
        shown.append(parts.panels.display)
    assert shown == [True, False] * 2


def test_escape_undoes_one_thing_at_a_time(parts: Mediator, layla: Entity, page: FakePage) -> None:
    parts.choosing.choose("e1")
    parts.searching.open()
    parts.searching.type("كلمة")
    parts.searching.accept()
    parts.margin.place(NARROW)
    parts.margin.toggle()
    page.selected = Span(0, 4)

    def left() -> tuple[bool, ...]:
        return page.selected is not None, parts.panels.display, parts.searching.lit, parts.choosing.chosen is not None

    seen = []
    for _ in range(4):
        parts.escape()
        seen.append(left())
    assert seen == [
        (False, True, True, True),
        (False, False, True, True),
        (False, False, False, True),
        (False, False, False, False),
    ]
