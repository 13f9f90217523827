"""The screen says what is true: where one is, whose name is lit, what is known, and which keys mean something now."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual import events

from reader.analysis.model import (
    Analysis,
    Certainty,
    Entity,
    EntityType,
    Event,
    EventBasis,
    Mention,
    Notice,
    NoticeKind,
)
from reader.document.build import plain_blocks
from reader.document.marks import Role
from reader.document.model import Document, Source
from reader.reading import Reading
from reader.settings import Settings
from reader.text.span import Span
from reader.tui import textual_private
from reader.tui.app import QariApp
from reader.tui.messages import AnalysisArrived, NextMention
from reader.tui.screens.reading import ReadingScreen
from reader.tui.state.overlay import Marks

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.widget import Widget

TEXT = "كلمة وأخرى في سطر. " * 400


def person(number: int, *starts: int, name: str = "") -> Entity:
    mentions = tuple(Mention(Span(start, start + 4), EntityType.PERSON) for start in starts)
    return Entity(f"e{number}", EntityType.PERSON, name or f"فلان {number}", mentions)


def screen_of(analysis: Analysis, text: str = TEXT, **settings: object) -> QariApp:
    reading = Reading(Document(text, plain_blocks(text), Source("text.txt", "text", "utf-8", "")))
    reading.analysis = analysis
    return QariApp([reading], Settings(**settings))  # type: ignore[arg-type]


def reading_screen(app: QariApp) -> ReadingScreen:
    assert isinstance(app.screen, ReadingScreen)
    return app.screen


def said(widget: Widget, y: int = 0) -> str:
    """A row of it in reading order."""
    return in_reading_order(widget.render_line(y).text)


def in_reading_order(text: str) -> str:
    """A row of cells: base letters, numbers the right way round."""
    letters = "".join(c if c == "…" else unicodedata.normalize("NFKC", c) for c in text[::-1])
    words = "".join(c for c in letters if not unicodedata.combining(c)).split()
    return re.sub(r"\d+", lambda digits: digits[0][::-1], " ".join(words))


async def begun(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.pause()


async def in_a_hurry(pilot: Pilot[None], *keys: str) -> None:
    """Keys that come faster than the screen draws, however busy the machine is."""
    for key in keys:
        pilot.app.post_message(events.Key(key, NAMED.get(key, key if len(key) == 1 else None)))
    await begun(pilot)


async def lit(pilot: Pilot[None]) -> None:
    """The first person's name, at its first mention."""
    pilot.app.screen.post_message(NextMention("e1"))
    await begun(pilot)


NAMED = {"percent_sign": "%", "arabic_percent_sign": "٪"}
DONE = Analysis((person(1, 0, 40, 4000), person(2, 80)), complete=True)


@pytest.mark.parametrize(
    "keys", [["5", "0", "percent_sign"], ["5", "0", "percent_sign"] * 2, ["٥", "٠", "arabic_percent_sign"]]
)
async def test_half_way_is_half_way_however_often_one_asks(keys: list[str]) -> None:
    app = screen_of(DONE)
    async with app.run_test(size=(100, 20)) as pilot:
        await begun(pilot)
        await in_a_hurry(pilot, *keys)
        assert said(reading_screen(app).status).startswith("٥٠٪")
        strip = said(reading_screen(app).panels.people)
        assert strip.index("━") < len(strip) - 1, "the strips have a place, as the page has"


async def test_the_whole_of_a_text_is_its_end_and_a_page_that_shows_all_says_so() -> None:
    app = screen_of(DONE)
    async with app.run_test(size=(100, 20)) as pilot:
        await begun(pilot)
        await in_a_hurry(pilot, "1", "0", "0", "percent_sign")
        page = reading_screen(app).page
        assert page.shown.end == len(TEXT)
        assert said(reading_screen(app).status).startswith("١٠٠٪")
    app = screen_of(Analysis(complete=True), "كلمة وأخرى")
    async with app.run_test(size=(100, 20)) as pilot:
        await begun(pilot)
        assert said(reading_screen(app).status).startswith("النص كله")


