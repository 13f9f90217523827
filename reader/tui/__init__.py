"""The reading screen. Everything that knows Textual is in here; `run` is the only way in.

Nothing is imported before `run` is called: the command line has other things to do than draw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.document.model import Document
    from reader.reading import Reading
    from reader.settings import Settings


def run(
    head: Callable[[], Document | None], open_readings: Callable[[], Sequence[Reading] | None], settings: Settings
) -> int:
    """Show what `open_readings` opens, the first of them first, or the library where that is nothing.

    `head` gives the beginning of a text that takes long to open, to be looked at meanwhile, or None.
    Returns, when the screen is closed, the exit code: 0, 130 after Ctrl-C, 1 after a crash (told on stderr); 0
    without a screen where `open_readings` gives None. Ends the process (`reader.ending`) when the terminal goes
    away. Raises UsageError where there is no keyboard, and for a theme that is not there, and lets through what
    `open_readings` raises.
    """
    import gc
    import os
    import sys

    from reader.styles.load import load
    from reader.terminal import colours
    from reader.terminal.modes import Guard, end_when_gone
    from reader.tui.before import keyboard
    from reader.tui.before.first_page import FirstPage
    from reader.tui.options import ScreenOptions, first_theme

    # Nothing that is made on the way to the first page becomes garbage; looking for some costs a tenth of it.
    gc.disable()
    readings: Sequence[Reading] | None = None
    first = head()
    if first is None:
        readings = open_readings()
        if readings is None:
            return 0
        first = readings[0].document if readings else None
    keyboard.claim()
    # `cells`: a person says that cells come out as they are written. The switch is sent all the same, since it
    # does no harm where that is so, and makes it so elsewhere.
    auto = settings.bidi == "auto"
    question = keyboard.Question(asking=auto)
    guess = question.guess()
    colours.declare(os.environ, guess)
    end_when_gone(question.file)
    guard = Guard(guess.switch, question.file)
    with guard, FirstPage(question.file, ScreenOptions.of(settings), load(first_theme(settings.theme))) as page:
        question.ask()
        if first is not None:
            page.draw(first)
        if readings is None:
            readings = open_readings()
        if readings is None:
            return 0
        # A worker then gives the interpreter up more often, and a key is answered while names are being found.
        sys.setswitchinterval(0.001)

        from reader.terminal.notice import notice
        from reader.tui.app import QariApp
        from reader.tui.driver import driver_for

        terminal, typed = question.answer()
        guard.change(terminal.switch)
        colours.declare(os.environ, terminal)
        app = QariApp(readings, settings, driver_for(guard, typed, page), italics=terminal.italics)
        app.warning = notice(terminal, settings.lang) if auto else None
        app.run()
    return app.return_code or 0
