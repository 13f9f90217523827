"""The process, from its first line to its last: `qari`, and `python -m reader`."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from reader import ending

if TYPE_CHECKING:
    from typing import NoReturn

CRASHED = 1


def run() -> NoReturn:
    """Do what the command line says; never returns."""
    _fill_gaps()
    # Processes side by side (`--jobs`) have a tracker that tidies up after us. It is not to tell of it.
    sys.warnoptions.append("ignore:resource_tracker:UserWarning")
    ending.watch()
    try:
        from reader.cli import main

        code = main()
    except BaseException:
        sys.excepthook(*sys.exc_info())
        code = CRASHED
    ending.end(code)


def _fill_gaps() -> None:
    """Let no file that is opened later take the number of a standard one that was closed (`<&-`), and what is meant
    for that."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free


if __name__ == "__main__":
    run()
