"""The panels beside the page: what they show, and that they keep their place."""

from __future__ import annotations

import datetime
import re
import time
import unicodedata
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.analysis.model import Analysis, Certainty, Entity, EntityType, Event, EventBasis, Mention
from reader.document.build import plain_blocks
from reader.document.model import Document, Source
from reader.reading import Reading
from reader.settings import Settings
from reader.text.span import Span
from reader.tui.app import QariApp
from reader.tui.messages import JumpRequested, MarkerMoved, NextMention
from reader.tui.screens.reading import ReadingScreen
from reader.tui.state.entities import touches
from reader.tui.state.timeline_rows import EventRow
from reader.tui.widgets.panel import LEAST, share

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence

    from textual.message import Message
    from textual.pilot import Pilot
    from textual.widget import Widget

    from reader.tui.widgets.panel import Panels

PARAGRAPH = "مشى الرجل في السوق حتى المساء، ولم يشتر شيئًا غير الخبز والزيتون. "
TEXT = "\n\n".join(PARAGRAPH * 4 for _ in range(40))


def entity(number: int, name: str, starts: Sequence[int], type_: EntityType = EntityType.PERSON, **more: str) -> Entity:
    mentions = tuple(Mention(Span(start, start + len(name)), type_) for start in starts)
    return Entity(f"e{number}", type_, name, mentions, **more)  # type: ignore[arg-type]


PEOPLE = (
    entity(1, "مريم", [10, 4000]),
    entity(2, "خالد الأنصاري", [20, 400, 5000]),
    entity(3, "هدى", [9000]),
    entity(4, "يوسف", [9100]),
    entity(5, "سلمى", [9200]),
)
PLACES = (
    entity(6, "قرطبة", [50, 90], EntityType.LOCATION, country="ES"),
    entity(7, "إسبانيا", [60], EntityType.LOCATION, country="ES"),
    entity(8, "مجلس المدينة", [70], EntityType.ORGANISATION),
)
EVENTS = (
    Event(
        "v1",
        Span(0, 130),
        Span(0, 3),
        "walk",
        certainty=Certainty.STATED,
        date="2021-03-14",
        basis=EventBasis.OWN_TIME,
        participants=("e1",),
        places=("e7",),
    ),
    Event("v2", Span(400, 440), Span(400, 403), "buy", certainty=Certainty.STATED, date="2021-03-15"),
    Event("v3", Span(9000, 9040), Span(9000, 9003), "walk"),
)  # fmt: skip
UNFOLDED = ["│ الأطراف: مريم؛ المكان: إسبانيا", "│ زمن مذكور في الجملة نفسها"]
"""What is said of the first of them below its clause."""
EVERYTHING = Analysis((*PEOPLE, *PLACES), events=EVENTS, complete=True)


def app_of(analysis: Analysis, text: str = TEXT, **settings: str) -> QariApp:
    reading = Reading(Document(text, plain_blocks(text), Source("text.txt", "text", "utf-8", "")))
    reading.analysis = analysis
    return QariApp([reading], Settings(**settings))  # type: ignore[arg-type]


@asynccontextmanager
async def on_screen(
    app: QariApp, size: tuple[int, int], told: list[Message] | None = None
) -> AsyncIterator[Pilot[None]]:
    """The screen, once what is known has come to it (it paints the text first); `told` gets every message."""
    hook = None if told is None else _Once(told)
    async with app.run_test(size=size, message_hook=hook) as pilot:
        await pilot.pause()
        await pilot.pause()
        yield pilot


class _Once:
    """Keeps each message once: Textual shows it at every widget that it comes to."""

    def __init__(self, told: list[Message]) -> None:
        self._told = told

    def __call__(self, message: Message) -> None:
        if not any(message is other for other in self._told):
            self._told.append(message)


def panels(app: QariApp) -> Panels:
    assert isinstance(app.screen, ReadingScreen)
    return app.screen.panels


def rows(widget: Widget) -> list[str]:
    """What the rows of a widget say, in reading order: base letters, and numbers the right way round."""
    return [said(widget.render_line(y).text) for y in range(widget.size.height)]