@pytest.mark.parametrize("width", [20, 40, 60, 120])
async def test_a_notice_never_hides_where_one_is_and_ends_with_the_next_deed(width: int) -> None:
    app = screen_of(DONE)
    async with app.run_test(size=(width, 12)) as pilot:
        await begun(pilot)
        screen = reading_screen(app)
        screen.status.notify_briefly("شيء يقال في كلمات كثيرة لا يتسع لها سطر ضيق مهما حاول الناس أن يقرؤوه")
        line = said(screen.status)
        assert line.startswith("شيء")
        assert "٪" in line
        assert len(screen.status.render_line(0).text) == width
        await pilot.press("j")
        assert "شيء" not in said(screen.status)


LONG_NAME = "عبد الرحمن بن محمد بن خلدون الحضرمي"
WITH_A_LEGEND = [
    pytest.param(120, 20, "[٧] [٦] [٥] [٤] [٣] [٢] [١]", id="without its words, where there is room"),
    pytest.param(60, 20, "[٧٦٥٤٣٢١]", id="folded where a long name takes the room"),
    pytest.param(40, 20, "[٧٦٥٤٣٢١]", id="folded in a narrow terminal"),
    pytest.param(30, 20, "[٧٦٥٤٣٢١]", id="the name gives way first"),
    pytest.param(40, 8, "[?] [٧٦٥٤٣٢١]", id="with the key that has all where keys have no row"),
]


@pytest.mark.parametrize(("width", "height", "legend"), WITH_A_LEGEND)
async def test_the_legend_and_which_mention_stay_while_a_long_name_is_lit(width: int, height: int, legend: str) -> None:
    app = screen_of(Analysis((person(1, 0, 40, 4000, name=LONG_NAME),), complete=True))
    async with app.run_test(size=(width, height)) as pilot:
        await begun(pilot)
        await lit(pilot)
        status = reading_screen(app).status
        assert re.match("٠٪ .*عبد.* ١ من ٣ ", said(status))
        drawn = status.render_line(0).text
        assert drawn.startswith(f" {legend} ")
        assert len(drawn) == width


async def test_a_key_of_the_folded_legend_is_a_switch_too() -> None:
    app = screen_of(Analysis((person(1, 0, 40, 4000, name=LONG_NAME),), complete=True))
    async with app.run_test(size=(40, 8)) as pilot:
        await begun(pilot)
        await lit(pilot)
        status, overlay = reading_screen(app).status, reading_screen(app).page.overlay
        for key, role in (("٧", Role.TIME), ("١", Role.PERSON)):
            await pilot.click("#status", offset=(status.render_line(0).text.index(key), 0))
            await pilot.pause()
            assert overlay.hidden == {role}
            await pilot.click("#status", offset=(status.render_line(0).text.index(key), 0))
            await pilot.pause()


@pytest.mark.parametrize(
    ("height", "titled", "keys"),
    [
        pytest.param(9, True, True, id="room for all rows"),
        pytest.param(8, True, False, id="the row of keys gives way first"),
        pytest.param(4, True, False, id="as long as there is text between"),
        pytest.param(3, False, False, id="text before title"),
    ],
)
async def test_what_is_open_and_which_of_how_many_stays_in_a_low_terminal(
    height: int, titled: bool, keys: bool
) -> None:
    source = Source("مذكرات", "text", "utf-8", "")
    app = QariApp([Reading(Document(TEXT, plain_blocks(TEXT), source)) for _ in range(2)], Settings())
    async with app.run_test(size=(40, height)) as pilot:
        await begun(pilot)
        shown = [in_reading_order(strip.text) for strip in app.screen._compositor.render_strips()]
        assert (shown[0] == "مذكرات ١ من ٢") is titled
        assert ("مفاتيح" in shown[-1]) is keys
        assert "?" in shown[-1], "the key that has all is always there"
        assert any("كلمة" in row for row in shown[1:-1])


