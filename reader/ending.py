"""How the process ends: what was changed outside it is put back, and then it is over, at once.

The interpreter is not wound up. It would be while a thread of ours is in native code (the recogniser's), and CPython
before 3.14 makes a thread that comes back from there exit: its stack is unwound, which in ONNX Runtime's C++ is
`std::terminate`, exit code 134. Nor can the thread be waited for: a step in native code cannot be told to stop.
`os._exit` unwinds nothing, runs no destructor and waits for nobody. So whoever prints flushes, and whoever changes
something that outlives the process says here how to undo it.

A signal raises nothing either: an exception out of nowhere is lost or printed by whoever happens to be running, a
class that is being made, a `__del__`, somebody's bare `except`. It ends the process from where it is.
"""

from __future__ import annotations

import os
import signal
import time
from contextlib import contextmanager, suppress
from threading import RLock, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType
    from typing import NoReturn

INTERRUPTED, HUNG_UP = 128 + signal.SIGINT, 128 + signal.SIGHUP
"""Exit codes, as a shell tells of a signal."""
PATIENCE = 1.0
"""Seconds that a step which does not stop may hold up the end."""
_ENDING = (signal.SIGINT, signal.SIGHUP, signal.SIGTERM)

_undoing: list[Callable[[], None]] = []
_codes: list[int] = []
"""Exit codes that the process is to end with; the first is the one."""
_begun = RLock()
"""Taken, for good, by the thread that ends the process."""


def watch() -> None:
    """From now on SIGINT, SIGHUP and SIGTERM end the process, but for those it was started to ignore (`nohup`).

    To be called once, in the main thread.
    """
    for number in _ENDING:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _on_signal)
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    aside(_hear, reading)


@contextmanager
def held() -> Iterator[None]:
    """What would end the process waits until this is over. A process that is started meanwhile never hears it: it
    is to end when this one has ended."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def add(undo: Callable[[], None]) -> None:
    """Have `undo` called at the end, before what was added earlier. To be added before there is anything to undo.

    It comes in any thread and in the middle of any other step: it must import nothing, wait for nothing without an
    end, and bear being called twice. What it raises is lost.
    """
    _undoing.append(undo)


def discard(undo: Callable[[], None]) -> None:
    """`undo` has been done, or was never added."""
    with suppress(ValueError):
        _undoing.remove(undo)


def end(code: int) -> NoReturn:
    """End the process with this exit code, in any thread.

    A signal's handler may come on top of this and call it again: a terminal that is closed sends SIGHUP and SIGCONT,
    and Textual wants to go on after that. Nobody goes back to what it came on top of, so all is undone there.
    """
    _codes.append(code)
    if _begun.acquire(blocking=False):
        # A terminal that has another process in the foreground would stop this one.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
        for undo in reversed(_undoing.copy()):
            with suppress(Exception):
                undo()
        os._exit(_codes[0])
    while True:
        time.sleep(PATIENCE)  # another thread is at it


def end_soon(code: int) -> None:
    """Let the process go on to its end in good order; where it has not come to it within PATIENCE, `end` it."""
    aside(_end_late, code)


def aside(work: Callable[..., None], *arguments: object) -> None:
    """Do this in a thread that nobody waits for.

    Signals come to the main thread past it: one that is stopped for touching the terminal in the background would
    sleep on otherwise, told to end and woken.
    """

    def run() -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
        work(*arguments)

    Thread(target=run, daemon=True).start()


def _end_late(code: int) -> None:
    time.sleep(PATIENCE)
    end(code)


def _on_signal(number: int, _frame: FrameType | None) -> None:
    if not _codes:
        end(128 + number)


def _hear(signals: int) -> None:
    """Python calls a handler between two steps of the main thread: where that is deep in native code, end here."""
    while True:
        for number in os.read(signals, 1):
            if number in _ENDING and signal.getsignal(number) is _on_signal:
                _end_late(128 + number)