def said(row: str) -> str:
    base = "".join(char for char in row[::-1] if not unicodedata.combining(char))
    letters = "".join(char if char == "…" else unicodedata.normalize("NFKC", char) for char in base)
    return re.sub(r"\d+", lambda digits: digits[0][::-1], " ".join(letters.split()))


def cursor(widget: Widget) -> list[str]:
    """The row with the cursor, found by its ground."""
    found = []
    for y in range(widget.size.height):
        strip = widget.render_line(y)
        grounds = {segment.style.bgcolor for segment in strip if segment.style}
        if len(grounds) == 1 and grounds != {widget.render_line(0)._segments[-1].style.bgcolor}:  # type: ignore[union-attr]
            found.append(rows(widget)[y])
    return found


async def test_people_stand_by_count_then_by_first_mention() -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (120, 40)):
        drawn = rows(panels(app).people)
        assert drawn[0].startswith("الأشخاص ٥ ─")
        names = [row.removeprefix("• ").rstrip(" ▁▂") for row in drawn[1:6]]
        assert names == ["خالد الأنصاري ٣", "مريم ٢", "هدى ١", "يوسف ١", "سلمى ١"]


async def test_in_text_order_on_demand() -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (120, 40)) as pilot:
        await pilot.press("tab", "s")
        assert "مريم" in rows(panels(app).people)[1]


async def test_who_is_on_the_page_is_lit_as_one_scrolls() -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (120, 20)) as pilot:
        lit = [row for row in rows(panels(app).people) if row.startswith("•")]
        assert [row.split()[1] for row in lit] == ["خالد", "مريم"]
        await pilot.press("G")
        await pilot.pause()
        assert not any("مريم" in row for row in rows(panels(app).people) if row.startswith("•"))


async def test_enter_asks_for_a_mention_and_again_for_the_next() -> None:
    app = app_of(EVERYTHING)
    told: list[Message] = []
    async with on_screen(app, (120, 20), told) as pilot:
        await pilot.press("tab", "enter", "enter", "o")
        await pilot.pause()
        asked = [(message.entity, message.step) for message in told if isinstance(message, NextMention)]
        assert asked == [("e2", 1), ("e2", 1), ("e2", -1)]
        assert any(row.startswith("◂ خالد") for row in rows(panels(app).people))


async def test_a_click_on_a_row_goes_there_and_one_on_the_heading_does_not() -> None:
    app = app_of(EVERYTHING)
    told: list[Message] = []
    async with on_screen(app, (120, 20), told) as pilot:
        await pilot.click(panels(app).people, offset=(12, 0))
        await pilot.click(panels(app).people, offset=(12, 2))
        await pilot.pause()
        assert [message.entity for message in told if isinstance(message, NextMention)] == ["e1"]


async def test_a_growing_analysis_keeps_the_row_though_ids_and_order_change() -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (120, 16)) as pilot:
        await pilot.press("tab", "j", "j")
        await pilot.pause()
        people = panels(app).people
        assert ["هدى" in row for row in cursor(people)] == [True]
        line = rows(people).index(cursor(people)[0])
        newcomers = [entity(90 + n, f"زائر{n}", range(n * 40, n * 40 + 4)) for n in range(1, 20)]
        renumbered = [
            Entity(f"n{index}", one.type, one.name, one.mentions) for index, one in enumerate((*newcomers, *PEOPLE))
        ]
        panels(app).show(Analysis(tuple(renumbered), complete=False))
        await pilot.pause()
        assert ["هدى" in row for row in cursor(people)] == [True]
        assert rows(people).index(cursor(people)[0]) == line


async def test_the_cursor_follows_a_person_whose_name_turns_out_to_be_longer() -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (120, 30)) as pilot:
        await pilot.press("tab", "j", "j")
        fuller = Entity("e3", EntityType.PERSON, "هدى الراوي", PEOPLE[2].mentions)
        panels(app).show(Analysis((*PEOPLE[:2], fuller, *PEOPLE[3:])))
        await pilot.pause()
        assert ["هدى الراوي" in row for row in cursor(panels(app).people)] == [True]


