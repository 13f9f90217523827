"""A search: what is lit when, and where one is afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.analysis.model import Analysis, Entity, EntityType, Mention
from reader.text.span import Span
from reader.tui.parts.searching import AT_ONCE, Searching
from reader.tui.state.finding import Query

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.parts.conftest import Bar, Calls, FakePage, Listing, Row

    from reader.reading import Reading
    from reader.tui.parts.voice import Voice
    from reader.tui.state.jumps import Jumps

GAP = " " * 297
TEXT = GAP.join(["بحر", "نهر", "بحر", "بَحْر"])
"""«بحر» on the first page, on the third and, with vowels, on the fourth."""
HITS = [Span(0, 3), Span(600, 603), Span(900, 905)]


@pytest.fixture
def searching(
    make_reading: Callable[[str], Reading],
    page: FakePage,
    bar: Bar,
    listing: Listing,
    jumps: Jumps,
    voice: Voice,
    calls: Calls,
) -> Searching:
    return Searching(make_reading(TEXT), page, bar, listing, jumps, voice, calls)


@pytest.fixture
def in_a_book(
    make_reading: Callable[[str], Reading],
    page: FakePage,
    bar: Bar,
    listing: Listing,
    jumps: Jumps,
    voice: Voice,
    calls: Calls,
) -> Searching:
    """A search of a text that is searched aside; `calls` are those to the worker."""
    return Searching(make_reading(TEXT + " " * AT_ONCE), page, bar, listing, jumps, voice, calls)


def test_what_is_typed_is_found_at_once_from_where_one_is(searching: Searching, page: FakePage, bar: Bar) -> None:
    page.go_to(500)
    searching.open()
    searching.type("بحر")
    assert page.overlay.hits == HITS
    assert page.overlay.current == HITS[1]
    assert page.shown.covers(HITS[1])
    assert bar.shown == (2, 3)


def test_opening_the_bar_takes_back_what_was_said(searching: Searching, bar: Bar, row: Row) -> None:
    row.said.append("2 of 3")
    searching.open()
    assert bar.display
    assert not row.said


def test_what_is_erased_widens_and_narrows_the_search(searching: Searching, page: FakePage) -> None:
    searching.open()
    searching.type("نهرx")
    assert not page.overlay.hits
    searching.erase()
    assert len(page.overlay.hits) == 1
    searching.clear()
    assert not page.overlay.hits


@pytest.mark.parametrize("leave", [Searching.cancel, Searching.accept, Searching.erase], ids=["escape", "enter", "on"])
def test_where_nothing_is_found_one_is_where_the_search_began(
    leave: Callable[[Searching], None], searching: Searching, page: FakePage, jumps: Jumps
) -> None:
    page.go_to(300)
    searching.open()
    searching.type("بحر")
    assert page.shown.covers(HITS[1])
    searching.type("x")
    assert page.shown.start == 300
    leave(searching)
    assert page.shown.start == (HITS[1].start if leave is Searching.erase else 300)
    assert jumps.back(0) is None


@pytest.mark.parametrize("ending", ["arrived", "failed", "accepted"])
def test_nothing_in_a_book_leads_back_too(ending: str, in_a_book: Searching, page: FakePage, calls: Calls) -> None:
    page.go_to(300)
    in_a_book.open()
    in_a_book.type("بحر")
    in_a_book.arrived(HITS, calls.ticket, complete=True)
    in_a_book.type("x")
    assert page.shown.covers(HITS[1]), "until there is an answer"
    if ending == "arrived":
        in_a_book.arrived([], calls.ticket, complete=True)
    elif ending == "failed":
        in_a_book.failed("no pattern", calls.ticket)
    else:
        in_a_book.accept()
    assert page.shown.start == 300


def test_by_the_letter_on_demand(searching: Searching, page: FakePage) -> None:
    searching.open()
    searching.type("بحر")
    searching.switch_exact()
    assert page.overlay.hits == HITS[:2]
    searching.switch_exact()
    assert page.overlay.hits == HITS


def test_accepting_keeps_the_matches_and_the_way_back(
    searching: Searching, page: FakePage, bar: Bar, jumps: Jumps
) -> None:
    page.go_to(500)
    searching.open()
    searching.type("بحر")
    searching.accept()
    assert not bar.display
    assert searching.lit
    assert jumps.back(600) == 500


@pytest.mark.parametrize("leave", [Searching.cancel, Searching.accept], ids=["escape", "enter, with nothing typed"])
def test_leaving_the_bar_goes_back_to_where_one_was(
    leave: Callable[[Searching], None], searching: Searching, page: FakePage, bar: Bar, jumps: Jumps
) -> None:
    page.go_to(500)
    searching.open()
    searching.type("بحر")
    searching.step(1)
    searching.clear()
    leave(searching)
    assert page.shown.start == 500
    assert not searching.lit
    assert not bar.display
    assert jumps.back(0) is None


def test_from_match_to_match_says_which_once_the_bar_does_not(searching: Searching, page: FakePage, row: Row) -> None:
    searching.open()
    searching.type("بحر")
    searching.step(1)
    assert not row.said, "the bar counts"
    searching.accept()
    searching.step(1)
    searching.step(1)
    assert row.said == ["2 of 3", "3 of 3", "1 of 3"]
    assert page.overlay.current == HITS[0]


def test_without_a_match_there_is_nowhere_to_go(searching: Searching, page: FakePage, row: Row) -> None:
    searching.step(1)
    assert row.said == ["search first: /"]
    searching.open()
    searching.type("جبل")
    searching.accept()
    searching.step(1)
    assert row.said == ["no match"]
    assert page.shown.start == 0


def test_a_book_is_searched_aside(in_a_book: Searching, page: FakePage, calls: Calls) -> None:
    in_a_book.open()
    in_a_book.type("بحر")
    assert [query for query, _ticket in calls.made] == [Query("بحر")]
    assert not page.overlay.hits
    in_a_book.arrived(HITS[:1], calls.ticket, complete=False)
    in_a_book.arrived(HITS, calls.ticket, complete=True)
    assert page.overlay.hits == HITS
    assert page.overlay.current == HITS[0], "the match one is at stays while more are found"


@pytest.mark.parametrize(
    ("then", "reason"),
    [
        (lambda search: search.type("ا"), "another query, whose own hits are still to come"),
        (lambda search: search.switch_exact(), "the same letters, meant otherwise"),
        (lambda search: search.switch_regex(), "or as a pattern"),
        (lambda search: search.clear(), "nothing is looked for"),
        (lambda search: search.cancel(), "the search was left"),
        (lambda search: search.forget(), "the matches were put out"),
    ],
)
def test_hits_of_an_older_query_are_never_painted(
    then: Callable[[Searching], None], reason: str, in_a_book: Searching, page: FakePage, calls: Calls
) -> None:
    in_a_book.open()
    in_a_book.type("بحر")
    late = calls.ticket
    then(in_a_book)
    in_a_book.arrived(HITS, late, complete=True)
    assert not page.overlay.hits, reason


def test_hits_of_an_older_query_do_not_replace_the_new_ones(in_a_book: Searching, page: FakePage, calls: Calls) -> None:
    in_a_book.open()
    in_a_book.type("بحر")
    late = calls.ticket
    in_a_book.clear()
    in_a_book.type("نهر")
    in_a_book.arrived([Span(300, 303)], calls.ticket, complete=True)
    in_a_book.arrived(HITS, late, complete=True)
    assert page.overlay.hits == [Span(300, 303)]


def test_nothing_is_said_to_be_all_before_it_is(in_a_book: Searching, bar: Bar, listing: Listing, calls: Calls) -> None:
    in_a_book.open()
    in_a_book.type("بحر")
    assert (bar.shown, bar.complete) == ((0, 0), False)
    in_a_book.arrived(HITS[:1], calls.ticket, complete=False)
    assert (bar.shown, bar.complete, listing.complete) == ((1, 1), False, False)
    in_a_book.arrived(HITS, calls.ticket, complete=True)
    assert (bar.shown, bar.complete, listing.complete) == ((1, 3), True, True)


def test_only_the_first_matches_lead_the_page(in_a_book: Searching, page: FakePage, calls: Calls) -> None:
    in_a_book.open()
    in_a_book.type("بحر")
    in_a_book.arrived(HITS[1:2], calls.ticket, complete=False)
    assert page.shown.covers(HITS[1])
    page.go_to(300)
    in_a_book.arrived(HITS, calls.ticket, complete=True)
    assert page.shown.start == 300


def test_a_pattern_is_looked_for_aside_and_may_fail(
    searching: Searching, page: FakePage, bar: Bar, calls: Calls
) -> None:
    searching.open()
    searching.switch_regex()
    searching.type("بح(")
    assert calls.made[-1][0] == Query("بح(", regex=True)
    searching.failed("bad_pattern", calls.ticket)
    assert bar.trouble == "bad_pattern"
    searching.type("ر)")
    assert not bar.trouble
    searching.arrived(HITS, calls.ticket, complete=True)
    assert page.overlay.hits == HITS
    searching.failed("slow_pattern", calls.ticket - 1)
    assert not bar.trouble, "that of an older one"


def test_all_matches_are_listed_while_they_are_lit(searching: Searching, listing: Listing) -> None:
    searching.open()
    assert not listing.listing
    searching.type("بحر")
    assert listing.listing
    assert (listing.hits, listing.at) == (HITS, HITS[0])
    searching.accept()
    searching.step(1)
    assert (listing.listing, listing.at) == (True, HITS[1])
    searching.forget()
    assert not listing.listing


def test_along_the_list_only_where_one_read_is_remembered(searching: Searching, page: FakePage, jumps: Jumps) -> None:
    searching.open()
    searching.type("بحر")
    searching.accept()
    page.go_to(200)
    for hit in (HITS[1], HITS[2], HITS[1]):
        searching.point(hit)
        assert page.overlay.current == hit
        assert page.shown.covers(hit)
    assert jumps.back(page.shown.start) == 200


def test_names_are_found_once_they_are_known(
    make_reading: Callable[[str], Reading],
    page: FakePage,
    bar: Bar,
    listing: Listing,
    jumps: Jumps,
    voice: Voice,
    calls: Calls,
) -> None:
    reading = make_reading("ذهبت ليلى مع سالم إلى الإسكندرية")
    searching = Searching(reading, page, bar, listing, jumps, voice, calls)
    searching.open()
    searching.type("alexandria")
    assert not page.overlay.hits
    reading.analyse()
    reading.analysis = Analysis(
        (
            Entity(
                "e1", EntityType.LOCATION, "الإسكندرية", (Mention(Span(22, 32), EntityType.LOCATION),), ("Alexandria",)
            ),
        ),
        complete=True,
    )
    searching.learn(reading.analysis)
    assert page.overlay.hits == [Span(22, 32)]
    searching.forget()
    searching.learn(reading.analysis)
    assert not page.overlay.hits, "a search that was left is not taken up again"
