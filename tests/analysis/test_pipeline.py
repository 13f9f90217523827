"""The order of the steps, and that analyses grow."""

import datetime
from dataclasses import replace

import pytest

from reader.analysis.model import DateBasis, EntityType, Notice, NoticeKind
from reader.analysis.pipeline import FIRST_STEP, analyse, prepare
from reader.analysis.recogniser import kept
from reader.document.model import Block, BlockKind, Document, Metadata, Source
from reader.text.span import Span

SENTENCE = "التقى الرئيس توماس مان في القاهرة هانس كاستورب يوم الاثنين."


def document(*paragraphs: str, date: datetime.date | None = None, kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    blocks, text = [], ""
    for paragraph in paragraphs:
        blocks.append(Block(kind, Span(len(text), len(text) + len(paragraph))))
        text += paragraph + "\n"
    return Document(text, tuple(blocks), Source("x", "text", "utf-8", ""), Metadata(date=date))


def test_one_complete_analysis_of_a_short_text() -> None:
    (analysis,) = analyse(document(SENTENCE), datetime.date(2021, 6, 16))
    assert analysis.complete
    assert [e.name for e in analysis.of_type(EntityType.PERSON)] == ["توماس مان", "هانس كاستورب"]
    assert [e.name for e in analysis.of_type(EntityType.LOCATION)] == ["القاهرة"]
    assert [event.date for event in analysis.events] == ["2021-06-14"]
    assert analysis.times[analysis.events[0].time or 0].value == "2021-06-14"


def test_analyses_grow_and_only_the_last_is_complete() -> None:
    count = 40 * FIRST_STEP // len(SENTENCE)
    found = list(analyse(document(*[SENTENCE] * count)))
    mentions = [sum(len(entity.mentions) for entity in analysis.entities) for analysis in found]
    assert len(found) > 1
    assert mentions == sorted(mentions)
    assert [analysis.complete for analysis in found] == [False] * (len(found) - 1) + [True]
    assert mentions[-1] == 3 * count


SAID, WRITTEN, PRINTED = datetime.date(2020, 1, 1), datetime.date(2021, 1, 1), datetime.date(2022, 3, 14)
DATELINE = "القاهرة – 14 مارس 2022 – وصل الوفد."


@pytest.mark.parametrize(
    ("said", "written", "text", "expected"),
    [
        (SAID, WRITTEN, DATELINE, (SAID, DateBasis.OPTION)),
        (SAID, None, DATELINE, (SAID, DateBasis.OPTION)),
        (None, WRITTEN, DATELINE, (WRITTEN, DateBasis.METADATA)),
        (None, None, DATELINE, (PRINTED, DateBasis.DATELINE)),
        (None, WRITTEN, SENTENCE, (WRITTEN, DateBasis.METADATA)),
        (None, None, SENTENCE, (None, None)),
    ],
)
def test_where_the_document_date_comes_from(
    said: datetime.date | None,
    written: datetime.date | None,
    text: str,
    expected: tuple[datetime.date | None, DateBasis | None],
) -> None:
    """What the reader says wins over what the source says of itself, and that over what the text begins with."""
    (analysis,) = analyse(document(text, date=written), said)
    assert (analysis.document_date, analysis.document_date_basis) == expected


def test_an_office_stands_for_its_bearer() -> None:
    (analysis,) = analyse(document("وصل وزير الدفاع الإيطالي توماس مان.", "وقال وزير الدفاع الإيطالي إنه باق."))
    (person,) = analysis.of_type(EntityType.PERSON)
    assert [str(mention.level) for mention in person.mentions] == ["name", "description"]


def test_a_paragraph_without_an_arabic_letter_is_not_read() -> None:
    (analysis,) = analyse(document("Thomas Mann met F-16 pilots in Cairo on Friday.", SENTENCE))
    assert [e.name for e in analysis.entities] == ["توماس مان", "القاهرة", "هانس كاستورب"]


def test_that_a_text_is_not_arabic_is_told() -> None:
    english = replace(document(SENTENCE), metadata=Metadata(language="und"))
    assert [analysis.notices for analysis in analyse(english)] == [(Notice(NoticeKind.NOT_ARABIC),)]
    assert [analysis.notices for analysis in analyse(document(SENTENCE))] == [()]


def test_code_is_not_read() -> None:
    (analysis,) = analyse(document(SENTENCE, kind=BlockKind.CODE))
    assert analysis.entities == ()


def test_an_empty_document_is_complete_at_once() -> None:
    (analysis,) = analyse(document())
    assert analysis.complete
    assert analysis.entities + analysis.times + analysis.events == ()


def test_what_the_analysis_needs_can_be_loaded_before_there_is_a_text() -> None:
    kept._recogniser.cache_clear()
    prepare()
    assert kept._recogniser.cache_info().currsize == 1


def test_nothing_comes_after_stop() -> None:
    assert list(analyse(document(SENTENCE), stop=lambda: True)) == []


def test_another_date_leaves_the_names_as_they_are_and_moves_the_rest() -> None:
    text = document("وصل الوزير إلى الخرطوم أمس. وزار الوزير الخرطوم قبل شهر.")
    known = list(analyse(text))[-1]
    (again,) = analyse(text, datetime.date(2021, 3, 14), known=known)
    assert again == list(analyse(text, datetime.date(2021, 3, 14)))[-1], "as if it had been known from the start"
    assert again.entities is known.entities
    assert [time.value for time in again.times][:1] == ["2021-03-13"]


def test_a_text_of_many_steps_is_dated_anew_in_one() -> None:
    long = document(*["وصل الوزير إلى الخرطوم أمس."] * 400)
    known = list(analyse(long))
    assert len(known) > 1
    assert len(list(analyse(long, datetime.date(2021, 3, 14), known=known[-1]))) == 1
