"""qari (قارئ): a terminal reader for Arabic that shows who, where and when.

The package root imports nothing, so that asking for one room never loads another: `analyse_many` comes when it is
asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.batch import analyse_many

__all__ = ["analyse_many"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name == "analyse_many":
        from reader.batch import analyse_many

        return analyse_many
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
