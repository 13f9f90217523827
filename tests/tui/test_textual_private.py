"""Textual's private parts: each is still there and does what it is used for, and nothing else of them is touched."""

from __future__ import annotations

import ast
import inspect
import io
import pkgutil
import sys
import textwrap
from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar

import pytest
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.screen import Screen

import reader.tui
from reader.tui import textual_private

if TYPE_CHECKING:
    from types import ModuleType

    from textual.binding import BindingType

MODULES = [
    import_module(module.name)
    for module in pkgutil.walk_packages(reader.tui.__path__, "reader.tui.")
    if module.name != textual_private.__name__
]
NAME = attrgetter("__name__")
OWN = ("self", "cls", "super()")
PUBLIC = {"_make", "_replace"}
"""What a named tuple offers."""


def is_textuals(one: type) -> bool:
    return one.__module__.startswith("textual.")


def private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in PUBLIC


def own_names(one: type) -> set[str]:
    """The private names that a class defines, or that its methods speak of as `self`'s."""
    found = set()
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(one)))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value) in OWN:
            found.add(node.attr)
        elif isinstance(node, ast.AnnAssign):
            found.add(ast.unparse(node.target))
    return set(filter(private, found))


CLASSES = {
    one
    for module in MODULES
    for one in vars(module).values()
    if inspect.isclass(one) and one.__module__ == module.__name__ and any(map(is_textuals, one.__mro__))
}


def test_what_was_typed_becomes_keys() -> None:
    events = textual_private.events_of("a\x1b[Aﻻ")
    assert [event.key for event in events if isinstance(event, Key)][:2] == ["a", "up"]


async def test_a_key_is_acted_on_before_the_next_is_looked_at() -> None:
    class Bound(Screen[None]):
        BINDINGS: ClassVar[list[BindingType]] = [("x", "note", "")]
        noted = False

        def action_note(self) -> None:
            self.noted = True

    app: App[None] = App()
    async with app.run_test():
        screen = Bound()
        await app.push_screen(screen)
        assert not await textual_private.run_binding(app, "y")
        assert await textual_private.run_binding(app, "x")
        assert screen.noted


async def test_a_driver_draws_where_it_is_told() -> None:
    async with App[None]().run_test() as pilot:
        driver, terminal = LinuxDriver(pilot.app), io.TextIOWrapper(io.BytesIO())
        assert vars(driver)["_file"] is sys.__stderr__
        textual_private.draw_on(driver, terminal)
        assert vars(driver)["_file"] is terminal
        assert "WriterThread(self._file)" in inspect.getsource(LinuxDriver.start_application_mode)


@pytest.mark.parametrize("one", sorted(CLASSES, key=NAME), ids=NAME)
def test_no_class_uses_or_hides_a_private_name_of_textuals(one: type) -> None:
    theirs = set().union(*(own_names(base) for base in one.__mro__ if is_textuals(base)))
    assert len(theirs) > 3
    assert not theirs & own_names(one)


@pytest.mark.parametrize("module", MODULES, ids=NAME)
def test_no_module_reaches_into_textual(module: ModuleType) -> None:
    tree = ast.parse(inspect.getsource(module))
    froms = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not [name for name in froms if name.startswith("textual") and "._" in name]
    attributes = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and private(node.attr))
    assert not [ast.unparse(node) for node in attributes if ast.unparse(node.value) not in OWN]
