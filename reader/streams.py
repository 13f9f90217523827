"""The process's standard streams: data on one, what a person should know on the other, both in UTF-8."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from reader.errors import QariError, UnreadableSourceError
from reader.messages import message, reason


def stdin_file() -> int:
    """The file descriptor of standard input."""
    try:
        return sys.stdin.fileno()
    except (OSError, ValueError, AttributeError) as error:  # closed, or a process that was given none
        raise UnreadableSourceError(message("cannot read standard input")) from error


def emit(text: str) -> None:
    """Print text as UTF-8; what a source may have smuggled in is made visible before a terminal sees it."""
    from reader.export.plain import encode
    from reader.text.controls import visible

    write(encode(visible(text) if on_terminal() else text))


def on_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def write(data: bytes) -> None:
    if sys.stdout is None:  # closed by whoever started us
        raise QariError(
            message("cannot print: standard output is closed"), message("give it a file, a pipe or a terminal")
        )
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        silence_stdout()
        raise QariError(
            message("cannot print: {why}", why=reason(error)), message("give standard output another place")
        ) from error


def silence_stdout() -> None:
    """What is left in the buffer cannot be written: let Python's own last flush go nowhere, silently."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(message: str) -> None:
    """One line for the person, on stderr and in UTF-8; it never carries a control character."""
    from reader.export.plain import encode
    from reader.text.controls import visible

    if sys.stderr is None:
        return
    with suppress(OSError):  # nobody can be told
        sys.stderr.buffer.write(encode("qari: " + " ".join(visible(message).split()) + "\n"))
        sys.stderr.buffer.flush()
