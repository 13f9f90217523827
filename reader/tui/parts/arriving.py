"""Text that is still coming: it is taken in below what is there already, and nothing on the screen moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.document.model import Document
    from reader.layout.page import Page as Laid
    from reader.reading import Reading


class Page(Protocol):
    """The page, which can be given more text."""

    def grow(self, document: Document, page: Laid) -> None: ...


class Arriving:
    """Gives `reading` and the `page` what comes, and has `listeners` hear of it. `start` starts the worker."""

    def __init__(self, reading: Reading, page: Page, *, start: Callable[[], None]) -> None:
        self._reading = reading
        self._page = page
        self._start = start
        self.listeners: Sequence[Callable[[], None]] = ()
        self.under_way = reading.coming is not None and not reading.coming.over
        """Whether more is to come."""

    def begin(self) -> None:
        """Take in what comes, if anything is to come."""
        if self.under_way:
            self._start()

    @property
    def lines(self) -> int | None:
        """How many have come so far; None where no more are to come."""
        return self._reading.document.text.count("\n") if self.under_way else None

    @property
    def cut(self) -> bool:
        """Whether only the beginning is shown, for good."""
        return self._reading.coming is not None and self._reading.coming.cut

    def grew(self, document: Document, page: Laid, *, over: bool) -> None:
        """More has come; `over`: and that is all."""
        self.under_way = not over
        self._reading.grow(document)
        self._page.grow(document, page)
        for listen in self.listeners:
            listen()
