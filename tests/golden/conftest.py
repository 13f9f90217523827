"""Goldens: what the program makes of three articles and one hostile text, byte for byte, in tests/data/golden.

    python -m pytest tests/golden --renew      writes them anew; then read what `git diff` says

What is named in the texts stands here, by hand, and was not found by the program: so a golden changes only with
what is drawn or written, never with the recogniser, and is the same on every machine.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from reader.analysis import model
from reader.reading import Reading
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.document.model import Document

GOLDEN = Path(__file__).resolve().parents[1] / "data" / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="write the files in tests/data/golden anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str | bytes], None]:
    """`golden(name, made)`: what was made is what the file called `name` holds."""

    def compare(name: str, made: str | bytes) -> None:
        file, data = GOLDEN / name, made.encode() if isinstance(made, str) else made
        if request.config.getoption("--renew", default=False):
            file.write_bytes(data)
        kept = file.read_bytes() if file.exists() else b""
        assert _lines(data) == _lines(kept), f"not as in {name}: if this is right, run pytest tests/golden --renew"

    return compare


def _lines(data: bytes) -> list[str]:
    return data.decode(errors="surrogateescape").split("\n")


class Named(NamedTuple):
    """An entity by the forms in which the text names it, the first its name."""

    type: str
    forms: tuple[str, ...]
    titles: tuple[str, ...] = ()
    country: str | None = None
    geonameid: int | None = None
    maybe: tuple[str, ...] = ()
    score: float = 1.0
    basis: str = "rule"


class Told(NamedTuple):
    """An event by its clause and the word that tells it; `time` is the number of its time."""

    clause: str
    trigger: str
    kind: str
    time: int | None = None
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    status: str = "past"
    certainty: str = "stated"
    basis: str = "own_time"


class Known(NamedTuple):
    """What is to be known of a text. `times` are (what is written, value, first day, last day)."""

    names: tuple[Named, ...]
    times: tuple[tuple[str, str, str | None, str | None], ...] = ()
    events: tuple[Told, ...] = ()


KNOWN = {
    "python": Known(
        (
            Named("product", ("Python",), score=0.87654, basis="model"),
            Named("person", ("غيدو فان روسم", "Guido van Rossum"), titles=("الهولندي",)),
            Named("organisation", ("CWI",)),
            Named("location", ("أمستردام",), country="NL", geonameid=2759794, basis="gazetteer"),
            Named("person", ("توماس فاوترز", "Thomas Wouters"), titles=("مدير الإصدار",)),
            Named("person", ("سام غروس", "Sam Gross"), titles=("المهندس",), maybe=("e5",)),
            Named("organisation", ("شركة Meta",)),
            Named("work", ("PEP 703",)),
        ),
        (
            ("أمس الاثنين، 7 أكتوبر 2024", "2024-10-07", "2024-10-07", "2024-10-07"),
            ("عام 1989", "1989", "1989-01-01", "1989-12-31"),
            ("ستة أيام", "P6D", None, None),
            ("يوليو 2023", "2023-07", "2023-07-01", "2023-07-31"),
            ("أكتوبر 2025", "2025-10", "2025-10-01", "2025-10-31"),
        ),
        (
            Told("قبول المقترح في يوليو 2023", "قبول", "decision", 3, status="background"),
            Told(
                "صدر أمس الاثنين، 7 أكتوبر 2024، الإصدار Python 3.13.0", "صدر", "publication", 0, ("e1", "e2"), ("e4",)
            ),
            Told("الإصدار 3.14 فموعده أكتوبر 2025", "موعده", "publication", 4, status="planned", certainty="inferred"),
            Told("صاغها في المقترح PEP 703", "صاغها", "making", None, ("e6",), certainty="undated", basis="no_time"),
        ),
    ),
    "mutanabbi": Known(
        (
            Named("person", ("أَبُو الطَّيِّبِ الْمُتَنَبِّي",)),
            Named("person", ("سَيْفِ الدَّوْلَةِ الْحَمْدَانِيِّ", "سَيْفُ الدَّوْلَةِ"), basis="model", score=0.99),
            Named("location", ("قَلْعَةَ الْحَدَثِ", "الْحَدَثُ الْحَمْرَاءُ")),
            Named("organisation", ("جَيْشَ الرُّومِ",)),
        ),
        (("سَنَةَ ٣٤٣هـ", "0954", "0954-05-07", "0955-04-26"),),
        (Told("هَزَمَ جَيْشَ الرُّومِ عِنْدَهَا", "هَزَمَ", "victory", 0, ("e2", "e4"), ("e3",), basis="with_dated"),),
    ),
    "battuta": Known(
        (
            Named("person", ("ابن بطوطة", "أبو عبد الله محمد بن عبد الله اللواتي", "ابن بطوطة")),
            Named("location", ("طنجة",), country="MA"),
            Named("location", ("المدينة المنورة",), country="SA"),
            Named("location", ("المغرب",), country="MA"),
        ),
        (
            ("قبل سبعة قرون", "P7C", None, None),
            ("يوم الخميس الثاني من رجب سنة ٧٢٥هـ", "1325-06-14", "1325-06-14", "1325-06-14"),
            ("منتصف يونيو ١٣٢٥م", "1325-06", "1325-06-01", "1325-06-30"),
        ),
        (Told("خرج شاب من طنجة وحيدًا", "خرج", "movement", 1, ("e1",), ("e2",), basis="with_dated"),),
    ),
    "hostile.txt": Known(
        (
            Named("person", ('توماس\t"مان"', "مان\u200f"), titles=("السيد,",)),
            Named("location", ("القا\x1b[31mهرة",)),
            Named("organisation", ("بنك\u202eصور",)),
            Named("product", ("[bold]",)),
        ),
        (("3 مايو 2019", "2019-05-03", "2019-05-03", "2019-05-03"),),
        (Told('وصل توماس\t"مان"\r\nإلى القا\x1b[31mهرة', "وصل", "movement", 0, ("e1",), ("e2",)),),
    ),
}


class KnownReading(Reading):
    """A reading whose analysis is there at once, and is what it was given."""

    def analyses(
        self, stop: Callable[[], bool] = lambda: False, view: Callable[[], Span] | None = None
    ) -> Iterator[model.Analysis]:
        del stop, view
        yield self.analysis


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Reading]:
    """A reading of a bundled article, or of the text of this name beside the goldens, with what `KNOWN` says."""

    def read(name: str) -> Reading:
        monkeypatch.chdir(GOLDEN)  # a path in a golden would be that of one machine
        reading = KnownReading(Reading.open(name).original)
        reading.analysis = _analysis(reading.document, KNOWN[name])
        return reading

    return read


def _analysis(document: Document, known: Known) -> model.Analysis:
    text, date = document.text, document.metadata.date
    times = tuple(_time(text, *time) for time in known.times)
    return model.Analysis(
        tuple(_entity(text, number, named) for number, named in enumerate(known.names, 1)),
        times,
        tuple(_event(text, number, told, times) for number, told in enumerate(known.events, 1)),
        date,
        model.DateBasis.METADATA if date else None,
        complete=True,
        notices=() if date else (model.Notice(model.NoticeKind.STEP_FAILED, "names: titles", "KeyError"),),
    )


def _entity(text: str, number: int, named: Named) -> model.Entity:
    type_, basis = model.EntityType(named.type), model.MentionBasis(named.basis)
    title = named.titles[0] if named.titles else None
    spans = sorted({span for form in named.forms for span in _places(text, form)})
    mentions = tuple(model.Mention(span, type_, title=title, score=named.score, basis=basis) for span in spans)
    return model.Entity(
        f"e{number}",
        type_,
        named.forms[0],
        mentions,
        named.forms[1:],
        named.titles,
        named.country,
        named.geonameid,
        named.maybe,
    )


def _time(text: str, written: str, value: str, first: str | None, last: str | None) -> model.TimeExpression:
    type_ = model.TimeType.DURATION if value.startswith("P") else model.TimeType.DATE
    return model.TimeExpression(_place(text, written), type_, value, earliest=first, latest=last)


def _event(text: str, number: int, told: Told, times: tuple[model.TimeExpression, ...]) -> model.Event:
    clause = _place(text, told.clause)
    time = None if told.time is None else times[told.time]
    return model.Event(
        f"v{number}",
        clause,
        _place(text, told.trigger, clause.start),
        told.kind,
        model.EventStatus(told.status),
        model.Certainty(told.certainty),
        model.EventBasis(told.basis),
        date=time.value if time else None,
        earliest=time.earliest if time else None,
        latest=time.latest if time else None,
        time=told.time,
        participants=told.participants,
        places=told.places,
    )


def _place(text: str, part: str, start: int = 0) -> Span:
    at = text.index(part, start)
    return Span(at, at + len(part))


def _places(text: str, part: str) -> Iterator[Span]:
    at = text.index(part)
    while at >= 0:
        yield Span(at, at + len(part))
        at = text.find(part, at + len(part))
