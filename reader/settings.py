"""What a user has set once and for all: defaults for the options of how a page looks.

`settings.toml` in the user's configuration folder holds any of the fields of `Settings`, by name. The command
line wins over it. The screen writes it (`keep`), and leaves in it what is not its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from reader import paths
from reader.errors import Mistake, QariError
from reader.messages import message, reason

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CHOICES: Final = {
    "lang": ("ar", "en"),
    "digits": ("as-is", "arab", "latin"),
    "bidi": ("auto", "cells", "rows-ltr", "rows-rtl", "words", "logical"),
    "direction": ("majority", "strict"),
}
"""The closed sets of values, for the settings and for the command line alike."""

NARROWEST, WIDEST = 1, 1000
"""Columns that a page may be given: below there is no cell, above only a mistake."""
BOUNDS: Final = {"width": (NARROWEST, WIDEST), "margin": (2, 40), "spacing": (0, 2)}
"""The least and the most of each number."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a page looks. `width` None: as wide as reads well; `theme` None: the first dark one; `tashkeel` None: where
    the terminal draws it on its letters. `margin` are columns left free at each side, `spacing` blank rows after a
    row."""

    lang: str = "ar"
    theme: str | None = None
    digits: str = "as-is"
    bidi: str = "auto"
    width: int | None = None
    tashkeel: bool | None = None
    direction: str = "majority"
    margin: int = 2
    spacing: int = 0
    justify: bool = False


class Setting(NamedTuple):
    """What one field of `Settings` may be; its default, too, where that is None."""

    name: str
    kind: type
    default: object
    choices: tuple[str, ...] = ()
    bounds: tuple[int, int] | None = None

    def allows(self, value: object) -> bool:
        """Whether a file may say so."""
        if type(value) is not self.kind:  # a truth value is no number
            return False
        if isinstance(value, int) and self.bounds:
            return self.bounds[0] <= value <= self.bounds[1]
        return not self.choices or value in self.choices

    @property
    def expected(self) -> tuple[str, ...]:
        """What it may be, for a person who wrote something else."""
        if self.bounds:
            return (f"{self.bounds[0]}–{self.bounds[1]}",)
        return self.choices or (("true", "false") if self.kind is bool else ("text",))


_KINDS: Final[dict[str, type]] = {"theme": str, "width": int, "tashkeel": bool}
"""Of the fields whose default is None."""
SCHEMA: Final = tuple(
    Setting(
        field.name,
        _KINDS.get(field.name, type(field.default)),
        field.default,
        CHOICES.get(field.name, ()),
        BOUNDS.get(field.name),
    )
    for field in fields(Settings)
)


def file_of_mine() -> Path:
    """Where this user's settings are."""
    return paths.config_folder() / "settings.toml"


def load(file: Path | None = None) -> tuple[Settings, tuple[Mistake, ...]]:
    """The settings in `file` (the user's own by default), or the defaults where there is none; with what in it means
    nothing and was passed over. Raises QariError for a file that cannot be read."""
    file = file or file_of_mine()
    values = _values(_read(file), file)
    known = {setting.name: setting for setting in SCHEMA}
    good = {key: value for key, value in values.items() if key in known and known[key].allows(value)}
    mistakes = (
        Mistake(file.name, key, repr(value), known[key].expected) if key in known else Mistake(file.name, key)
        for key, value in values.items()
        if key not in good
    )
    return Settings(**good), tuple(mistakes)


def mine() -> Settings:
    """This user's settings as far as they can be read, for what goes on whatever is wrong with them."""
    try:
        return load()[0]
    except QariError:
        return Settings()


def language() -> str:
    """The language that this user has set."""
    return mine().lang


def keep(changes: Mapping[str, object], file: Path | None = None) -> None:
    """Write these fields into `file` (the user's own by default), which comes into being if need be; None, and what
    is the default, takes a field out of it. All else in it stays, comments too.

    Raises QariError, and leaves the file as it was, where it cannot be written, or not without losing something.
    """
    file = (file or file_of_mine()).resolve()  # a link to a file elsewhere stays a link
    before = _read(file)
    defaults = {setting.name: setting.default for setting in SCHEMA}
    wanted = {key: None if value == defaults[key] else value for key, value in changes.items()}
    after = before
    for key, value in wanted.items():
        after = _with(after, key, value)
    expected = _values(before, file) | wanted
    try:
        as_wished = _values(after, file) == {key: value for key, value in expected.items() if value is not None}
    except QariError:
        as_wished = False
    if not as_wished:
        raise QariError(
            message("{name} is written in a way that cannot be changed safely", name=file), message("change it by hand")
        )
    _replace(file, after)


def _read(file: Path) -> str:
    try:
        return paths.read(file)
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except (OSError, ValueError) as error:
        raise QariError(message("{name}: {why}", name=file, why=reason(error)), message("mend or remove it")) from error


def _values(written: str, file: Path) -> dict[str, Any]:
    if not written:
        return {}
    import tomllib  # most have no such file

    try:
        return tomllib.loads(written)
    except (ValueError, RecursionError) as error:
        raise QariError(message("{name}: {why}", name=file, why=reason(error)), message("mend or remove it")) from error


def _with(written: str, key: str, value: object) -> str:
    """The lines of a file with this key at its top; a comment behind its value stays."""
    table = re.search(r"^[ \t]*\[", written, re.MULTILINE)
    top, rest = (written[: table.start()], written[table.start() :]) if table else (written, "")
    line = "" if value is None else f"{key} = {_as_toml(value)}"
    place = re.compile(
        rf"^[ \t]*{key}[ \t]*=[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s#]+)([ \t]*(?:#.*)?)$\n?", re.MULTILINE
    )
    if found := place.search(top):
        said = f"{line}{found[1]}".strip()
        return top[: found.start()] + (f"{said}\n" if said else "") + top[found.end() :] + rest
    if value is None:
        return written
    return f"{top}{'' if not top or top.endswith(chr(10)) else chr(10)}{line}\n{rest}"


def _as_toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    import json

    return json.dumps(str(value), ensure_ascii=False)  # a string of JSON is one of TOML


def _replace(file: Path, written: str) -> None:
    try:
        paths.replace(file, written)
    except OSError as error:
        raise QariError(
            message("{name} cannot be written: {why}", name=file, why=reason(error)),
            message("make room there, or change it by hand"),
        ) from error
