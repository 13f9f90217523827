"""The program on a screen, as tests drive it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.tui.app import QariApp


async def settle(pilot: Pilot[None]) -> None:
    """Until every worker is done and its news is on the screen."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def screen_of(app: QariApp) -> ReadingScreen:
    """The reading screen, which has to be the one on top."""
    assert isinstance(app.screen, ReadingScreen)
    return app.screen
