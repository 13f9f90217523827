"""What is on the page is analysed before what is not."""

from __future__ import annotations

import asyncio
import re
from threading import Semaphore
from typing import TYPE_CHECKING

import pytest
from on_screen import screen_of

from reader.analysis.model import Entity, EntityType, Mention, MentionBasis
from reader.analysis.recogniser import kept
from reader.analysis.recogniser.network import Said
from reader.document.build import plain_blocks
from reader.document.model import Document, Source
from reader.reading import Reading
from reader.settings import Settings
from reader.text.span import Span
from reader.tui.app import QariApp
from reader.tui.messages import MentionChosen
from reader.tui.state.entities import found_again

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual.pilot import Pilot

TEXT = "\n\n".join(f"قال بيلزوني الكلمة رقم {number}، ثم مضى إلى بيته." for number in range(1_000))
NAMES = re.compile("بيلزوني|كاستورب|هوفمان")
PATIENCE = 30
"""Seconds after which news is taken not to come."""


class Gate:
    """A recogniser that finds «بيلزوني», «كاستورب» and «هوفمان», each time it is allowed to."""

    def __init__(self) -> None:
        self.calls = Semaphore(0)

    def read(self, text: str, groups: Sequence[Sequence[Span]], *, stop: Callable[[], bool] = lambda: False) -> Said:
        del stop
        blocks = [block for group in groups for block in group]
        if blocks:
            assert self.calls.acquire(timeout=PATIENCE)
        found = (Span(*match.span()) for block in blocks for match in NAMES.finditer(text, *block))
        return Said([Mention(span, EntityType.PERSON, score=0.9, basis=MentionBasis.MODEL) for span in found], [])


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate()
    monkeypatch.setattr(kept, "_recogniser", lambda: gate)
    monkeypatch.setattr(kept, "answers", {})
    yield gate
    gate.calls.release(len(TEXT))


def named(app: QariApp, span: Span) -> bool:
    return bool(screen_of(app).page.overlay.marks.touching(span))


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not true():
            await pilot.pause()


async def test_after_a_leap_to_the_end_names_there_come_before_those_of_the_middle(gate: Gate) -> None:
    reading = Reading(Document(TEXT, plain_blocks(TEXT), Source("text.txt", "text", "utf-8", "")))
    app = QariApp([reading], Settings())
    middle = Span(len(TEXT) // 2, len(TEXT) // 2 + 2_000)
    async with app.run_test(size=(120, 30)) as pilot:
        gate.calls.release()
        await until(pilot, lambda: named(app, Span(0, 1_000)))
        await pilot.press("G")
        end = screen_of(app).page.shown
        assert end.end == len(TEXT)
        assert not named(app, end)
        gate.calls.release(2)  # the step that the analysis is at, and the view
        await until(pilot, lambda: named(app, end))
        assert named(app, Span(0, 1_000))
        assert not named(app, middle)
        gate.calls.release(len(TEXT))
        await until(pilot, lambda: reading.analysis.complete and named(app, middle))


async def test_who_was_chosen_stays_chosen_though_the_id_changes(gate: Gate) -> None:
    text = TEXT.replace("بيلزوني", "كاستورب", 300).replace("بيلزوني", "هوفمان", 300)
    reading = Reading(Document(text, plain_blocks(text), Source("text.txt", "text", "utf-8", "")))
    app = QariApp([reading], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("G")
        end = screen_of(app).page.shown
        gate.calls.release(3)
        await until(pilot, lambda: named(app, end))
        (there,) = (one for one in reading.analysis.entities if one.name == "بيلزوني")
        screen_of(app).post_message(MentionChosen(there.id, end))
        await until(pilot, lambda: screen_of(app).parts.choosing.chosen is not None)
        gate.calls.release(len(text))
        await until(pilot, lambda: reading.analysis.complete and screen_of(app).parts.following.part is None)
        now = screen_of(app).parts.choosing.chosen
        assert now is not None
        assert now.name == "بيلزوني"
        assert len(now.mentions) == 400
        assert screen_of(app).page.overlay.chosen == now.id != there.id


def test_who_is_first_known_by_a_short_name_is_found_again_in_the_full_one() -> None:
    def entity(id_: str, name: str, *starts: int) -> Entity:
        mentions = tuple(Mention(Span(start, start + 3), EntityType.PERSON) for start in starts)
        return Entity(id_, EntityType.PERSON, name, mentions)

    in_view, other, full = entity("e1", "مان", 90), entity("e1", "هانس", 10, 80), entity("e2", "توماس مان", 20, 90)
    assert found_again(in_view, [other, full]) is full
    assert found_again(in_view, [other]) is None