async def test_until_someone_moves_there_the_first_rows_are_shown() -> None:
    app = app_of(Analysis(PEOPLE[2:], complete=True))
    async with on_screen(app, (120, 16)) as pilot:
        panels(app).show(EVERYTHING)
        await pilot.pause()
        assert "خالد" in rows(panels(app).people)[1]


@pytest.mark.parametrize(("complete", "expected"), [(False, "قيد التحليل…"), (True, "لا شيء هنا")])
async def test_an_empty_panel_says_whether_it_is_still_looking(complete: bool, expected: str) -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (120, 30)) as pilot:
        panels(app).show(Analysis(complete=complete))
        await pilot.pause()
        for part in (panels(app).people, panels(app).places, panels(app).events):
            assert rows(part)[1] == expected


async def test_a_city_stands_behind_its_country_where_both_have_room() -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (120, 30)) as pilot:
        assert "إسبانيا ‹ قرطبة ٢" in rows(panels(app).places)[1].replace("›", "‹")
        await pilot.resize_terminal(60, 30)
        await pilot.press("p")
        await pilot.pause()
        assert "قرطبة" in rows(panels(app).places)[1]


async def test_the_row_with_the_cursor_says_who_else_a_name_may_mean() -> None:
    doubtful = replace(PEOPLE[2], maybe=("e1", "e2"))
    app = app_of(Analysis((*PEOPLE[:2], doubtful), complete=True))
    async with on_screen(app, (120, 30)) as pilot:
        await pilot.press("tab", "end")
        said = rows(panels(app).people)
        assert said[-1] == "لعله مريم أو خالد الأنصاري"
        assert len(said) == 1 + 3 + 1, "and hides no other row"
        await pilot.press("home")
        assert "لعله" not in " ".join(rows(panels(app).people))


async def test_the_second_panel_turns_to_organisations_and_back() -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (120, 30)) as pilot:
        await pilot.press("tab", "tab", "left")
        assert rows(panels(app).places)[0].startswith("المنظمات ١")
        assert "مجلس المدينة" in rows(panels(app).places)[1]
        await pilot.press("left")
        assert rows(panels(app).places)[0].startswith("الأماكن ٢")


async def test_choosing_in_the_text_shows_the_row() -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (120, 30)) as pilot:
        panels(app).choose("e8")
        await pilot.pause()
        assert rows(panels(app).places)[1].startswith("◂ مجلس المدينة")


async def test_narrowing_by_typing_overlooks_spelling_and_escape_undoes_it() -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (120, 40)) as pilot:
        await pilot.press("tab", "f", *"الانصارى")
        await pilot.pause()
        drawn = rows(panels(app).people)
        assert drawn[0].startswith("الأشخاص الانصارى")
        assert "خالد الأنصاري" in drawn[1]
        assert not drawn[2]
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert rows(panels(app).people)[1].startswith("◂ خالد")
        await pilot.press("escape")
        assert "مريم" in rows(panels(app).people)[2]


async def test_events_that_are_left_keep_their_headings() -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (120, 40)) as pilot:
        await pilot.press("shift+tab", "f", *"مشى")
        drawn = rows(panels(app).events)
        assert drawn[0].startswith("الأحداث مشى▏ ١")
        assert drawn[1:3] == ["مارس ٢٠٢١", "│ الأحد ١٤"]
        assert drawn[3].startswith("● مشى الرجل")
        assert [row for row in drawn[5:] if row] == UNFOLDED  # the row with the cursor has two lines, and what is known
        await pilot.press(*"zzz")
        assert rows(panels(app).events)[1] == "لا نتائج"


async def test_letters_typed_into_the_filter_are_no_commands() -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (120, 40)) as pilot:
        await pilot.press("tab", "f", "q", "1", "?")
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert rows(panels(app).people)[1] == "لا نتائج"
        assert app.screen.page.overlay.pointed is None, "no row is left to light a name for"


async def test_the_timeline_moves_a_marker_and_enter_goes_there() -> None:
    app = app_of(EVERYTHING)
    told: list[Message] = []
    async with on_screen(app, (120, 40), told) as pilot:
        await pilot.press("shift+tab", "j", "j", "j", "enter")
        await pilot.pause()
    marked = [message.span for message in told if isinstance(message, MarkerMoved)]
    assert marked == [EVENTS[1].clause, EVENTS[2].clause, EVENTS[2].clause]  # no further row: nothing to say
    assert [message.span for message in told if isinstance(message, JumpRequested)] == [EVENTS[2].clause]


