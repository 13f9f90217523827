"""One open document, its analysis as it arrives, and what can be asked of both.

The only way that the command line, the screen, the exports and the tests reach the rooms below.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from contextlib import suppress
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO

    from reader.analysis.model import Analysis, Entity
    from reader.document.marks import Mark
    from reader.document.model import Document
    from reader.sources.coming import Coming
    from reader.sources.open import Version
    from reader.text.repair import Ruin
    from reader.text.span import Span


def _never() -> bool:
    return False


class _File(NamedTuple):
    """Where a reading comes from, if that is a file."""

    name: str
    encoding: str | None
    version: Version


class Reading:
    """A document being read. `analysis` grows while it is made, and is complete when `analyse` returns.

    `document` is what is shown and analysed: where the source was ruined on its way, a readable one, unless `mend` is
    off. `original` is what was written; `written` leads there. What is copied is that, unless `repair` is on.
    """

    def __init__(
        self,
        document: Document,
        *,
        document_date: datetime.date | None = None,
        mend: bool = True,
        repair: bool = False,
    ) -> None:
        from reader.document.mended import mend as mended

        self.original = document
        self._mended = mended(document) if mend else None
        self.document = self._mended.document if self._mended else document
        self.document_date = document_date
        """The day that «اليوم» means, where the user has said so; it wins over what the source says."""
        self._repair = repair
        self.halted = False
        """Whether the analysis was stopped by whoever reads: it then goes on only when it is told to."""
        self.coming: Coming | None = None
        """What is still on its way to `document`."""
        self._analysis: Analysis | None = None
        self._analysed: Document | None = None
        """What `_analysis` is of."""
        self._file: _File | None = None

    @property
    def analysis(self) -> Analysis:
        """What has been found so far."""
        if self._analysis is None:
            from reader.analysis.model import Analysis  # not needed to show a text

            self._analysis = Analysis()
        return self._analysis

    @analysis.setter
    def analysis(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._analysed = self.document

    @property
    def analysed(self) -> bool:
        """Whether everything has been found."""
        return self._analysis is not None and self._analysis.complete and self._analysed is self.document

    @property
    def title(self) -> str:
        """What the text is called, or else its file."""
        metadata, source = self.document.metadata, self.document.source
        return " ".join((metadata.title or source.short_name).split())

    def paragraph_at(self, position: int) -> tuple[int, int]:
        """Which of how many blocks `position` is in or behind, from 1; (0, 0) of a text without any."""
        blocks = self.document.blocks
        at = bisect_right(blocks, position, key=lambda block: block.span.start)
        return max(min(1, len(blocks)), at), len(blocks)

    @property
    def ruins(self) -> tuple[Ruin, ...]:
        """What was wrong with the source, and is mended in `document`."""
        return self._mended.ruins if self._mended else ()

    @property
    def seeming_ruins(self) -> tuple[Ruin, ...]:
        """What seems wrong with the source, as written: known at once, of however long a text."""
        from reader.document.mended import seeming_ruins

        return seeming_ruins(self.original)

    def written(self, span: Span) -> Span:
        """Where a stretch of `document` stands in `original`."""
        return self._mended.repaired.source(span) if self._mended else span

    def copied(self, span: Span) -> str:
        """What a copy of a stretch of `document` gives."""
        return span.of(self.document.text) if self._repair else self.written(span).of(self.original.text)

    @property
    def seems_ruined(self) -> bool:
        """Whether the beginning of `document` is ruined, as that of a text which came bit by bit may be."""
        from reader.text.repair import SAMPLE, repair

        return self.document.source.is_plain and repair(self.document.text[:SAMPLE]) is not None

    def other_way(self) -> Reading | None:
        """The same source, as it was written where this is mended, and mended where not; None if nothing is wrong."""
        other = Reading(self.original, document_date=self.document_date, mend=not self.ruins, repair=self._repair)
        other._file, other.halted = self._file, self.halted
        return other if other.ruins or self.ruins else None

    @property
    def on_disk(self) -> Version | None:
        """Its file as it is now; None where there is none (any more)."""
        from reader.sources.open import version

        return version(self._file.name) if self._file else None

    @property
    def is_current(self) -> bool:
        """Whether its file is still the one that was read; also of what is no file."""
        return self._file is None or self.on_disk == self._file.version

    def again(self) -> Reading:
        """The same file as it is now, and what is no file as it was. Raises what `open` raises."""
        if self._file is None:
            return self
        new = Reading.open(
            self._file.name, document_date=self.document_date, encoding=self._file.encoding, repair=self._repair
        )
        new.halted = self.halted
        return new

    @classmethod
    def open(
        cls,
        source: str | os.PathLike[str],
        *,
        document_date: datetime.date | None = None,
        encoding: str | None = None,
        stdin: BinaryIO | None = None,
        allow_private: bool = False,
        mend: bool = True,
        repair: bool = False,
    ) -> Reading:
        """Read `source`: a path, `-` for `stdin`, a web address, or the name of a bundled article.
        Where `mend` is off, a ruined one is shown as it was written; where `repair` is on, copied as it is mended.

        Raises UnreadableSourceError where it cannot be read, UsageError where it cannot be meant, and for
        http without `allow_private`.
        """
        from reader.sources.open import open_source, version

        name = os.fspath(source)
        read = None if name == "-" else version(name)  # before it is read: what changes meanwhile has changed as well
        document = open_source(source, encoding=encoding, stdin=stdin, allow_private=allow_private)
        reading = cls(document, document_date=document_date, mend=mend, repair=repair)
        reading._file = _File(name, encoding, read) if read else None
        return reading

    @classmethod
    def article(cls, name: str, *, document_date: datetime.date | None = None) -> Reading:
        """Read the bundled article of this name, whatever file is called so. Raises QariError where it is broken."""
        from reader.sources.bundled import open_bundled

        return cls(open_bundled(name), document_date=document_date)

    @classmethod
    def arrive(cls, file: int, *, document_date: datetime.date | None = None, encoding: str | None = None) -> Reading:
        """Read what comes through this file descriptor. Where that takes longer than a moment, and it is a plain
        text, its beginning, as it was written: then `coming` has the rest, which is to be given to `grow`.

        Raises UnreadableSourceError where it cannot be read, UsageError for an unknown `encoding`.
        """
        from reader.document.model import Document
        from reader.sources.open import open_coming

        opened = open_coming(file, encoding=encoding)
        if isinstance(opened, Document):
            return cls(opened, document_date=document_date)
        reading = cls(opened.document(), document_date=document_date, mend=False)
        reading.coming = opened
        return reading

    def grow(self, document: Document) -> None:
        """More of the text has come: `document` begins with what there was."""
        self.original = self.document = document

    @staticmethod
    def head(source: str) -> Document | None:
        """The beginning of a text that takes long to open, to be shown meanwhile; None where that is not worth it."""
        from reader.document.mended import mend
        from reader.sources.open import open_head

        head = open_head(source)
        mended = mend(head) if head else None
        return mended.document if mended else head

    @staticmethod
    def prepare() -> None:
        """Load what the analysis needs, which takes a third of a second, for one that is to come soon."""
        with suppress(Exception):  # the analysis will meet it again, and tell of it
            from reader.analysis.pipeline import prepare

            prepare()

    def analyses(self, stop: Callable[[], bool] = _never, view: Callable[[], Span] | None = None) -> Iterator[Analysis]:
        """Find names, times and events from the first paragraph on; yields as more is known.

        `view` tells, whenever it is asked, which part of the text is in sight: what is named there comes first.
        Ends early, leaving `analysis` incomplete, once `stop()` is true. Once it is complete, another
        `document_date` needs only times and events anew: the names stay as they are, ids and all.
        """
        from reader.analysis.pipeline import analyse

        document, known = self.document, self.analysis if self.analysed else None
        for analysis in analyse(document, self.document_date, known=known, view=view, stop=stop):
            self._analysis, self._analysed = analysis, document
            yield analysis

    def analyse(self) -> Analysis:
        """Find everything; returns the complete analysis. Raises AnalysisError where nothing could be."""
        from reader.analysis.pipeline import nothing_found_out

        for _ in self.analyses():
            pass
        if nothing_found_out(self.analysis):
            from reader.errors import AnalysisError
            from reader.messages import message

            raise AnalysisError(message("{name} could not be analysed", name=self.document.source.name))
        return self.analysis

    def marks(self) -> list[Mark]:
        """The spans that what has been found so far gives a role, sorted by start."""
        from reader.analysis.marks import marks

        return marks(self.analysis)

    def find(self, query: str, *, exact: bool = False, regex: bool = False) -> list[Span]:
        """Where `query` occurs in the text: folded (tashkeel, hamza forms, digits …) unless `exact`; and where the
        names stand that it spells in Latin letters, or else the words that sound like it."""
        hits = chain.from_iterable(self.find_steps(query, exact=exact, regex=regex))
        return merged(hits, () if exact or regex else self.named(query))

    def find_steps(self, query: str, *, exact: bool = False, regex: bool = False) -> Iterator[list[Span]]:
        """The same without the names, a stretch of the text at a time; as long as these are not all known, words that
        sound like the query stand for them."""
        from reader.document.find import find_steps, sounding_steps

        text = self.document.text
        steps = find_steps(text, query, exact=exact, regex=regex)
        if exact or regex or (self.analysed and self.named(query)):
            return steps
        both = zip_longest(steps, sounding_steps(text, query), fillvalue=())
        return (merged(hits, sounding) for hits, sounding in both)

    def named(self, query: str) -> list[Span]:
        """The mentions, in text order, of what a query in Latin letters names («putin»), as far as is known yet."""
        if self._analysis is None or not query.strip().isascii():
            return []
        from reader.analysis.entities.latin import by_latin

        entities = self._analysis.entities
        found = {*by_latin(query, entities), *(entity for entity in entities if _is_called(entity, query))}
        return sorted(mention.span for entity in found for mention in entity.mentions)


def _is_called(entity: Entity, query: str) -> bool:
    """Whether the text itself calls it so in Latin letters, somewhere."""
    words = f" {query.casefold().strip()} "
    return bool(words.strip()) and any(words in f" {name.casefold()} " for name in (entity.name, *entity.aliases))


def merged(hits: Iterable[Span], more: Iterable[Span]) -> list[Span]:
    """Both in text order, none overlapping the one before."""
    hits, more = list(hits), list(more)
    if not more:
        return hits
    together: list[Span] = []
    for span in sorted((*hits, *more)):
        if not together or together[-1].end <= span.start:
            together.append(span)
    return together
