"""The list of articles: title, topic and day of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from reader.messages import comma
from reader.sources.bundled import Article
from reader.tui.messages import SourceChosen
from reader.tui.widgets.line_text import fitted, row
from reader.tui.widgets.row_list import RowList
from reader.tui.wording.dates import Wording
from reader.tui.wording.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style

    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint

AIR = 5
"""Columns left free beside a title and what is said about it."""


class ArticleList(RowList[Article]):
    """Says which article is chosen."""

    def __init__(self, articles: Sequence[Article], paint: Paint, options: ScreenOptions) -> None:
        super().__init__(paint, options, id="articles")
        self._complaint = ""
        self.fill(articles, complete=True)

    def complain(self, reason: str) -> None:
        """Say, in the heading, why the last one cannot be opened."""
        self._complaint = reason
        self.changed()

    def names(self, entry: Article) -> Iterable[str]:
        return (entry.title, entry.topic or "", entry.name)

    def enter(self, entry: Article, step: int) -> None:  # noqa: ARG002
        self.post_message(SourceChosen(entry.name))

    def title(self) -> str:
        return self._complaint or phrase("library", self._options.lang)

    def lines(self, entry: Article, width: int, ground: Style, *, current: bool) -> list[Strip]:  # noqa: ARG002
        edge = Strip([Segment("  ", ground)], 2)
        about = row(self._about(entry), ground + self.faint)
        title = row(entry.title, ground)
        if title.cell_length + about.cell_length + AIR > width:
            about = Strip([])
            title = row(entry.title, ground, width=max(1, width - 3))
        return [fitted(Strip.join([title, edge]), Strip.join([edge, about]), width, ground)]

    def _about(self, entry: Article) -> str:
        wording = Wording(self._options.lang, self._options.interface_digits)
        day = wording.full(entry.date.isoformat()) if entry.date else None
        return comma(self._options.lang).join(part for part in (entry.topic, day) if part)