async def test_the_event_with_the_cursor_unfolds_to_clause_who_and_where_and_why_this_date() -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (120, 40)) as pilot:
        events = panels(app).events
        before = rows(events)
        assert before[1:3] == ["مارس ٢٠٢١", "│ الأحد ١٤"]
        assert before[3].startswith("● مشى الرجل")
        assert before[3].endswith("…")
        assert before[4] == "│ الاثنين ١٥"
        await pilot.press("shift+tab")
        after = rows(events)
        assert after[4].startswith("│ ")
        assert after[4].endswith("…")
        assert after[5:8] == [*UNFOLDED, "│ الاثنين ١٥"]
        await pilot.press("w")
        assert rows(events)[5:7] == [UNFOLDED[0], "│ الاثنين ١٥"], "the reason can be left out"


async def test_no_event_is_hidden_beside_empty_room_when_another_unfolds() -> None:
    long = "خالد بن يوسف الأنصاري القرطبي"
    people = (entity(1, long, [10]), entity(2, f"{long} الأصغر", [20]))
    first = replace(EVENTS[0], participants=("e1", "e2"), places=("e7",))
    app = app_of(Analysis((*people, *PLACES), events=(first, *EVENTS[1:]), complete=True))
    async with on_screen(app, (120, 40)) as pilot:
        await pilot.press("shift+tab")
        drawn = rows(panels(app).events)
        assert "(+" not in drawn[0]
        assert [row for row in drawn if row][-1].startswith("– ")


async def test_what_an_event_unfolds_to_reads_from_the_left_in_english() -> None:
    app = app_of(EVERYTHING, lang="en")
    async with on_screen(app, (120, 40)) as pilot:
        await pilot.press("shift+tab")
        events = panels(app).events
        assert any("Who: ﻢﻳﺮﻣ; Where: ﺎﻴﻧﺎﺒﺳﺇ" in events.render_line(y).text for y in range(events.size.height))


async def test_tab_goes_through_the_panels_and_back_to_the_page() -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (120, 40)) as pilot:
        seen = []
        for key in ("tab",) * 4 + ("shift+tab",) * 4:
            await pilot.press(key)
            seen.append(app.focused.id if app.focused else None)
        assert seen == ["people", "places", "events", "page", "events", "places", "people", "page"]


async def test_counts_are_of_one_family_and_names_are_as_written() -> None:
    named = Analysis((entity(1, "مركبة 57", [3, 80, 99]),), complete=True)
    app = app_of(named)
    async with on_screen(app, (120, 40)):
        assert "57 ٣" in rows(panels(app).people)[1]
    app = app_of(named, lang="en")
    async with on_screen(app, (120, 40)):
        assert "57 3" in rows(panels(app).people)[1]


async def test_a_name_gives_way_at_its_logical_end() -> None:
    app = app_of(Analysis((entity(1, "عبد الرحمن " * 9 + "ابن خلدون", [3]),), complete=True))
    async with on_screen(app, (90, 40)):
        row = rows(panels(app).people)[1]
        assert row.startswith("• عبد الرحمن")
        assert "… ١" in row


async def test_a_low_screen_shows_the_panel_with_the_focus_alone() -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (120, 10)) as pilot:
        await pilot.press("tab")
        await pilot.pause()
        assert heights(app) == [7, 0, 0]
        await pilot.press("tab")
        await pilot.pause()
        assert heights(app) == [0, 7, 0]


def heights(app: QariApp) -> list[int]:
    shown = panels(app)
    return [part.size.height for part in (shown.people, shown.places, shown.events)]


@pytest.mark.parametrize(
    ("total", "wanted", "expected", "reason"),
    [
        (22, [40, 40, 40], [8, 7, 7], "equal wants, equal rows"),
        (30, [3, 5, 9], [3, 5, 9], "all there is, and room left"),
        (22, [3, 5000, 14], [3, 15, 4], "what one does not want goes to the others"),
        (12, [99, 99, 99], [4, 4, 4], "just enough"),
        (11, [99, 99, 99], None, "not enough for all"),
    ],
)
def test_sharing_rows(total: int, wanted: list[int], expected: list[int] | None, reason: str) -> None:
    assert share(total, wanted) == expected, reason
    assert LEAST == 4


