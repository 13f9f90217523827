"""Themes: one TOML file each, read strictly into a `Palette`.

A file says its title in both languages and whether its ground is dark; the colours of the page stand under
`[page]`, and under `[looks]` what each role (a name from `Role`) adds to its sign. All but the titles may be
left out; a key or value that means nothing is an error that names the file and the key.
"""

from __future__ import annotations

import re
import tomllib
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reader import resources
from reader.document.marks import Role
from reader.errors import UsageError
from reader.messages import message, reason
from reader.styles.palette import PLAIN, SIGNS, Look, Palette, Underline

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DARK, LIGHT, COLOURLESS = "layl", "nahar", "sada"
"""The shipped themes to fall back on: for a dark ground, for a light one, and where colour is not wanted."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def names(folder: Path | None = None) -> list[str]:
    """The themes in `folder`, those that ship with the program by default, in alphabetical order."""
    return sorted(path.stem for path in (folder or resources.folder("themes")).glob("*.toml"))


def load(name: str, folder: Path | None = None) -> Palette:
    """The palette of the theme `name` in `folder` (the shipped themes by default).

    Raises UsageError for a name that is not there and for a file that is not a theme.
    """
    folder = folder or resources.folder("themes")
    if name not in (known := names(folder)):
        raise UsageError(
            message("there is no theme '{name}'", name=name), message("there are: {names}", names=", ".join(known))
        )
    file = f"{name}.toml"
    try:
        values = tomllib.loads((folder / file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(message("theme {name} cannot be read: {why}", name=file, why=reason(error))) from error
    return _palette(name, _Table(file, "", values))


def _palette(name: str, theme: _Table) -> Palette:
    page, looks = theme.table("page"), theme.table("looks")
    foreground, background = page.colour("foreground"), page.colour("background")
    muted = page.colour("muted", foreground)
    palette = Palette(
        name=name,
        title_ar=theme.text("title_ar"),
        title_en=theme.text("title_en"),
        dark=theme.flag("dark", default=True),
        background=background,
        surface=page.colour("surface", background),
        foreground=foreground,
        muted=muted,
        accent=page.colour("accent", foreground),
        line=page.colour("line", muted),
        looks=MappingProxyType({role: _look(role, looks) for role in Role}),
    )
    for table in (theme, page, looks):
        table.close()
    return palette


def _look(role: Role, looks: _Table) -> Look:
    table = looks.table(role.value)
    background = table.colour("background")
    # A ground of its own sets a stretch apart; the sign is for where there is none.
    sign = PLAIN if background else SIGNS[role]
    look = Look(
        colour=table.colour("colour"),
        background=background,
        bold=table.flag("bold", sign.bold),
        dim=table.flag("dim", sign.dim),
        italic=table.flag("italic", sign.italic),
        underline=table.underline("underline", sign.underline),
        overline=table.flag("overline", sign.overline),
        reverse=table.flag("reverse", sign.reverse),
    )
    table.close()
    return look


class _Table:
    """A table of a theme file. Each key is taken out once; what is left when it is closed is a mistake."""

    def __init__(self, file: str, name: str, values: Mapping[str, Any]) -> None:
        self._file = file
        self._name = name
        self._left = dict(values)

    def text(self, key: str) -> str:
        value = self._left.pop(key, None)
        if not isinstance(value, str) or not value.strip():
            raise self._mistake(key, message("needs a text"))
        return value

    def flag(self, key: str, default: bool) -> bool:
        value = self._left.pop(key, default)
        if not isinstance(value, bool):
            raise self._mistake(key, message("is either true or false"))
        return value

    def colour(self, key: str, default: str | None = None) -> str | None:
        if key not in self._left:
            return default
        value = self._left.pop(key)
        if not isinstance(value, str) or not _COLOUR.fullmatch(value):
            raise self._mistake(key, message('is a colour such as "#1a2b3c", not {value}', value=repr(value)))
        return value.lower()

    def underline(self, key: str, default: Underline) -> Underline:
        value = self._left.pop(key, default)
        if value not in list(Underline):
            raise self._mistake(
                key, message("is one of {names}, not {value}", names=", ".join(Underline), value=repr(value))
            )
        return Underline(value)

    def table(self, key: str) -> _Table:
        value = self._left.pop(key, {})
        if not isinstance(value, dict):
            raise self._mistake(key, message("is a table"))
        return _Table(self._file, self._full(key), value)

    def close(self) -> None:
        for key in self._left:
            raise self._mistake(key, message("is not known"))

    def _full(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key

    def _mistake(self, key: str, what: str) -> UsageError:
        return UsageError(message("theme {name}: '{key}' {what}", name=self._file, key=self._full(key), what=what))
