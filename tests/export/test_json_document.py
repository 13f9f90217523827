from __future__ import annotations

import datetime
import json

from reader.analysis import model
from reader.document.model import Block, BlockKind, Document, Metadata, Source
from reader.export import json_document
from reader.messages import message
from reader.reading import Reading
from reader.text.span import Span

TEXT = "وزار الملك سلمان القاهرة أمس"


def span(part: str) -> Span:
    start = TEXT.index(part)
    return Span(start, start + len(part))


def reading() -> Reading:
    document = Document(
        TEXT,
        (Block(BlockKind.PARAGRAPH, Span(0, len(TEXT))),),
        Source("a.txt", "text", "utf-8", "abc"),
        Metadata(title="عنوان"),
        (message("{count} of its chapters cannot be read", count=2),),
    )
    king = model.Mention(span("سلمان"), model.EntityType.PERSON, title="الملك", score=0.912345)
    cairo = model.Mention(span("القاهرة"), model.EntityType.LOCATION, basis=model.MentionBasis.GAZETTEER)
    result = Reading(document)
    result.analysis = model.Analysis(
        entities=(
            model.Entity("e1", model.EntityType.PERSON, "سلمان", (king,), titles=("الملك",)),
            model.Entity("e2", model.EntityType.LOCATION, "القاهرة", (cairo,), country="EG", geonameid=360630),
        ),
        times=(
            model.TimeExpression(
                span("أمس"),
                model.TimeType.DATE,
                "2023-09-16",
                earliest="2023-09-16",
                latest="2023-09-16",
                relative=-1,
                basis=model.TimeBasis.DOCUMENT_DATE,
            ),
        ),
        events=(
            model.Event(
                "v1",
                Span(1, len(TEXT)),
                span("زار"),
                "visit",
                certainty=model.Certainty.STATED,
                basis=model.EventBasis.OWN_TIME,
                date="2023-09-16",
                earliest="2023-09-16",
                latest="2023-09-16",
                relative=-1,
                time=0,
                participants=("e1",),
                places=("e2",),
                headline="زار الملك سلمان القاهرة",
                headline_short="زار الملك سلمان القاهرة",
            ),
        ),
        document_date=datetime.date(2023, 9, 17),
        document_date_basis=model.DateBasis.OPTION,
        notices=(model.Notice(model.NoticeKind.NOT_ARABIC),),
        complete=True,
    )
    return result


def test_it_is_the_contract_to_the_letter() -> None:
    assert json.loads(json_document.dumps(reading(), "ar")) == {
        "schema": 1,
        "source": {"name": "a.txt", "kind": "text", "encoding": "utf-8", "sha256": "abc"},
        "title": "عنوان",
        "language": "ar",
        "document_date": "2023-09-17",
        "document_date_basis": "option",
        "notices": [
            "فصول تعذّرت قراءتها: 2",
            "النص ليس بالعربية، والأسماء والتواريخ والأحداث تُلتمس كما تكتبها العربية",
        ],
        "text": TEXT,
        "blocks": [{"kind": "paragraph", "level": 0, "start": 0, "end": 28}],
        "entities": [
            {
                "id": "e1",
                "type": "person",
                "name": "سلمان",
                "aliases": [],
                "titles": ["الملك"],
                "mentions": [
                    {
                        "start": 11,
                        "end": 16,
                        "text": "سلمان",
                        "level": "name",
                        "title": "الملك",
                        "score": 0.9123,
                        "basis": "rule",
                    }
                ],
            },
            {
                "id": "e2",
                "type": "location",
                "name": "القاهرة",
                "aliases": [],
                "titles": [],
                "country": "EG",
                "geonameid": 360630,
                "mentions": [
                    {
                        "start": 17,
                        "end": 24,
                        "text": "القاهرة",
                        "level": "name",
                        "title": None,
                        "score": 1.0,
                        "basis": "gazetteer",
                    }
                ],
            },
        ],
        "times": [
            {
                "start": 25,
                "end": 28,
                "text": "أمس",
                "type": "DATE",
                "value": "2023-09-16",
                "mod": None,
                "from": "2023-09-16",
                "to": "2023-09-16",
                "relative": -1,
                "hijri": None,
                "basis": "document_date",
            }
        ],
        "events": [
            {
                "id": "v1",
                "start": 1,
                "end": 28,
                "trigger": {"start": 1, "end": 4, "text": "زار"},
                "kind": "visit",
                "from": "2023-09-16",
                "to": "2023-09-16",
                "date": "2023-09-16",
                "relative": -1,
                "certainty": "stated",
                "basis": "زمن مذكور في الجملة نفسها",
                "status": "past",
                "time": 0,
                "participants": ["e1"],
                "places": ["e2"],
                "summary": "زار الملك سلمان القاهرة أمس",
                "headline": "زار الملك سلمان القاهرة",
                "headline_short": "زار الملك سلمان القاهرة",
            }
        ],
    }


def test_one_document_is_one_line_unless_indented() -> None:
    text = "سطر\nثان\u2028ثالث\u2029رابع\x85خامس\x1cسادس\rسابع"
    written = json_document.dumps(Reading(Document(text, (), Source("a.txt", "text", "utf-8", ""))), "ar")
    assert len(written.splitlines()) == 1
    assert json.loads(written)["text"] == text


def test_parts_are_the_whole_indented() -> None:
    text = "سطر\u2028آخر " * 20_000
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(start, start + 9)) for start in range(0, len(text), 9))
    reading = Reading(Document(text, blocks, Source("a.txt", "text", "utf-8", "")))
    parts = list(json_document.parts(reading, "ar"))
    assert len(parts) > 10
    assert json.dumps(json.loads("".join(parts)), indent=2) == json.dumps(
        json.loads(json_document.dumps(reading, "ar")), indent=2
    )
    assert "".join(parts).count("\n") == json.dumps(json.loads("".join(parts)), indent=2).count("\n")