async def test_a_name_that_is_lit_never_hides_the_key_that_has_all() -> None:
    app = screen_of(Analysis((person(1, 0, 40, 4000, name=LONG_NAME),), complete=True))
    async with app.run_test(size=(20, 5)) as pilot:
        await begun(pilot)
        await lit(pilot)
        drawn = reading_screen(app).status.render_line(0).text
        assert drawn.startswith(" [?] ")
        assert "٣ ﻦﻣ ١" in drawn
        assert len(drawn) == 20


@pytest.mark.parametrize("deed", ["click", "wheel", "paste"])
async def test_a_deed_of_the_mouse_ends_a_notice_as_well(deed: str) -> None:
    app = screen_of(DONE)
    async with app.run_test(size=(80, 12)) as pilot:
        await begun(pilot)
        screen = reading_screen(app)
        screen.status.notify_briefly("شيء")
        made = {
            "click": events.MouseDown(screen.page, 30, 3, 0, 0, 1, False, False, False),
            "wheel": events.MouseScrollDown(screen.page, 30, 3, 0, 0, 0, False, False, False),
            "paste": events.Paste("كلمة"),
        }[deed]
        app.post_message(made)
        await begun(pilot)
        assert "شيء" not in said(screen.status)


@pytest.mark.parametrize("key", ["]", "enter"])
async def test_the_name_that_was_lit_is_said_in_the_status_and_in_the_panel(key: str) -> None:
    app = screen_of(DONE)
    async with app.run_test(size=(120, 20)) as pilot:
        await begun(pilot)
        screen = reading_screen(app)
        screen.page.overlay.marks = Marks(screen.reading.marks())
        await pilot.press(key, key)
        assert "فلان 1" in said(screen.status)
        assert any(said(screen.panels.people, y).startswith("◂ فلان 1") for y in range(1, 4))
        await pilot.press("G")
        assert "فلان" not in said(screen.status), "it is lit no longer: it is not on the page"
        assert not any("◂" in said(screen.panels.people, y) for y in range(1, 4))


async def test_nothing_is_counted_before_it_is_known() -> None:
    app = screen_of(Analysis())
    app.readings[0].analyses = lambda *_: iter(())  # type: ignore[method-assign]
    some = Analysis((person(1, 0, 40),), reach=100)
    async with app.run_test(size=(120, 20)) as pilot:
        await begun(pilot)
        screen = reading_screen(app)
        ticket = screen.parts.following._ticket
        screen.post_message(AnalysisArrived(some, Marks(), ticket))
        await begun(pilot)
        people = screen.panels.people
        assert said(people).startswith("الأشخاص ─")
        assert said(people, 1).split()[-1] != "٢"
        screen.post_message(AnalysisArrived(DONE, Marks(), ticket))
        await begun(pilot)
        assert said(people).startswith("الأشخاص ٢")
        assert "٣" in said(people, 1)


async def test_what_failed_is_told_beside_what_was_found_and_where_nothing_was() -> None:
    failed = Analysis((person(1, 0),), complete=True, notices=(Notice(NoticeKind.STEP_FAILED, "names:joined", "x"),))
    app = screen_of(failed)
    async with app.run_test(size=(120, 24)) as pilot:
        await begun(pilot)
        panels = reading_screen(app).panels
        assert said(panels.people).startswith("الأشخاص تعذر إتمامها")
        assert said(panels.places, 1) == "تعذر التحليل هنا"


async def test_what_is_quoted_keeps_its_digits_and_ours_are_of_the_texts_family() -> None:
    text = "في عام ٢٠٢١ و٢٠٢٢ و٢٠٢٣ باعت الشركة هاتف Galaxy S24 في السوق. " + TEXT
    start = text.index("باعت")
    event = Event(
        "v1", Span(start, start + 30), Span(start, start + 4), "sell",
        certainty=Certainty.STATED, date="2021-03-14", basis=EventBasis.OWN_TIME,
    )  # fmt: skip
    app = screen_of(Analysis((person(1, 0),), events=(event,), complete=True), text)
    async with app.run_test(size=(120, 24)) as pilot:
        await begun(pilot)
        drawn = [reading_screen(app).panels.events.render_line(y).text for y in range(5)]
        assert any("S24" in row for row in drawn)
        assert any("٢٠٢١" in row for row in drawn)


