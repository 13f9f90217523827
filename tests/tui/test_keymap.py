"""The table of keys, as data."""

from __future__ import annotations

import importlib
import inspect
from collections import Counter
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.actions import parse
from textual.dom import DOMNode
from textual.keys import _character_to_key

import reader.tui
from reader.document.build import plain_blocks
from reader.document.model import Document, Source
from reader.reading import Reading
from reader.settings import Settings
from reader.tui.app import QariApp
from reader.tui.key import ARABIC_LAYOUT, Key, Scope
from reader.tui.keymap import KEYS, bindings, of_scope
from reader.tui.screens.drawer import Drawer
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.entity_list import EntityList
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.selecting import SelectingPage
from reader.tui.widgets.settings_list import SettingsList
from reader.tui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import Binding

TOGETHER = [
    ((Scope.PAGE, Scope.SCREEN), "the page has the focus"),
    ((Scope.PAGE, Scope.SELECT), "text is being selected; what the screen means by a key has to wait"),
    ((Scope.PANELS, Scope.SCREEN), "a panel has the focus"),
    ((Scope.FILTER,), "one types to narrow the rows of a panel"),
    ((Scope.FIND,), "the find bar has the focus"),
    ((Scope.CHOICE, Scope.SETTINGS), "the settings lie over the page"),
]
"""Parts whose keys are heard at the same time."""


def bindings_of_every_class() -> Iterator[tuple[str, Binding]]:
    """Each binding that some class of the program hears, Textual's own included, with the name of the class."""
    package = Path(reader.tui.__file__).parent
    for file in sorted(package.rglob("*.py")):
        module = ".".join(("reader", *file.relative_to(package.parent).with_suffix("").parts)).removesuffix(".__init__")
        for one in vars(importlib.import_module(module)).values():
            if inspect.isclass(one) and issubclass(one, DOMNode) and one.__module__ == module:
                for known in one._merge_bindings().key_to_bindings.values():
                    yield from ((one.__name__, binding) for binding in known)


def test_every_binding_is_one_of_the_table_and_stands_in_the_readme() -> None:
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
    table = {key.id: key for key in KEYS}
    seen = set()
    for owner, binding in bindings_of_every_class():
        id_, _, name = (binding.id or "").partition(":")
        assert id_ in table, f"{owner}: {binding.key}"
        key = table[id_]
        assert name in (*key.latin, *key.arabic)
        assert f"`{key.cap}` {key.help('en')}" in readme, owner
        seen.add(id_)
    heard_by_the_list_itself = {key.id for key in of_scope(Scope.FILTER)}
    assert seen | heard_by_the_list_itself == set(table)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_every_key_says_in_both_languages_what_it_does(key: Key) -> None:
    assert key.help("ar") != key.help("en")
    assert _is_arabic(key.help("ar"))
    assert not _is_arabic(key.help("en"))


def _is_arabic(text: str) -> bool:
    return any("\u0620" <= character <= "\u064a" for character in text)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_every_letter_key_works_with_an_arabic_layout(key: Key) -> None:
    """A key that no layout changes (an arrow, Space, Control and a letter) will do as well."""
    typed_in_both = [name for name in key.latin if len(_character_to_key(name) if len(name) == 1 else name) > 1]
    assert key.arabic or typed_in_both


def test_ids_are_unique() -> None:
    assert not [name for name, count in Counter(key.id for key in KEYS).items() if count > 1]


@pytest.mark.parametrize(("scopes", "reason"), TOGETHER)
def test_no_key_means_two_things_at_once(scopes: tuple[Scope, ...], reason: str) -> None:
    typed = Counter(name for key in of_scope(*scopes) for name in (*key.latin, *key.arabic))
    assert not [name for name, count in typed.items() if count > 1], reason


def test_no_key_of_one_layout_means_something_else_in_the_other() -> None:
    """What a Latin key types in Arabic is never itself the Latin name of another key."""
    latin = {name for key in KEYS for name in key.latin}
    assert not latin & {name for key in KEYS for name in key.arabic}


# Key by key from the caps of a PC Arabic (101) keyboard, each beside the Latin letter on the same cap.
ARABIC_101 = """
    q ض   w ص   e ث   r ق   t ف   y غ   u ع   i ه   o خ   p ح   [ ج   ] د
    a ش   s س   d ي   f ب   g ل   h ا   j ت   k ن   l م   ; ك   ' ط
    z ئ   x ء   c ؤ   v ر   n ى   m ة   , و   . ز   / ظ
    Y إ   H أ   N آ   J ـ   O ×   P ؛   ? ؟
    R \u064c   S \u064d
"""
LAM_ALEF = {"b": "\ufefb", "T": "\ufef9", "G": "\ufef7", "B": "\ufef5"}
"""Plain, with hamza below, with hamza above, with madda: the X keyboard types one character for each."""


def test_the_arabic_keyboard_types_what_stands_on_its_caps() -> None:
    caps = ARABIC_101.split()
    expected = dict(zip(caps[::2], caps[1::2], strict=True)) | LAM_ALEF
    # Shift turns comma and full stop round; the per cent sign is that of Arabic.
    assert expected | {"<": "comma", ">": ".", "%": "٪"} == ARABIC_LAYOUT


def test_bindings_hold_every_key_of_the_part() -> None:
    assert len(bindings(Scope.FIND)) == sum(len(key.latin) + len(key.arabic) for key in of_scope(Scope.FIND))


def test_every_key_asks_for_something_that_there_is() -> None:
    """An action is a string: Textual passes over one that nobody has."""
    app = QariApp([Reading(Document("كلمة", plain_blocks("كلمة"), Source("a", "text", "utf-8", "")))], Settings())
    screen = app.get_default_screen()
    assert isinstance(screen, ReadingScreen)
    owners: dict[Scope, tuple[object, ...]] = {
        Scope.PAGE: (SelectingPage,),
        Scope.SELECT: (SelectingPage,),
        Scope.PANELS: (RowList, EntityList, Timeline),
        Scope.FILTER: (RowList,),
        Scope.CHOICE: (RowList, Drawer),
        Scope.SETTINGS: (SettingsList,),
        Scope.LIBRARY: (LibraryScreen,),
        Scope.HELP: (HelpScreen,),
    }
    for key in KEYS:
        target, action, arguments = parse(key.action)
        on = Drawer if key.scope is Scope.CHOICE else screen
        asked = {"app": (app,), "screen": (on,)}.get(target) or owners.get(key.scope, (screen,))
        assert any(hasattr(one, f"action_{action}") for one in asked), key.id
        if action == "do":
            assert callable(attrgetter(str(arguments[0]))(screen.parts)), key.id
