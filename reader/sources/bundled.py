"""The articles that come with the program: `content/<name>/text.txt` with `about.toml` beside it."""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from reader import resources
from reader.document.build import verse_blocks
from reader.document.model import Document, Metadata
from reader.errors import QariError
from reader.messages import message, reason
from reader.sources import plain
from reader.sources.decode import decode

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")

_FORMS = ("prose", "verse")


@dataclass(frozen=True, slots=True)
class Article:
    """A bundled article, as `qari --list` shows it."""

    name: str
    date: datetime.date | None
    title: str
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class _About:
    """What `about.toml` says."""

    metadata: Metadata
    form: str


def articles() -> list[Article]:
    """The bundled articles that can be read, by name; `faults` tells of the others."""
    found = []
    for folder in _folders():
        try:
            metadata = _about(folder).metadata
        except QariError:
            continue
        found.append(Article(folder.name, metadata.date, metadata.title or folder.name, metadata.topic))
    return found


def faults() -> list[QariError]:
    """One error, which names the file, for each bundled article whose `about.toml` is broken."""
    found = []
    for folder in _folders():
        try:
            _about(folder)
        except QariError as error:
            found.append(error)
    return found


def is_bundled(name: str) -> bool:
    """Whether a bundled article is called `name`."""
    return any(folder.name == name for folder in _folders())


def open_bundled(name: str) -> Document:
    """The bundled article called `name`. Raises QariError if its files are broken."""
    folder = resources.folder("content") / name
    about = _about(folder)
    try:
        raw = (folder / "text.txt").read_bytes()
    except OSError as error:
        raise QariError(
            message("cannot read {name}: {why}", name=folder / "text.txt", why=reason(error)),
            message("install qari again"),
        ) from error
    document = plain.document(name, raw, decode(raw, "utf-8"))
    if about.form == "verse":
        document = replace(document, blocks=verse_blocks(document.text))
    return replace(document, metadata=about.metadata)


def _folders() -> list[Path]:
    return sorted(path.parent for path in resources.folder("content").glob("*/about.toml"))


def _about(folder: Path) -> _About:
    path = folder / "about.toml"
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
        raise QariError(message("cannot read {name}: {why}", name=path, why=reason(error))) from error
    try:
        return _About(
            Metadata(
                title=_entry(entries, "title", str),
                date=_entry(entries, "date", datetime.date),
                topic=_entry(entries, "topic", str),
                author=_entry(entries, "author", str),
                licence=_entry(entries, "licence", str),
                language=_entry(entries, "language", str) or "ar",
            ),
            form=_form(_entry(entries, "form", str)),
        )
    except ValueError as error:
        raise QariError(message("{name}: {why}", name=path, why=error)) from error


def _entry(entries: dict[str, object], key: str, kind: type[T]) -> T | None:
    value = entries.get(key)
    if value is None or (isinstance(value, kind) and not isinstance(value, datetime.datetime)):
        return value
    raise ValueError(f"'{key}' must be a {'date' if kind is datetime.date else 'string'}")


def _form(name: str | None) -> str:
    if name not in (None, *_FORMS):
        raise ValueError(f"'form' must be {' or '.join(_FORMS)}")
    return name or "prose"
