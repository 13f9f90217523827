"""What is in view is read before its turn, and nothing else changes."""

import datetime
from collections.abc import Callable, Sequence
from itertools import pairwise
from threading import Event

import pytest

from reader.analysis import pipeline
from reader.analysis.ahead import AROUND, STEP, joined
from reader.analysis.model import Analysis, Entity, EntityType, Mention, MentionBasis, Notice, NoticeKind
from reader.analysis.pipeline import FIRST_STEP, STEPS, analyse
from reader.analysis.recogniser import kept
from reader.analysis.recogniser.kept import Heard, read
from reader.analysis.recogniser.network import STRETCH, Said
from reader.analysis.steps import DEBUG, Step, without
from reader.document.model import Block, BlockKind, Document, Source
from reader.text.span import Span

PERSON, PLACE = EntityType.PERSON, EntityType.LOCATION
COUNT = 150
TODAY = datetime.date(2021, 3, 14)


class Oracle:
    """Finds «بيلزوني», and remembers which blocks of `book` it was given, call by call."""

    def __init__(self, book: Document) -> None:
        self.book = book
        self.calls: list[list[Span]] = []

    @property
    def asked(self) -> list[Span]:
        return [block for call in self.calls for block in call]

    def read(self, text: str, groups: Sequence[Sequence[Span]], *, stop: Callable[[], bool] = lambda: False) -> Said:
        del stop
        blocks = [block for group in groups for block in group]
        if blocks:
            self.calls.append([self._in_book(block.of(text)) for block in blocks])
        starts = (text.find("بيلزوني", *block) for block in blocks)
        found = (Span(at, at + 7) for at in starts if at >= 0)
        return Said([Mention(span, PERSON, score=0.9, basis=MentionBasis.MODEL) for span in found], [])

    def _in_book(self, words: str) -> Span:
        start = self.book.text.index(words)  # no two paragraphs are the same
        return Span(start, start + len(words))


@pytest.fixture
def oracle(monkeypatch: pytest.MonkeyPatch, book: Document) -> Oracle:
    oracle = Oracle(book)
    monkeypatch.setattr(kept, "_recogniser", lambda: oracle)
    monkeypatch.setattr(kept, "answers", {})
    return oracle


@pytest.fixture
def book() -> Document:
    """Some 20,000 characters in paragraphs that all differ."""
    text, blocks = "", []
    for number in range(COUNT):
        start = len(text)
        text += (
            f"قال بيلزوني الكلمة رقم {number} في سنة {1200 + number} للميلاد." + " ثم مضى إلى بيته القديم." * 4 + "\n"
        )
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, len(text) - 1)))
    return Document(text, tuple(blocks), Source("x", "text", "utf-8", ""))


def end_of(book: Document) -> Span:
    return Span(len(book.text) - 1_500, len(book.text))


def named_in(analysis: Analysis, span: Span) -> int:
    return sum(mention.span.overlaps(span) for entity in analysis.entities for mention in entity.mentions)


def test_the_page_in_view_comes_first_then_what_is_around_it_then_the_text(oracle: Oracle, book: Document) -> None:
    view = end_of(book)
    list(analyse(book, view=lambda: view))
    first, second, third, *_ = oracle.calls
    assert first[0].start - STRETCH < view.start < first[0].end + STRETCH
    assert first[-1].end == len(book.text) - 1
    assert (second[0].start - view.start) == pytest.approx(-AROUND, abs=STRETCH)
    assert second[-1].end < first[0].start
    assert third[0].start == 0
    rest = [block for call in oracle.calls[2:] for block in call]
    assert rest == sorted(rest)


def test_nothing_is_read_twice_whatever_the_view_does(oracle: Oracle, book: Document) -> None:
    def wander() -> Span:
        start = len(oracle.asked) * 7_919 % len(book.text)
        return Span(start, start + 1_500)

    list(analyse(book, view=wander))
    assert sorted(oracle.asked) == [block.span for block in book.blocks]


