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
    from reader.terminal.output import Output
    from reader.tui.before.first_page import FirstPage
    from reader.tui.before.keyboard import Question


def run(
    head: Callable[[], Document | None],
    open_readings: Callable[[], Sequence[Reading] | None],
    settings: Settings,
    warnings: Sequence[str] = (),
    article: Callable[[str], Reading] | None = None,
) -> int:
    """Show what `open_readings` opens, the first of them first, or the library where that is nothing.

    `head` gives the beginning of a text that takes long to open, to be looked at meanwhile, or None. `warnings` are
    said on the screen. `article` opens one that is chosen in the library.
    Returns, when the screen is closed, the exit code: 0, 130 after Ctrl-C, 1 after a crash (told on stderr); 0
    without a screen where `open_readings` gives None. Ends the process (`reader.ending`) when the terminal goes
    away. Raises UsageError where there is no keyboard, and for a theme that is not there, and lets through what
    `open_readings` raises.
    """
    import gc
    import os
    from contextlib import ExitStack

    from reader import ending
    from reader.reading import Reading
    from reader.styles.load import load
    from reader.terminal import colours
    from reader.terminal.detect import Strategy
    from reader.terminal.modes import end_when_gone
    from reader.terminal.output import Output
    from reader.tui.before import keyboard
    from reader.tui.before.first_page import FirstPage
    from reader.tui.options import ScreenOptions, first_theme

    # Nothing that is made on the way to the first page becomes garbage; looking for some costs a tenth of it.
    gc.disable()
    colours.without_empty_no_color(os.environ)
    readings: Sequence[Reading] | None = None
    first = head()
    if first is None:
        readings = open_readings()
        if readings is None:
            return 0
        first = readings[0].document if readings else None
    keyboard.claim()
    # Where a person says how to write, nothing has to be asked.
    question = keyboard.Question(asking=settings.bidi == Strategy.AUTO)
    output = Output(question.guess(), question.file, settings)
    end_when_gone(question.file)
    with output.guard, ExitStack() as shown:
        question.ask()
        output.found(question.answer_soon())
        colours.declare(os.environ, output.terminal)
        palette = load(first_theme(settings.theme))
        page = shown.enter_context(FirstPage(question.file, ScreenOptions.of(output.settings), palette, output))
        if first is not None:
            page.draw(first)
        if readings is None:
            ending.aside(Reading.prepare)  # what takes long to open leaves the time for it
            readings = open_readings()
        if readings is None:
            return 0
        return _screen(readings, question, output, page, warnings, article)


def _screen(
    readings: Sequence[Reading],
    question: Question,
    output: Output,
    page: FirstPage,
    warnings: Sequence[str],
    article: Callable[[str], Reading] | None,
) -> int:
    """The screen itself, over the page that is there already; returns its exit code."""
    import os
    import sys

    from reader.messages import semicolon
    from reader.terminal import colours
    from reader.terminal.lookout import Lookout
    from reader.tui.app import QariApp
    from reader.tui.driver import driver_for
    from reader.tui.keymap import WAY_KEY

    # A worker then gives the interpreter up more often, and a key is answered while names are being found.
    sys.setswitchinterval(0.001)
    found = question.answer()
    output.found(found)
    colours.declare(os.environ, output.terminal)
    lookout = Lookout(found, os.environ)
    driver = driver_for(output.guard, found.answers.typed, page, output, lookout)
    app = QariApp(readings, output.settings, driver, output=output, lookout=lookout, article=article)
    app.warning = semicolon(output.settings.lang).join(filter(None, (*warnings, output.notice(WAY_KEY)))) or None
    app.run()
    return app.return_code or 0
