"""What a user has set once and for all: defaults for the options of how a page looks.

`settings.toml` in the user's configuration folder holds any of the fields of `Settings`, by name. The command
line wins over it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from reader import paths
from reader.errors import QariError
from reader.messages import message, reason

if TYPE_CHECKING:
    from pathlib import Path

CHOICES = {
    "lang": ("ar", "en"),
    "digits": ("as-is", "arab", "latin"),
    "bidi": ("auto", "cells", "rows-ltr", "rows-rtl", "words", "logical"),
    "direction": ("majority", "strict"),
}
"""The closed sets of values, for the settings and for the command line alike."""

NARROWEST, WIDEST = 1, 1000
"""Columns that a page may be given: below there is no cell, above only a mistake."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a page looks. `width` None: as wide as reads well; `theme` None: the first dark one; `tashkeel` None: where
    the terminal draws it on its letters."""

    lang: str = "ar"
    theme: str | None = None
    digits: str = "as-is"
    bidi: str = "auto"
    width: int | None = None
    tashkeel: bool | None = None
    direction: str = "majority"


def load(file: Path | None = None) -> Settings:
    """The settings in `file` (the user's own by default), or the defaults where there is none.

    Raises QariError, naming the file and the key, for anything it does not understand.
    """
    file = file or paths.config_folder() / "settings.toml"
    try:
        written = file.read_text("utf-8")
        import tomllib  # most have no such file

        values = tomllib.loads(written)
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except (OSError, ValueError) as error:
        raise QariError(message("{name}: {why}", name=file, why=reason(error)), message("mend or remove it")) from error
    for key, value in values.items():
        _check(file, key, value)
    return Settings(**values)


def _check(file: Path, key: str, value: object) -> None:
    types = {field.name: type(field.default) for field in fields(Settings)} | {
        "theme": str,
        "width": int,
        "tashkeel": bool,
    }
    if key not in types:
        raise QariError(
            message("{name}: no such setting: {key}", name=file, key=key),
            message("there are: {names}", names=", ".join(types)),
        )
    if type(value) is not types[key] or (key in CHOICES and value not in CHOICES[key]):
        expected = ", ".join(CHOICES.get(key, (types[key].__name__,)))
        raise QariError(
            message("{name}: {key} cannot be {value}", name=file, key=key, value=repr(value)),
            message("expected: {expected}", expected=expected),
        )
    if isinstance(value, int) and key == "width" and not NARROWEST <= value <= WIDEST:
        raise QariError(
            message("{name}: {key} cannot be {value}", name=file, key=key, value=value),
            message("{least} to {most} columns", least=NARROWEST, most=WIDEST),
        )
