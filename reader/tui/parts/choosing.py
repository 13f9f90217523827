"""Whose mentions are lit in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reader.tui.state.entities import found_again

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.analysis.model import Analysis, Entity
    from reader.text.span import Span
    from reader.tui.parts.page import Page


class Panels(Protocol):
    """Where the chosen entity has a row."""

    def choose(self, entity: str | None) -> None: ...

    def come_to(self, entity: str | None) -> None:
        """One has gone to a mention of it, and nothing is chosen."""


class Choosing:
    """The chosen entity. Ids are those of the analysis that was told of last: the one that is drawn."""

    def __init__(self, page: Page, panels: Panels, tell: Callable[[], None]) -> None:
        self._page = page
        self._panels = panels
        self._tell = tell
        self._entities: Sequence[Entity] = ()
        self.chosen: Entity | None = None

    def learn(self, analysis: Analysis) -> None:
        """More is known: who is chosen stays so, whatever id that is now."""
        self._entities = analysis.entities
        if self.chosen is None:
            return
        again = found_again(self.chosen, self._entities)
        if again is None or again.id != self.chosen.id:
            self.choose(again.id if again else None)
        self.chosen = again

    def choose(self, id_: str | None) -> None:
        """Light this entity, and dim the rest; for None, or one that is not known, nothing."""
        self.chosen = next((one for one in self._entities if one.id == id_), None)
        chosen = self.chosen.id if self.chosen else None
        self._page.overlay.chosen = chosen
        self._page.overlay.lit = [mention.span for mention in self.chosen.mentions] if self.chosen else ()
        self._page.redraw()
        self._panels.choose(chosen)
        self._tell()

    def choose_at(self, id_: str, mention: Span) -> None:
        """Light the entity of a mention that was picked in the text."""
        self._page.overlay.at = mention
        self.choose(id_)

    def choose_nothing(self) -> None:
        """Nothing is lit any more, nor marked."""
        self._page.overlay.marker = self._page.overlay.at = None
        self.choose(None)

    def come_to(self) -> None:
        """One has gone to a mention: where nothing is chosen the panels show whose it is."""
        if self.chosen is None:
            lit = self.lit
            self._panels.come_to(lit.id if lit else None)

    def point(self, id_: str | None) -> None:
        """The cursor of a panel is on this entity: nothing is dimmed for it."""
        self._page.overlay.pointed = id_
        self._page.redraw()

    @property
    def lit(self) -> Entity | None:
        """Whose name is lit: the chosen entity, else that of the mention that one has gone to."""
        at = self._page.overlay.at
        if self.chosen is not None or at is None or not at.overlaps(self._page.shown):
            return self.chosen
        mark = self._page.overlay.mention_at(at)
        return next((one for one in self._entities if mark is not None and one.id == mark.ref), None)

    @property
    def mention(self) -> tuple[int, int] | None:
        """Which mention of how many one is at."""
        lit = self.lit
        if lit is None:
            return None
        starts = [mention.span.start for mention in lit.mentions]
        at = (self._page.overlay.at or self._page.shown).start
        return max(1, sum(start <= at for start in starts)), len(starts)
