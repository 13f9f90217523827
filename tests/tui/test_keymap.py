"""The table of keys, as data."""

from __future__ import annotations

from collections import Counter

import pytest
from textual.keys import _character_to_key

from reader.tui.key import ARABIC_LAYOUT, Key, Scope
from reader.tui.keymap import KEYS, bindings, of_scope

TOGETHER = [
    ((Scope.PAGE, Scope.SCREEN), "the page has the focus"),
    ((Scope.PAGE, Scope.SELECT), "text is being selected; what the screen means by a key has to wait"),
    ((Scope.PANELS, Scope.SCREEN), "a panel has the focus"),
    ((Scope.FIND,), "the find bar has the focus"),
]
"""Parts whose keys are heard at the same time."""


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


def test_lam_alef_keys_are_single_characters() -> None:
    assert [len(ARABIC_LAYOUT[name]) for name in "bGT"] == [1, 1, 1]


def test_bindings_hold_every_key_of_the_part() -> None:
    assert len(bindings(Scope.FIND)) == sum(len(key.latin) + len(key.arabic) for key in of_scope(Scope.FIND))
