"""Themes: one TOML file each, read into a `Palette`.

A file says its title in both languages and whether its ground is dark; the colours of the page stand under
`[page]`, and under `[looks]` what each role (a name from `Role`) adds to its sign. All of it may be left out; a
key or value that means nothing is passed over and named in the palette's `mistakes`.

Themes ship with the program, and a user's own lie in the themes folder of the user's configuration: one there with the
name of a shipped one takes its place.
"""

from __future__ import annotations

import re
import tomllib
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reader import paths, resources
from reader.document.marks import Role
from reader.errors import Mistake, UsageError
from reader.messages import message, reason
from reader.styles.palette import PLAIN, SIGNS, Look, Palette, Underline

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DARK, COLOURLESS = "layl", "sada"
"""The shipped themes to fall back on: the one to begin with, and where colour is not wanted."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def names(folder: Path | None = None) -> list[str]:
    """The themes in `folder`, by default those that ship with the program and the user's own, in alphabetical order."""
    return sorted(_files(folder))


def load(name: str, folder: Path | None = None) -> Palette:
    """The palette of the theme `name` in `folder` (the user's and the shipped themes by default).

    Raises UsageError for a name that is not there and for a file that cannot be read.
    """
    files = _files(folder)
    if name not in files:
        raise UsageError(
            message("there is no theme '{name}'", name=name),
            message("there are: {names}", names=tuple(sorted(files))),
        )
    file = files[name]
    try:
        values = tomllib.loads(paths.read(file))
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError(message("theme {name} cannot be read: {why}", name=file.name, why=reason(error))) from error
    return _palette(name, _Table(file.name, "", values, []))


def _files(folder: Path | None) -> dict[str, Path]:
    folders = [folder] if folder else [resources.folder("themes"), paths.themes_folder()]
    return {path.stem: path for each in folders for path in each.glob("*.toml")}


def _palette(name: str, theme: _Table) -> Palette:
    page, looks = theme.table("page"), theme.table("looks")
    foreground, background = page.colour("foreground"), page.colour("background")
    muted = page.colour("muted", foreground)
    palette = Palette(
        name=name,
        title_ar=theme.text("title_ar", name),
        title_en=theme.text("title_en", name),
        dark=theme.flag("dark", default=True),
        background=background,
        surface=page.colour("surface", background),
        foreground=foreground,
        muted=muted,
        accent=page.colour("accent", foreground),
        line=page.colour("line", muted),
        looks=MappingProxyType({role: _look(role, looks) for role in Role}),
        mistakes=theme.mistakes,
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
    """A table of a theme file. Each key is taken out once; what means nothing is a mistake, and so is what is left when
    it is closed. All tables of a file gather their `mistakes` in one list."""

    def __init__(self, file: str, name: str, values: Mapping[str, Any], mistakes: list[Mistake]) -> None:
        self._file = file
        self._name = name
        self._left = dict(values)
        self.mistakes = mistakes

    def text(self, key: str, default: str) -> str:
        value = self._left.pop(key, default)
        if isinstance(value, str) and value.strip():
            return value
        self._mistake(key, value, "text")
        return default

    def flag(self, key: str, default: bool) -> bool:
        value = self._left.pop(key, default)
        if isinstance(value, bool):
            return value
        self._mistake(key, value, "true", "false")
        return default

    def colour(self, key: str, default: str | None = None) -> str | None:
        if key not in self._left:
            return default
        value = self._left.pop(key)
        if isinstance(value, str) and _COLOUR.fullmatch(value):
            return value.lower()
        self._mistake(key, value, "#1a2b3c")
        return default

    def underline(self, key: str, default: Underline) -> Underline:
        value = self._left.pop(key, default)
        if value in list(Underline):
            return Underline(value)
        self._mistake(key, value, *Underline)
        return default

    def table(self, key: str) -> _Table:
        value = self._left.pop(key, {})
        if not isinstance(value, dict):
            self._mistake(key, value, "[…]")
            value = {}
        return _Table(self._file, self._full(key), value, self.mistakes)

    def close(self) -> None:
        self.mistakes += (Mistake(self._file, self._full(key)) for key in self._left)

    def _full(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key

    def _mistake(self, key: str, value: object, *expected: str) -> None:
        self.mistakes.append(Mistake(self._file, self._full(key), repr(value), expected))