async def test_the_last_line_has_the_keys_of_what_one_does_now() -> None:
    app = screen_of(DONE)
    async with app.run_test(size=(120, 24)) as pilot:
        await begun(pilot)
        keys = reading_screen(app).keys
        assert "Enter اذهب" not in said(keys)
        await pilot.press("tab")
        assert "تصفية" in said(keys)
        await pilot.press("f")
        await begun(pilot)
        assert "أبق" in said(keys)
        assert "تصفية" not in said(keys)
        await pilot.press("enter")
        await begun(pilot)
        assert "تصفية" in said(keys)
        await pilot.press("escape", "/")
        await begun(pilot)
        assert "ثبت" in said(keys)


async def test_what_has_the_keys_is_to_be_seen() -> None:
    app = screen_of(DONE)
    async with app.run_test(size=(120, 24)) as pilot:
        await begun(pilot)
        screen = reading_screen(app)
        reading = screen.title_line.render_line(0)
        at_rest = screen.panels.people.render_line(0)
        await pilot.press("tab")
        assert screen.title_line.render_line(0) != reading
        assert screen.panels.people.render_line(0) != at_rest


@pytest.mark.parametrize(
    ("people", "places", "above"),
    [(30, 10, "people"), (80, 10, "events")],
    ids=["places stand below few people", "places stand above the events, where there are many people"],
)
async def test_what_there_is_most_of_has_the_most_room(people: int, places: int, above: str) -> None:
    named = (
        *(person(n, n * 20) for n in range(1, people + 1)),
        *(replace(person(n, n * 20), type=EntityType.LOCATION) for n in range(200, 200 + places)),
    )
    app = screen_of(Analysis(named, complete=True))
    async with app.run_test(size=(200, 50)) as pilot:
        await begun(pilot)
        panels = reading_screen(app).panels
        assert (panels.places.region.x == panels.people.region.x) is (above == "people")
        assert panels.people.region.height == min(people + 1, panels.size.height)
        assert panels.places.region.height >= places + 1


@pytest.mark.parametrize(
    ("size", "beside"),
    [((120, 24), False), ((200, 40), True)],
)
async def test_the_panels_take_two_columns_where_the_page_leaves_room(size: tuple[int, int], beside: bool) -> None:
    app = screen_of(Analysis(tuple(person(n, n * 20) for n in range(1, 30)), complete=True))
    async with app.run_test(size=size) as pilot:
        await begun(pilot)
        panels = reading_screen(app).panels
        assert (panels.events.region.y == panels.people.region.y) is beside
        if beside:
            assert panels.events.region.right <= panels.people.region.x
        assert reading_screen(app).page._column == 74
        assert ("+" in said(panels.people)) is not beside, "there is room for all of them, or it is said how many not"


async def test_the_scroll_bar_shows_where_the_chosen_name_is_without_colour_too() -> None:
    app = screen_of(DONE, theme="sada")
    async with app.run_test(size=(100, 30)) as pilot:
        await begun(pilot)
        page = reading_screen(app).page
        bars = [page.render_line(y).text[page.margin - 2] for y in range(page.size.height)]
        assert set(bars) == {"▐", "▕"}
        reading_screen(app).parts.choosing.choose("e1")
        bars = [page.render_line(y).text[page.margin - 2] for y in range(page.size.height)]
        assert bars.count("╺") == 1
        assert bars.index("╺") == 4000 * page.size.height // len(TEXT)


