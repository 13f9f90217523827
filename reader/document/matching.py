"""A regular expression, looked for in a process of its own: a pattern like `(a+)+b` may never come to an end, and
nothing else can stop it, or keep it from holding up every thread.

`work` is what that process does. It reads and writes lines of JSON: the pattern with its flags, then one
stretch of a text after the other; to the pattern it answers with an empty line, to each of these with where the
matches begin and end.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from contextlib import suppress
from threading import Timer
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType


_START = "import runpy, sys; runpy.run_path(sys.argv[1])['work'](int(sys.argv[2]))"


class TooSlow(Exception):  # noqa: N818
    """The time is over."""


class Matcher:
    """Matches of `pattern` (of Python's `re`), found in `patience` seconds altogether; leave it to end the process."""

    def __init__(self, pattern: re.Pattern[str], patience: float) -> None:
        self._left = patience
        # Isolated, without what a site adds: it begins in a few hundredths of a second, and needs nothing else.
        command = [sys.executable, "-I", "-S", "-c", _START, __file__, str(int(patience) + 1)]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # what is typed at the terminal is none of its business
        )
        self._send([pattern.pattern, pattern.flags])
        _of(self._process.stdout).readline()  # it is ready: how long it takes to begin is no fault of the pattern

    def __enter__(self) -> Matcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def places(self, text: str) -> list[tuple[int, int]]:
        """Start and end of each match in `text`. Raises TooSlow."""
        began = time.monotonic()
        alarm = Timer(max(0.0, self._left), self._process.kill)
        alarm.daemon = True
        alarm.start()
        try:
            self._send(text)
            answer = _of(self._process.stdout).readline()
        finally:
            alarm.cancel()
        self._left -= time.monotonic() - began
        if not answer:
            raise TooSlow
        return [(start, end) for start, end in json.loads(answer)]

    def _send(self, what: object) -> None:
        line = json.dumps(what, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"
        with suppress(BrokenPipeError):  # it has been killed: there will be no answer
            _of(self._process.stdin).write(line)
            _of(self._process.stdin).flush()


def _of(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


def serve(questions: IO[bytes], answers: IO[bytes]) -> None:
    """Answer until there are no more questions."""
    source, flags = json.loads(questions.readline().decode("utf-8", "surrogatepass"))
    pattern = re.compile(source, flags)
    answers.write(b"\n")
    answers.flush()
    for line in questions:
        text = json.loads(line.decode("utf-8", "surrogatepass"))
        places = [match.span() for match in pattern.finditer(text)]
        answers.write(json.dumps(places).encode() + b"\n")
        answers.flush()


def _limit(seconds: int) -> None:
    """So much time on the processor: should the reader end meanwhile, there is nobody to stop it."""
    with suppress(ImportError):  # not everywhere
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def work(seconds: int) -> None:
    """Answer on the standard streams, with so many seconds of the processor."""
    _limit(seconds)
    serve(sys.stdin.buffer, sys.stdout.buffer)
