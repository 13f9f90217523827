"""Many sources analysed: one after another, or in processes side by side.

What is expensive, the recogniser, is loaded once a process; processes side by side share the cores among them.
"""

from __future__ import annotations

import json
import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from reader import ending, settings, wording
from reader.errors import QariError, UsageError
from reader.export import json_document
from reader.messages import message
from reader.reading import Reading

if TYPE_CHECKING:
    import datetime
    from collections.abc import Generator, Iterable, Iterator
    from concurrent.futures import Future
    from os import PathLike

AHEAD = 4
"""Sources handed out a process beyond the one that is waited for: enough that none is idle."""
DIED = message("the process that analysed it ended (out of memory, perhaps)")


@dataclass(frozen=True, slots=True)
class How:
    """How sources are opened, and what is said of them."""

    date: datetime.date | None = None
    encoding: str | None = None
    lang: str = field(default_factory=settings.language)
    allow_private: bool = False


class Analysed(NamedTuple):
    """One source: its JSON on one line, or None and what went wrong; and what there is to know of it."""

    source: str
    line: str | None
    words: int = 0
    notices: tuple[str, ...] = ()
    error: str = ""
    misused: bool = False
    """Whether it is no source that may be asked for like this."""


def analyse_many(
    paths: Iterable[str | PathLike[str]], *, jobs: int = 1, on_error: Literal["skip", "raise"] = "skip"
) -> Iterator[dict[str, Any]]:
    """The documents and their analyses as `qari -f jsonl` prints them, in the order of `paths`.

    With more than one of `jobs` in so many processes (a script that asks for them needs its
    `if __name__ == "__main__":`). A source that cannot be read is left out, or raises QariError.
    """
    for analysed in analyse_files((os.fspath(path) for path in paths), How(), jobs=jobs):
        if analysed.line is not None:
            document: dict[str, Any] = json.loads(analysed.line)
            yield document
        elif on_error == "raise":
            raise _unreadable(analysed)


def json_lines(paths: Iterable[str], *, threads: int = 1, on_error: Literal["skip", "raise"] = "skip") -> list[str]:
    """What `qari -f jsonl` prints of these paths, analysed in this process: for an engine that has processes of its
    own and hands each a part of the paths.

    The recogniser is loaded once a process, at the first call, and computes in so many `threads`: the cores of the
    machine divided by the processes on it. A source that cannot be read is left out, or raises QariError.
    """
    from reader.analysis.recogniser import kept

    kept.use_threads(threads)
    lines = []
    for analysed in analyse_files(paths, How()):
        if analysed.line is not None:
            lines.append(analysed.line)
        elif on_error == "raise":
            raise _unreadable(analysed)
    return lines


def _unreadable(analysed: Analysed) -> QariError:
    return QariError(message("{name}: {why}", name=analysed.source, why=analysed.error))


def analyse_files(sources: Iterable[str], how: How, *, jobs: int = 1) -> Iterator[Analysed]:
    """Each source in its turn, whatever became of the others."""
    if jobs <= 1:
        return (analyse_source(source, how) for source in sources)
    return _side_by_side(sources, how, jobs)


def analyse_source(source: str, how: How) -> Analysed:
    """One source analysed in this process."""
    try:
        reading = Reading.open(source, document_date=how.date, encoding=how.encoding, allow_private=how.allow_private)
        reading.analyse()
    except QariError as error:
        return Analysed(source, None, error=error.in_(how.lang), misused=isinstance(error, UsageError))
    words = len(reading.document.text.split())
    return Analysed(source, json_document.dumps(reading, how.lang), words, wording.told(reading, how.lang))


def _side_by_side(sources: Iterable[str], how: How, jobs: int) -> Iterator[Analysed]:
    """In order, in processes of their own. When one dies, so does its pool: what was under way is done anew, one at
    a time, so that the source that kills is found and left out."""
    rest = iter(sources)
    while True:
        with _pool(jobs) as pool:
            lost = yield from _handed_out(pool, rest, how, jobs)
        if not lost:
            return
        for source in lost:
            yield _alone(source, how)


def _handed_out(
    pool: ProcessPoolExecutor, rest: Iterator[str], how: How, jobs: int
) -> Generator[Analysed, None, list[str]]:
    """The answers in order; returns the sources that a dead process took with it."""
    waiting: deque[tuple[str, Future[Analysed]]] = deque()
    taken: list[str] = []
    try:
        for source in rest:
            taken = [source]
            waiting.append((source, _submit(pool, source, how)))
            taken = []
            if len(waiting) > jobs + AHEAD:
                yield _of_first(waiting)
        while waiting:
            yield _of_first(waiting)
    except BrokenProcessPool:
        return [source for source, _ in waiting] + taken
    return []


def _of_first(waiting: deque[tuple[str, Future[Analysed]]]) -> Analysed:
    """The answer about the first source, which leaves the queue when it has come."""
    answer = waiting[0][1].result()
    waiting.popleft()
    return answer


def _alone(source: str, how: How) -> Analysed:
    """In a process of its own, that nothing else goes down with."""
    try:
        with _pool(1) as pool:
            return _submit(pool, source, how).result()
    except BrokenProcessPool:
        return Analysed(source, None, error=DIED.in_(how.lang))


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """A pool that is not waited for: when nobody wants more answers its processes are killed."""
    threads = max(1, (os.cpu_count() or 1) // jobs)
    with ending.held():
        pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin, initargs=(threads,))
    try:
        yield pool
    finally:
        processes = list((getattr(pool, "_processes", None) or {}).values())
        for process in processes:  # first: a pool that has broken may be waiting for them, and holds its lock
            process.kill()
        pool.shutdown(wait=False, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, source: str, how: How) -> Future[Analysed]:
    """Hand this source out, to a process that is started for it if need be."""
    with ending.held():
        return pool.submit(analyse_source, source, how)


def _begin(threads: int) -> None:
    """In a new process: it ends with the one that has started it, which alone hears signals."""
    from reader.analysis.recogniser import kept

    ending.aside(_end_with_parent)
    kept.use_threads(threads)


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        ending.end(0)
