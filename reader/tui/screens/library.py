"""The library: the articles that come with the program, to choose one from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import QariError
from reader.sources.bundled import articles
from reader.tui import keymap
from reader.tui.key import Scope
from reader.tui.screens.base import ReaderScreen
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.status import KeysLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reader.tui import messages
    from reader.tui.screens.base import Reader


class LibraryScreen(ReaderScreen):
    """What there is to read; Enter opens it over this screen."""

    BINDINGS = keymap.bindings(Scope.LIBRARY)
    DEFAULT_CSS = """
    LibraryScreen {
        layout: vertical;
        overflow: hidden;
        #articles { height: 1fr; padding: 1 0 0 0; }
        #keys { height: 1; }
    }
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.articles = ArticleList(articles(), reader.paint, reader.options)
        self.keys = KeysLine(reader.paint, reader.options)

    def compose(self) -> ComposeResult:
        yield self.articles
        yield self.keys

    def on_mount(self) -> None:
        self.articles.focus()
        self.on_filter_switched()

    def on_filter_switched(self) -> None:
        if self.articles.filter.typing:
            self.keys.show(Scope.FILTER)
        else:
            self.keys.show(Scope.PANELS, Scope.LIBRARY, without=("panel_only",))  # articles have no events

    def on_screen_resume(self) -> None:
        """Back from an article, in whose screen colours and language may have changed."""
        self.dress()

    def on_source_chosen(self, message: messages.SourceChosen) -> None:
        try:
            self.reader.read_article(message.name)
        except QariError as error:
            self.articles.complain(error.in_(self.reader.options.lang))

    def action_lang(self) -> None:
        self.reader.choose(lang="en" if self.reader.options.lang == "ar" else "ar")
        self.dress()

    def action_help(self) -> None:
        self.reader.show_help(Scope.LIBRARY, Scope.PANELS)

    def dress(self) -> None:
        for part in (self.articles, self.keys):
            part.dress(self.reader.paint, self.reader.options)
