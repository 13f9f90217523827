"""The values that a setting goes through, one key after another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.tui.before.geometry import COLUMN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.settings import Setting, Settings

STEPS: Final = {"width": 2, "margin": 2}
"""How far a key changes a number, where one at a time is too little."""


def stepped(setting: Setting, value: object, step: int, choices: Sequence[str] = ()) -> object:
    """The value after `value` (before it for -1): choices and truth values go round, numbers end at their bounds.

    `choices` are those of a setting whose values are not known beforehand.
    """
    if setting.kind is bool:
        return not value
    if setting.bounds:
        least, most = setting.bounds
        number = value if isinstance(value, int) else COLUMN  # of a width as it reads well
        return min(most, max(least, number + step * STEPS.get(setting.name, 1)))
    known = list(setting.choices or choices)
    return known[(known.index(str(value)) + step) % len(known)] if value in known else known[0]


def changed(before: Settings, after: Settings) -> dict[str, object]:
    """What is another value now, by name."""
    names = before.__dataclass_fields__
    return {name: getattr(after, name) for name in names if getattr(after, name) != getattr(before, name)}