@pytest.mark.parametrize(
    ("visible", "expected"),
    [
        (Span(0, 10), False),
        (Span(0, 11), True),
        (Span(12, 13), True),
        (Span(14, 3999), False),
        (Span(4003, 9999), True),
    ],
)
def test_who_is_on_a_page(visible: Span, expected: bool) -> None:
    assert touches(PEOPLE[0], visible) is expected


async def seconds_to_scroll(count: int) -> float:
    """Processor time of going to the end of a list of so many people and back, row by row."""
    crowd = tuple(entity(n, f"شخص رقم {n}", [n, n + 50]) for n in range(count))
    app = app_of(Analysis(crowd, complete=True))
    async with on_screen(app, (120, 40)) as pilot:
        await pilot.press("tab")
        began = time.process_time()
        await pilot.press("G", *["k"] * 20, "g", *["j"] * 20)
        await pilot.pause()
        assert len(list(panels(app).people.children)) == 0  # no widget a row
        assert "شخص رقم 20" in cursor(panels(app).people)[0]
        return time.process_time() - began


async def test_five_thousand_people_scroll_as_fast_as_fifty() -> None:
    """Near enough: were all of them drawn, it would take a hundred times as long."""
    assert await seconds_to_scroll(5_000) < 10 * await seconds_to_scroll(50)


async def test_back_from_the_timeline_is_where_one_read() -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (120, 30)) as pilot:
        assert isinstance(app.screen, ReadingScreen)
        page = app.screen.page
        await pilot.press("space")
        await pilot.pause()
        read = page.shown.start
        await pilot.press("shift+tab", "j", "j", "k")
        await pilot.pause()
        assert page.shown.start != read
        await pilot.press("backspace")
        await pilot.pause()
        assert page.shown.start == read


async def test_the_cursor_lights_its_entity_softly_until_the_panel_is_left() -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (120, 30)) as pilot:
        assert isinstance(app.screen, ReadingScreen)
        overlay = app.screen.page.overlay
        seen = []
        for key in ("tab", "j", "tab", "tab", "tab"):
            await pilot.press(key)
            await pilot.pause()
            seen.append(overlay.pointed)
        assert seen[0] == panels(app).people._rows.entries[0].id
        assert seen[1] == panels(app).people._rows.entries[1].id
        assert seen[2] == panels(app).places._rows.entries[0].id
        assert seen[3:] == [None, None]
        assert overlay.chosen is None, "nothing is dimmed"


async def test_panels_over_the_page_go_when_it_gets_the_focus() -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (80, 24)) as pilot:
        shown = []
        for key in ("p", "tab", "tab", "tab", "tab", "escape"):
            await pilot.press(key)
            await pilot.pause()
            shown.append((panels(app).display, app.focused.id if app.focused else None))
        assert shown == [
            (True, "people"),
            (True, "places"),
            (True, "events"),
            (False, "page"),
            (True, "events"),
            (False, "page"),
        ]


@pytest.mark.parametrize("width", [60, 120])
async def test_enter_again_and_again_goes_from_mention_to_mention(width: int) -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (width, 24)) as pilot:
        assert isinstance(app.screen, ReadingScreen)
        await pilot.press("tab")
        first = panels(app).people.current
        assert first is not None
        at = []
        for _ in range(3):
            await pilot.press("enter")
            await pilot.pause()
            at.append(app.screen.page.overlay.at)
        assert at == [mention.span for mention in first.mentions[:3]]
        assert panels(app).display is (width == 120), "over the text they would hide where it leads"


