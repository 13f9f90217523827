"""The reading screen at three sizes, as it is written to the terminal: letters joined, rows in visual order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from on_screen import settle

from reader.settings import Settings
from reader.tui.app import QariApp

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.reading import Reading

    Golden = Callable[[str, str | bytes], None]
    Known = Callable[[str], Reading]

STATES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("as it opens", ()),
    ("in the panels, where the second row is chosen", ("tab", "j", "enter")),
    ("looking for a word", ("escape", "escape", "/", *"لغه")),
    ("in English, the panels shown or hidden", ("escape", "a", "p")),
)
"""What is done one after another, and what is on the screen then: nothing that goes away by itself."""


@pytest.mark.parametrize(("columns", "rows"), [(40, 12), (80, 24), (120, 40)])
async def test_screen(golden: Golden, known: Known, columns: int, rows: int) -> None:
    app = QariApp([known("python")], Settings())
    told: list[str] = []
    async with app.run_test(size=(columns, rows)) as pilot:
        for state, keys in STATES:
            await pilot.press(*keys)
            await settle(pilot)
            told += [f"== {state}", *(f"|{row}|" for row in drawn(app)), ""]
    golden(f"screen-{columns}x{rows}.txt", "\n".join(told))


def drawn(app: QariApp) -> list[str]:
    return [strip.text for strip in app.screen._compositor.render_strips()]
