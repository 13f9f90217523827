"""The values that a setting goes through."""

from __future__ import annotations

import pytest

from reader.settings import SCHEMA, Settings
from reader.tui.before.geometry import COLUMN
from reader.tui.state.values import changed, stepped

BY_NAME = {setting.name: setting for setting in SCHEMA}


@pytest.mark.parametrize(
    ("name", "value", "step", "then", "reason"),
    [
        ("lang", "ar", 1, "en", "the next choice"),
        ("lang", "en", 1, "ar", "choices go round"),
        ("digits", "as-is", -1, "latin", "backwards as well"),
        ("justify", False, 1, True, "a truth value has one other"),
        ("tashkeel", None, 1, True, "what the terminal decides is not yet a choice"),
        ("width", None, 1, COLUMN + 2, "a width as it reads well is a number too"),
        ("width", 20, -1, 20, "no number goes below its bounds"),
        ("width", 1000, 1, 1000, "nor above them"),
        ("spacing", 2, 1, 2, "whatever their size"),
        ("theme", "b", 1, "c", "a theme comes from those that there are"),
        ("theme", "gone", 1, "a", "one that is no longer there, from the first"),
    ],
)
def test_the_next_value(name: str, value: object, step: int, then: object, reason: str) -> None:
    assert stepped(BY_NAME[name], value, step, ("a", "b", "c")) == then, reason


@pytest.mark.parametrize("setting", SCHEMA, ids=lambda setting: setting.name)
def test_every_value_on_the_way_may_be_kept(setting: object) -> None:
    from reader.settings import Setting

    assert isinstance(setting, Setting)
    value = setting.default
    for step in (1, 1, 1, -1, -1, -1, -1):
        value = stepped(setting, value, step, ("layl", "nahar"))
        assert setting.allows(value)


def test_what_has_changed_is_told_by_name() -> None:
    assert changed(Settings(), Settings()) == {}
    assert changed(Settings(), Settings(width=60, lang="en")) == {"lang": "en", "width": 60}
    assert changed(Settings(width=60), Settings()) == {"width": None}