def test_a_leap_while_the_text_is_read_is_answered_after_one_step(oracle: Oracle, book: Document) -> None:
    leap = 50

    def view() -> Span:
        return end_of(book) if len(oracle.asked) > leap else Span(0, 1_500)

    list(analyse(book, view=view))
    lengths = [sum(block.length for block in call) for call in oracle.calls]
    assert max(lengths) <= STEP
    read_before = 0
    for call in oracle.calls:
        if call[-1].end == len(book.text) - 1:
            break
        read_before += len(call)
    per_block = len(book.text) / COUNT
    assert leap < read_before <= leap + STEP / per_block + 1


def test_names_and_times_in_view_are_told_before_those_of_the_middle_and_stay(oracle: Oracle, book: Document) -> None:
    del oracle
    view, middle = end_of(book), Span(len(book.text) // 2, len(book.text) // 2 + 1_500)
    first, *later = analyse(book, view=lambda: view)
    assert named_in(first, view) == named_in(later[-1], view) > 5
    assert named_in(first, middle) == 0
    assert first.times[-1].span == later[-1].times[-1].span
    assert all(named_in(analysis, view) == named_in(first, view) for analysis in later)
    assert all(
        mention.span.overlaps(view) or mention.span.start > view.start - 2 * STRETCH
        for entity in first.entities
        for mention in entity.mentions
    )


def test_incomplete_analyses_keep_their_order_and_reach_further(oracle: Oracle, book: Document) -> None:
    del oracle
    found = list(analyse(book, TODAY, view=lambda: end_of(book)))
    assert [analysis.complete for analysis in found] == [False] * (len(found) - 1) + [True]
    assert [analysis.reach for analysis in found] == sorted(analysis.reach for analysis in found)
    for analysis in found:
        ids = [entity.id for entity in analysis.entities]
        assert len(set(ids)) == len(ids)
        for entity in analysis.entities:
            assert all(one.span < other.span for one, other in pairwise(entity.mentions))
        assert all(one.span < other.span for one, other in pairwise(analysis.times))


def test_the_last_analysis_is_the_one_without_a_view(
    oracle: Oracle, book: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = list(analyse(book, TODAY, view=lambda: end_of(book)))
    monkeypatch.setattr(kept, "answers", {})
    assert seen[-1] == list(analyse(book, TODAY))[-1]
    assert named_in(seen[-1], Span(0, len(book.text))) == COUNT
    assert len(oracle.asked) >= 2 * COUNT


def test_what_the_first_step_tells_anyway_is_not_told_before_it(oracle: Oracle, book: Document) -> None:
    del oracle
    first, *_ = analyse(book, view=lambda: Span(0, 1_500))
    assert first.reach >= FIRST_STEP


def test_the_view_counts_where_the_lists_read_alone(book: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_recogniser", lambda: Notice(NoticeKind.NO_RECOGNISER))
    text = book.text[:-1] + " ووصل إلى القاهرة."
    last = Span(book.blocks[-1].span.start, len(text))
    told = Document(text, (*book.blocks[:-1], Block(BlockKind.PARAGRAPH, last)), book.source)
    first, *_ = analyse(told, view=lambda: last)
    assert "القاهرة" in {entity.name for entity in first.entities}


def test_a_leap_while_events_are_dated_is_answered_before_that_is_over(
    oracle: Oracle, book: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first beginning is not dated before the end of the book, which came in view meanwhile, has been told."""
    del oracle
    told, views = Event(), [Span(0, 1_500)]

    def leap(work: object) -> None:
        del work
        views.append(end_of(book))
        assert told.wait(10)

    monkeypatch.setattr(pipeline, "STEPS", (*STEPS, Step("leap", leap)))
    found = []
    for analysis in analyse(book, view=lambda: views[-1]):
        found.append(analysis)
        if named_in(analysis, end_of(book)):
            told.set()
    assert not any(analysis.notices for analysis in found)


def test_no_step_begins_and_nothing_is_told_of_the_view_after_stop(
    oracle: Oracle, book: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes while the end of the book is read, to which one has leapt from the first step."""
    del oracle
    stopped, views = Event(), [Span(0, 1_500)]
    begun: list[object] = []

    def leap(work: object) -> None:
        del work
        views.append(end_of(book))
        assert stopped.wait(10)

    def read_to_the_end(*given: object, **options: object) -> list[Heard] | None:
        if len(views) > 1:
            stopped.set()
        return read(*given, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(kept, "read", read_to_the_end)
    monkeypatch.setattr(pipeline, "STEPS", (Step("leap", leap), Step("next", begun.append)))
    assert not [None for _ in analyse(book, view=lambda: views[-1], stop=stopped.is_set) if stopped.is_set()]
    assert stopped.is_set()
    assert not begun


def test_a_step_that_is_left_out_is_left_out_beside_the_view(oracle: Oracle, book: Document) -> None:
    del oracle
    with without("times"):
        *_, last = analyse(book, view=lambda: Span(0, 1_500))
    assert not last.times


def test_a_step_that_fails_beside_the_view_is_told_of(
    oracle: Oracle, book: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    del oracle

    def fail(work: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "STEPS", (*STEPS, Step("bad", fail)))
    *_, last = analyse(book, view=lambda: Span(0, 1_500))
    assert [(notice.step, notice.error) for notice in last.notices] == [("bad", "ZeroDivisionError")]
    monkeypatch.setenv(DEBUG, "1")
    with pytest.raises(ZeroDivisionError):
        list(analyse(book, view=lambda: Span(0, 1_500)))


@pytest.mark.parametrize("calls", [1, 2, 3, 5])
def test_nothing_comes_after_stop(oracle: Oracle, book: Document, calls: int) -> None:
    found = list(analyse(book, view=lambda: end_of(book), stop=lambda: len(oracle.calls) >= calls))
    assert len(oracle.calls) == calls
    assert len(found) <= calls
    assert not any(analysis.complete for analysis in found)


def entity(
    number: int,
    name: str,
    *starts: int,
    type_: EntityType = PERSON,
    aliases: tuple[str, ...] = (),
    maybe: tuple[str, ...] = (),
) -> Entity:
    mentions = tuple(Mention(Span(start, start + 3), type_) for start in starts)
    return Entity(f"e{number}", type_, name, mentions, aliases, maybe=maybe)


MANN, ROME = entity(1, "توماس مان", 0, 20, aliases=("مان",)), entity(2, "روما", 10, type_=PLACE)


@pytest.mark.parametrize(
    ("later", "expected", "why"),
    [
        ((), (MANN, ROME), "nothing new"),
        ((entity(1, "مان", 90),), (entity(1, "توماس مان", 0, 20, 90, aliases=("مان",)), ROME), "by an alias"),
        ((entity(1, "روما", 90),), (MANN, ROME, entity(3, "روما", 90)), "a person is no place"),
        (
            (entity(1, "مان", 80, 95), entity(2, "توماس مان", 90)),
            (entity(1, "توماس مان", 0, 20, 80, 90, 95, aliases=("مان",)), ROME),
            "two that are one, in text order",
        ),
        (
            (entity(1, "هانس", 80), entity(2, "إلزه", 85)),
            (MANN, ROME, entity(3, "هانس", 80), entity(4, "إلزه", 85)),
            "new",
        ),
        (
            (entity(1, "هانس", 80, maybe=("e2",)), entity(2, "هانس بيل", 85)),
            (MANN, ROME, entity(3, "هانس", 80), entity(4, "هانس بيل", 85)),
            "whom it may mean is said in numbers of its own, which mean others here",
        ),
    ],
)
def test_what_is_named_later_joins_what_is_known(
    later: tuple[Entity, ...], expected: tuple[Entity, ...], why: str
) -> None:
    assert joined((MANN, ROME), later) == expected, why
