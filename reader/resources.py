"""Where the data that ships with the program lies: bundled articles and themes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reader.errors import QariError
from reader.messages import message


@cache
def folder(name: str) -> Path:
    """The folder of shipped data called `name` ("content" or "themes").

    A wheel carries it inside the package as `_data/`; a checkout (an editable install has no `_data/`)
    keeps it beside the package.
    """
    package = Path(__file__).resolve().parent
    for candidate in (package / "_data" / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    raise QariError(message("the program's own folder '{name}' is missing", name=name), message("install qari again"))