async def test_panels_do_not_go_on_looking_when_the_analysis_has_failed() -> None:
    reading = Reading(Document(TEXT, plain_blocks(TEXT), Source("text.txt", "text", "utf-8", "")))

    def fail(stop: object = None, view: object = None) -> Iterator[Analysis]:
        raise ValueError("no list of names")
        yield

    reading.analyses = fail  # type: ignore[method-assign]
    app = QariApp([reading], Settings())
    async with on_screen(app, (120, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert rows(panels(app).people)[1] == "تعذر التحليل هنا"


WITH_A_PLACE, WITHOUT = (
    Event("v4", Span(50, 80), Span(50, 53), "walk", date="2021-03-14", participants=("e2",), places=("e6",)),
    Event("v5", Span(400, 440), Span(400, 403), "buy", date="2021-03-15", participants=("e2",)),
)
PLACED = Analysis((*PEOPLE, *PLACES), events=(EVENTS[0], WITH_A_PLACE, WITHOUT, EVENTS[2]), complete=True)


@pytest.mark.parametrize(
    ("keys", "title", "shown"),
    [
        (["tab", "e"], "أحداث خالد الأنصاري ٢", {"v4", "v5"}),
        (["tab", "j", "e"], "أحداث مريم ١", {"v1"}),
        (["tab", "tab", "e"], "أحداث قرطبة ١", {"v4"}),
        (["tab", "enter", "shift+tab", "shift+tab", "e"], "أحداث خالد الأنصاري ٢", {"v4", "v5"}),
        (["tab", "ث"], "أحداث خالد الأنصاري ٢", {"v4", "v5"}),
        (["tab", "e", "e"], "الأحداث ٤", {"v1", "v4", "v5", "v3"}),
        (["tab", "e", "j", "e"], "أحداث مريم ١", {"v1"}),
        (["tab", "e", "tab", "tab", "e"], "الأحداث ٤", {"v1", "v4", "v5", "v3"}),
        (["tab", "e", "tab", "tab", "escape"], "الأحداث ٤", {"v1", "v4", "v5", "v3"}),
        (["shift+tab", "e"], "الأحداث ٤", {"v1", "v4", "v5", "v3"}),
    ],
    ids=["person", "another", "place", "chosen", "layout", "lifted", "changed", "lifted there", "escape", "nobody"],
)
async def test_events_of_one_name_alone(keys: list[str], title: str, shown: set[str]) -> None:
    app = app_of(PLACED)
    async with on_screen(app, (120, 40)) as pilot:
        await pilot.press(*keys)
        events = panels(app).events
        assert rows(events)[0].startswith(title)
        assert {row.event.id for row in events._rows.entries if isinstance(row, EventRow)} == shown


async def test_events_of_one_name_stay_so_when_more_is_known_under_another_id() -> None:
    app = app_of(PLACED)
    async with on_screen(app, (120, 40)) as pilot:
        await pilot.press("tab", "e")
        renamed = replace(PEOPLE[1], id="e77")
        later = replace(WITH_A_PLACE, participants=("e77",))
        panels(app).show(replace(PLACED, entities=(renamed, *PLACES), events=(EVENTS[0], later)))
        await pilot.pause()
        events = panels(app).events
        assert [row.event.id for row in events._rows.entries if isinstance(row, EventRow)] == ["v4"]


async def test_a_panel_keeps_its_room_while_it_shows_one_name_alone() -> None:
    app = app_of(PLACED)
    async with on_screen(app, (120, 40)) as pilot:
        height = panels(app).events.size.height
        await pilot.press("tab", "j", "e", "tab", "tab")
        assert panels(app).events.size.height == height


async def test_a_long_name_is_cut_at_its_end_and_the_count_stays() -> None:
    long = replace(PEOPLE[1], name="خالد بن عبد الرحمن بن محمد بن سليمان الأنصاري الأندلسي")
    app = app_of(replace(PLACED, entities=(PEOPLE[0], long, *PLACES)))
    async with on_screen(app, (95, 40)) as pilot:
        await pilot.press("tab", "e")
        heading = rows(panels(app).events)[0]
        assert heading.startswith("أحداث خالد بن")
        assert "… ٢" in heading


async def test_hijri_dates_beside_civil_ones_on_a_key() -> None:
    app = app_of(PLACED)
    async with on_screen(app, (160, 40)) as pilot:
        await pilot.press("tab", "h")
        drawn = rows(panels(app).events)
        assert "مارس ٢٠٢١، رجب – شعبان ١٤٤٢" in drawn
        await pilot.press("ا")
        assert "مارس ٢٠٢١" in rows(panels(app).events), "the same key on an Arabic keyboard"


async def test_a_narrow_panel_says_less_of_the_hijri_period() -> None:
    app = app_of(PLACED)
    async with on_screen(app, (91, 40)) as pilot:
        await pilot.press("tab", "h")
        assert "مارس ٢٠٢١، ١٤٤٢ هـ" in rows(panels(app).events)


@pytest.mark.parametrize(
    ("date", "width", "expected"),
    [
        (datetime.date(2021, 3, 14), 160, "تاريخ النص: ١٤ مارس ٢٠٢١"),
        (datetime.date(2021, 3, 14), 91, "١٤ مارس ٢٠٢١"),
        (None, 120, "تاريخ النص؟"),
    ],
)
async def test_the_panel_of_events_says_what_they_are_counted_from(
    date: datetime.date | None, width: int, expected: str
) -> None:
    app = app_of(replace(PLACED, document_date=date))
    async with on_screen(app, (width, 40)):
        assert rows(panels(app).events)[0].endswith(f"─ {expected}")


async def test_the_timeline_opens_at_the_document_date_and_keeps_its_place_once_moved_in() -> None:
    days = [f"2021-{month:02}-{day:02}" for month in range(1, 7) for day in (3, 14)]
    events = tuple(
        replace(EVENTS[1], id=f"v{n}", clause=Span(n * 50, n * 50 + 40), date=day, earliest=day, latest=day)
        for n, day in enumerate(days)
    )
    app = app_of(Analysis(PEOPLE, events=events, document_date=datetime.date(2021, 4, 15), complete=True))
    async with on_screen(app, (120, 30)) as pilot:
        assert "│ الأربعاء ١٤" in rows(panels(app).events), "14 April"
        await pilot.press("shift+tab")
        entry = panels(app).events.current
        assert isinstance(entry, EventRow)
        assert entry.event.date == "2021-04-14"
        await pilot.press("j")
        panels(app).show(Analysis(PEOPLE, events=events, document_date=datetime.date(2021, 1, 1), complete=True))
        entry = panels(app).events.current
        assert isinstance(entry, EventRow)
        assert entry.event.date == "2021-05-03"


async def test_a_list_that_is_empty_has_no_count() -> None:
    app = app_of(Analysis(PEOPLE, complete=True))
    async with on_screen(app, (120, 30)):
        assert "٠" not in rows(panels(app).events)[0]


async def test_no_event_is_pushed_out_by_the_one_with_the_cursor() -> None:
    app = app_of(EVERYTHING)
    async with on_screen(app, (120, 50)) as pilot:
        events = panels(app).events
        last = [row for row in rows(events) if row][-1]
        await pilot.press("shift+tab")
        await pilot.pause()
        assert [row for row in rows(events) if row][-1] == last


async def test_what_is_named_once_and_hardly_believed_is_folded_in_a_long_list() -> None:
    sure = [entity(number, f"زيد {number}", [10 * number, 10 * number + 5]) for number in range(1, 71)]
    doubtful = entity(99, "أعاظم القواد", [8000])
    doubtful = replace(doubtful, mentions=(replace(doubtful.mentions[0], score=0.5),))
    app = app_of(Analysis((*sure, doubtful), complete=True), lang="en")
    async with on_screen(app, (120, 40)) as pilot:
        people = panels(app).people
        assert doubtful not in people._rows.entries
        assert people.title() == "People (and 1 folded: x)"
        people.focus()
        await pilot.press("f", *"قواد", "enter")
        assert [*people._rows.entries] == [doubtful], "it is found all the same"
        await pilot.press("escape", "x")
        assert (len(people._rows.entries), people.title()) == (71, "People")
        await pilot.press("x")
        assert len(people._rows.entries) == 70


async def test_in_a_short_list_nothing_is_folded() -> None:
    doubtful = replace(PEOPLE[2], mentions=(replace(PEOPLE[2].mentions[0], score=0.5),))
    app = app_of(Analysis((*PEOPLE[:2], doubtful), complete=True), lang="en")
    async with on_screen(app, (120, 40)):
        assert doubtful in panels(app).people._rows.entries
