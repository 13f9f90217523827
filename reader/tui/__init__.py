"""The reading screen. Everything that knows Textual is in here; `run` is the only way in.

Nothing is imported before `run` is called: the command line has other things to do than draw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.reading import Reading
    from reader.settings import Settings


def run(readings: Sequence[Reading], settings: Settings) -> None:
    """Show `readings`, the first of them first, or the library where there is none; returns when it is closed.

    Raises UsageError where there is no keyboard, and for a theme or way of writing lines that is not there.
    """
    import sys

    from reader.tui.app import ReaderApp
    from reader.tui.driver import claim_keyboard, driver_for
    from reader.tui.options import ScreenOptions

    claim_keyboard()
    # A worker gives the interpreter up more often, so that a key is answered while names are being found.
    sys.setswitchinterval(0.001)
    options = ScreenOptions.of(settings)
    ReaderApp(readings, options, driver_for(None)).run()