async def test_headings_are_no_events_that_are_out_of_sight() -> None:
    told = tuple(
        Event(f"v{n}", Span(n * 20, n * 20 + 10), Span(n * 20, n * 20 + 4), "go", certainty=Certainty.STATED,
              date=f"20{n:02}-03-14", basis=EventBasis.OWN_TIME)
        for n in range(1, 13)
    )  # fmt: skip
    app = screen_of(Analysis(events=told, complete=True))
    async with app.run_test(size=(120, 24)) as pilot:
        await begun(pilot)
        panel = reading_screen(app).panels.events
        seen = sum(said(panel, y).startswith("●") for y in range(1, panel.size.height))
        hidden = "".join(chr(ord("٠") + int(digit)) for digit in str(12 - seen))
        heading = said(panel)
        assert "١٢" in heading
        assert hidden in heading.replace("(", " ").replace("+", " ").replace(")", " ").split()


@pytest.mark.parametrize("size", [(20, 5), (7, 3), (40, 9), (91, 6)])
async def test_many_people_and_many_mentions_on_any_screen(size: tuple[int, int]) -> None:
    crowd = (person(1, *range(0, 7000, 3)), *(person(n, n) for n in range(2, 5000)))
    app = screen_of(Analysis(crowd, complete=True))
    async with app.run_test(size=size) as pilot:
        await begun(pilot)
        await pilot.press("tab", "G", "k", "f", "4", "9", "enter", "enter", "g", "]", "5", "0", "%", "p", "tab", "tab")
        for widget in (reading_screen(app).status, reading_screen(app).page, *reading_screen(app).panels.children):
            for y in range(widget.size.height):
                assert len(widget.render_line(y).text) <= max(size[0], widget.size.width)
        assert reading_screen(app).panels.people._rows.entries


async def test_the_window_may_change_while_names_are_being_found() -> None:
    reading = Reading(Document(TEXT, plain_blocks(TEXT), Source("text.txt", "text", "utf-8", "")))
    app = QariApp([reading], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        for size in ((20, 5), (200, 50), (60, 9), (120, 30)):
            await pilot.resize_terminal(*size)
        await app.workers.wait_for_complete()
        await begun(pilot)
        assert reading_screen(app).page.shown.start == 0
        assert reading_screen(app).parts.following.part is None


async def test_keys_that_come_faster_than_the_screen_draws_are_all_heard_in_their_order() -> None:
    app = screen_of(DONE)
    async with app.run_test(size=(100, 20)) as pilot:
        await begun(pilot)
        many = [*["j"] * 300, *["k"] * 300]
        await in_a_hurry(pilot, *many, "slash", *"سطر", "enter", "escape", *"50", "percent_sign", "g", "j")
        page = reading_screen(app).page
        assert page._page.lines(1, 1)[0].span.start == page.shown.start


@pytest.mark.parametrize(
    ("typed", "keys", "reason"),
    [
        ("لا", ["ﻻ"], "two letters in one read"),
        ("لأ", ["ﻷ"], "with a hamza"),
        ("لالا", ["ﻻ", "ﻻ"], "a key that repeats"),
        ("ل", ["ل"], "a letter of its own"),
        ("كلا", ["ك", "ل", "ا"], "a word that was pasted"),
    ],
)
def test_lam_alef_is_one_key(typed: str, keys: list[str], reason: str) -> None:
    heard = [event.character for event in textual_private.OneKeyParser().feed(typed) if isinstance(event, events.Key)]
    assert heard == keys, reason


async def test_lam_alef_typed_with_one_key_is_two_letters_in_the_bar() -> None:
    app = screen_of(DONE)
    async with app.run_test(size=(100, 20)) as pilot:
        await begun(pilot)
        await pilot.press("/", "س", "ﻻ", "م")
        assert reading_screen(app).find_bar.typed == "سلام"


async def test_of_several_texts_the_file_is_named_beside_the_title(tmp_path: Path) -> None:
    for name, text in (("one.md", "# العنوان\n\nنص.\n"), ("two.txt", "نص آخر.\n")):
        (tmp_path / name).write_text(text, "utf-8")
    readings = [Reading.open(str(tmp_path / name)) for name in ("one.md", "two.txt")]
    app = QariApp(readings, Settings(lang="en"))
    async with app.run_test(size=(100, 20)):
        assert isinstance(app.screen, ReadingScreen)
        assert "one.md  1 of 2" in app.screen.title_line.render_line(0).text
