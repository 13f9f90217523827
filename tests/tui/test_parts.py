"""The parts of the screen that know no Textual: the overlay, a search, places one has been, words for numbers."""

from __future__ import annotations

import re

import pytest

from reader.document.marks import Mark, Role
from reader.text.arabic import Digits
from reader.text.span import Span
from reader.tui.state.finding import Finding
from reader.tui.state.jumps import Jumps
from reader.tui.state.overlay import Marks, Overlay
from reader.tui.state.pace import Estimate, Pace
from reader.tui.wording.phrases import COUNTED, PHRASES, counted, phrase

ANN = Mark(Span(0, 4), Role.PERSON, "e1")
TOWN = Mark(Span(10, 20), Role.LOCATION, "e2")
ANN_AGAIN = Mark(Span(30, 34), Role.PERSON, "e1")


@pytest.fixture
def overlay() -> Overlay:
    overlay = Overlay()
    overlay.marks = Marks([ANN, TOWN, ANN_AGAIN])
    return overlay


@pytest.mark.parametrize(
    ("span", "expected", "reason"),
    [
        (Span(0, 5), [ANN], "within"),
        (Span(3, 11), [ANN, TOWN], "the edges of two"),
        (Span(4, 10), [], "between: half-open at both ends"),
        (Span(12, 13), [TOWN], "inside a long one"),
    ],
)
def test_marks_that_touch_a_row(overlay: Overlay, span: Span, expected: list[Mark], reason: str) -> None:
    assert overlay.over(span) == expected, reason


def test_a_chosen_entity_is_lit_wherever_it_is_named(overlay: Overlay) -> None:
    overlay.chosen = "e1"
    lit = [mark.span for mark in overlay.over(Span(0, 40)) if mark.role is Role.CHOSEN]
    assert lit == [ANN.span, ANN_AGAIN.span]


def test_a_hidden_type_is_neither_drawn_nor_met(overlay: Overlay) -> None:
    overlay.hidden = frozenset({Role.PERSON})
    assert overlay.over(Span(0, 40)) == [TOWN]
    assert overlay.mention_beside(0, 1) == TOWN
    assert overlay.mention_at(Span(1, 2)) is None


@pytest.mark.parametrize(
    ("position", "step", "expected", "reason"),
    [
        (0, 1, TOWN, "on a mention: the next one"),
        (-1, 1, ANN, "before the first"),
        (30, 1, ANN, "after the last: round the end"),
        (30, -1, TOWN, "back"),
        (0, -1, ANN_AGAIN, "back from the first: round the start"),
    ],
)
def test_going_from_mention_to_mention(overlay: Overlay, position: int, step: int, expected: Mark, reason: str) -> None:
    assert overlay.mention_beside(position, step) == expected, reason


def test_a_hit_that_began_on_the_row_before_is_drawn_on_this_one() -> None:
    overlay = Overlay()
    overlay.hits = [Span(0, 3), Span(8, 14), Span(20, 22)]
    assert [mark.span for mark in overlay.over(Span(10, 20))] == [Span(8, 14)]


def test_a_search_starts_from_where_one_was_and_goes_round() -> None:
    finding = Finding()
    finding.origin = 50
    finding.ask()
    finding.found([Span(10, 12), Span(60, 62), Span(90, 92)])
    assert finding.count == (2, 3)
    assert [finding.step(1), finding.step(1), finding.step(-1)] == [Span(90, 92), Span(10, 12), Span(90, 92)]


def test_a_search_keeps_its_match_while_more_are_found() -> None:
    finding = Finding()
    finding.found([Span(10, 12), Span(60, 62)])
    finding.step(1)
    finding.found([Span(10, 12), Span(30, 32), Span(60, 62)])
    assert finding.current == Span(60, 62)


def test_a_search_without_hits_stays_where_it_is() -> None:
    finding = Finding()
    finding.ask()
    assert (finding.step(1), finding.current, finding.count) == (None, None, (0, 0))


def test_jumps_go_back_and_forward_like_a_browser() -> None:
    jumps = Jumps()
    jumps.leave(10)
    jumps.leave(200)
    assert [jumps.back(300), jumps.back(200), jumps.back(10)] == [200, 10, None]
    assert [jumps.forward(10), jumps.forward(200), jumps.forward(300)] == [200, 300, None]


def test_a_new_jump_forgets_the_way_forward() -> None:
    jumps = Jumps()
    jumps.leave(10)
    jumps.back(50)
    jumps.leave(10)
    assert jumps.forward(90) is None


@pytest.mark.parametrize(
    ("words", "position", "minutes", "reason"),
    [(1000, 0, 5, "two hundred a minute"), (1000, 2500, 2, "from the middle"), (50, 0, 0, "less than a half")],
)
def test_reading_time(words: int, position: int, minutes: int, reason: str) -> None:
    assert Pace("كلمة " * words).minutes_left(position) == minutes, reason


@pytest.mark.parametrize(
    ("count", "expected", "reason"),
    [
        (0, "لا كلمات", "none"),
        (1, "كلمة واحدة", "the singular says its number itself"),
        (2, "كلمتان", "the dual too"),
        (3, "٣ كلمات", "3 to 10: plural"),
        (10, "١٠ كلمات", "3 to 10: plural"),
        (11, "١١ كلمة", "11 to 99: singular"),
        (100, "١٠٠ كلمة", "hundreds: singular"),
        (104, "١٠٤ كلمات", "the last two digits decide"),
    ],
)
def test_arabic_nouns_agree_with_their_number(count: int, expected: str, reason: str) -> None:
    assert counted("words", count, "ar", Digits.ARAB) == expected, reason


def test_a_hundred_days_are_no_eleven_days() -> None:
    assert [counted("days", n, "ar", Digits.LATIN) for n in (11, 100, 111)] == ["11 يومًا", "100 يوم", "111 يومًا"]


def test_english_nouns_agree_with_their_number() -> None:
    assert [counted("minutes", n, "en", Digits.LATIN) for n in (1, 2)] == ["1 minute left", "2 minutes left"]


@pytest.mark.parametrize("key", PHRASES)
def test_every_phrase_has_the_same_fields_in_both_languages(key: str) -> None:
    arabic, english = (sorted(re.findall(r"\{\w+\}", text)) for text in PHRASES[key])
    assert arabic == english


def test_phrases_are_filled_in() -> None:
    assert phrase("of", "ar", a="١", b="٣") == "١ من ٣"
    assert all(any("{n}" in form for form in forms) for forms in COUNTED.values())


def test_an_analysis_is_estimated_between_its_reports() -> None:
    estimate = Estimate(7_000, now=100.0)
    assert estimate.part(105.0) == 0, "nothing is known of its speed yet"
    estimate.reached(100, now=101.0)
    assert estimate.part(101.0) == pytest.approx(100 / 8_000)
    assert estimate.part(111.0) == pytest.approx(1_100 / 8_000)
    estimate.reached(800, now=111.0)  # slower than it was thought
    assert estimate.part(111.0) == pytest.approx(1_100 / 8_000), "it does not go back"
    estimate.reached(800, now=112.0)
    assert estimate.part(121.0) == pytest.approx(1_700 / 8_000), "news of what is in view is no step"
    assert estimate.part(500.0) < 1, "it is over when it says so"
