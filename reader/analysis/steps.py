"""The work of a room as named steps in order, each of which can fail, or be left out, without the others."""

from __future__ import annotations

import os
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, ParamSpec, TypeVar

from reader.analysis.model import Notice, NoticeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Work = TypeVar("Work")
Given = ParamSpec("Given")
Thing = TypeVar("Thing")
DEBUG: Final = "QARI_DEBUG"
"""Environment variable: where it is set, a step that fails ends the program with its traceback."""


@dataclass(frozen=True, slots=True)
class Step(Generic[Work]):
    """One thing that a room does to its work. `name` is unique among all rooms: «names: titles»."""

    name: str
    run: Callable[[Work], None]


_left_out: ContextVar[frozenset[str]] = ContextVar("left_out", default=frozenset())


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Leaves out the steps of these names: how what each is worth is measured."""
    token = _left_out.set(_left_out.get() | frozenset(names))
    try:
        yield
    finally:
        _left_out.reset(token)


def take(steps: Iterable[Step[Work]], work: Work) -> tuple[Notice, ...]:
    """Takes the steps in order; says of each that failed that it did, and goes on with the next."""
    left_out = _left_out.get()
    failed = (attempt(step.name, step.run, work) for step in steps if step.name not in left_out)
    return tuple(notice for notice in failed if notice is not None)


def attempt(name: str, run: Callable[Given, None], *given: Given.args, **options: Given.kwargs) -> Notice | None:
    """Runs what is called `name`, and says so if it fails. What it had done by then stays done."""
    try:
        run(*given, **options)
    except Exception as error:  # whatever it is: a reader wants the rest of the analysis
        if os.environ.get(DEBUG):
            raise
        return Notice(NoticeKind.STEP_FAILED, step=name, error=type(error).__name__)
    return None


def attempt_each(rule: Callable[[Thing], None], things: Iterable[Thing]) -> None:
    """Applies the rule to one thing after another. Where it fails that one goes without; the last failure is raised
    when all have had their turn."""
    failed: Exception | None = None
    for thing in things:
        try:
            rule(thing)
        except Exception as error:
            failed = error
    if failed is not None:
        raise failed
