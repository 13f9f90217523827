"""The reading screen. Everything that knows Textual is in here; `run` is the only way in.

Nothing is imported before `run` is called: the command line has other things to do than draw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.reading import Reading
    from reader.settings import Settings


def run(open_readings: Callable[[], Sequence[Reading] | None], settings: Settings) -> int:
    """Show what `open_readings` opens, the first of them first, or the library where that is nothing.

    Returns, when the screen is closed, the exit code: 0, 1 after a crash (told on stderr), 128 and its number
    after a signal; 0 without a screen where `open_readings` gives None. Raises UsageError where there is no
    keyboard, and for a theme that is not there, and lets through what `open_readings` raises.
    """
    import gc
    import sys

    from reader.tui import keyboard

    # Nothing that is made on the way to the first page becomes garbage; looking for some costs a tenth of it.
    gc.disable()
    question = keyboard.Question()
    readings = open_readings()
    if readings is None:
        return 0
    keyboard.claim()
    # A worker then gives the interpreter up more often, and a key is answered while names are being found.
    sys.setswitchinterval(0.001)

    from reader.terminal.modes import Guard
    from reader.terminal.notice import notice
    from reader.tui.app import QariApp
    from reader.tui.driver import driver_for

    terminal, typed = question.answer()
    app = QariApp(readings, settings, driver_for(Guard(terminal.switch, question.file), typed))
    app.warning = notice(terminal, settings.lang)
    app.run()
    return app.return_code or 0
