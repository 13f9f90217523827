"""Which way of writing a person found right in each terminal: what `qari doctor` was told, kept between runs."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader import paths
from reader.errors import QariError
from reader.messages import message, reason
from reader.terminal.detect import Strategy

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reader.settings import Settings
    from reader.terminal.ask import Found


class Choice(NamedTuple):
    """What was chosen for one terminal; None where that is left to the program."""

    bidi: str | None = None
    tashkeel: bool | None = None


def key_of(found: Found, environment: Mapping[str, str]) -> str:
    """What this terminal is remembered by: its name, or else what it says of itself."""
    return found.terminal.title or f"{environment.get('TERM', '')} {found.answers.attributes}".strip() or "?"


def settled(settings: Settings, found: Found, choice: Choice) -> Settings:
    """The settings for this terminal: what a person set for all of them, then what was chosen for this one, then what
    is known of it."""
    tashkeel = next((one for one in (settings.tashkeel, choice.tashkeel) if one is not None), found.terminal.marks)
    bidi = settings.bidi if settings.bidi != Strategy.AUTO else choice.bidi or Strategy.AUTO
    return replace(settings, bidi=str(bidi), tashkeel=tashkeel)


def choice_for(key: str, file: Path | None = None) -> Choice:
    """What was chosen for this terminal; nothing where the file is missing or cannot be read."""
    try:
        return _load(file or _file()).get(key, Choice())
    except OSError:
        return Choice()


def remember(key: str, choice: Choice, file: Path | None = None) -> None:
    """Keep the choice for this terminal. Raises QariError where that cannot be written."""
    file = file or _file()
    try:
        choices = _load(file) | {key: choice}
        written = json.dumps({name: one._asdict() for name, one in choices.items()}, ensure_ascii=False, indent=1)
        paths.replace(file, written + "\n")
    except OSError as error:
        raise QariError(
            message("cannot remember this: {why}", why=reason(error)),
            message("make room there, or say --bidi each time"),
        ) from error


def _file() -> Path:
    return paths.state_folder() / "terminals.json"


def _load(file: Path) -> dict[str, Choice]:
    """All choices; none where there is no file, or nothing in it that can be understood."""
    try:
        written = json.loads(paths.read(file))
        return {str(key): _choice(one) for key, one in written.items()}
    except (FileNotFoundError, NotADirectoryError, ValueError, RecursionError, AttributeError):
        return {}


def _choice(written: dict[str, object]) -> Choice:
    bidi, tashkeel = written.get("bidi"), written.get("tashkeel")
    return Choice(
        bidi if isinstance(bidi, str) and bidi in set(Strategy) else None,
        tashkeel if isinstance(tashkeel, bool) else None,
    )
