"""Watching the file that is read: it may be written anew while somebody reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.reading import Reading
    from reader.sources.open import Version

LOOK = 2.0
"""Seconds between two looks at the file."""


class Watching:
    """Looks at the file of `reading` every now and then, and has `tell` called when `changed` has changed."""

    def __init__(
        self, reading: Reading, *, every: Callable[[float, Callable[[], None]], object], tell: Callable[[], None]
    ) -> None:
        self._reading = reading
        self._every = every
        self._tell = tell
        self._seen: Version | None = None
        self.changed = False
        """Whether the file is another than what is shown, and nobody is writing it just now."""

    def begin(self) -> None:
        """Watch it, if it is a file."""
        if self._reading.on_disk:
            self._every(LOOK, self.look)

    def look(self) -> None:
        """See whether the file has changed, and is the same as at the last look."""
        seen, self._seen = self._seen, self._reading.on_disk
        changed = self._seen is not None and not self._reading.is_current and (self.changed or self._seen == seen)
        if changed != self.changed:
            self.changed = changed
            self._tell()
