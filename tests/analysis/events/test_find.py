"""Events: which words tell one, and when it was."""

import datetime
import gc
import sys

import pytest
from heard import hear

from reader.analysis import events as events_room
from reader.analysis.entities import gather
from reader.analysis.events import find_events
from reader.analysis.events.sentence import Sentence
from reader.analysis.model import Certainty, Event, EventStatus, Notice, NoticeKind
from reader.analysis.names import find_names
from reader.analysis.steps import Step
from reader.analysis.time import find_times
from reader.text.span import Span

DAY = datetime.date(2021, 6, 16)
"""A Wednesday."""


def events(text: str, date: datetime.date | None = DAY) -> tuple[Event, ...]:
    entities = gather(text, find_names(text).mentions).entities
    return find_events(text, [Span(0, len(text))], entities, find_times(text, date), date, hear(text)).events


TOLD = [
    ("زار الرئيس توماس مان القاهرة يوم الاثنين.", ["2021-06-14"], "a verb with its day"),
    ("وفي يوم الاثنين، زار الرئيس توماس مان القاهرة.", ["2021-06-14"], "a time that opens the sentence"),
    ("عقد الوزير هانس كاستورب اجتماعا يوم الثلاثاء.", ["2021-06-15"], "a light verb leaves the telling to its noun"),
    (
        "التقى هانس كاستورب، الذي وصل يوم الأحد، توماس مان يوم الاثنين.",
        ["2021-06-13", "2021-06-14"],
        "a time in a relative clause belongs to its verb",
    ),
    ("ولد توماس مان عام 1875 وتوفي عام 1955.", ["1875", "1955"], "two verbs, two years"),
    ("لم يزر توماس مان القاهرة يوم الاثنين.", [], "denied"),
    ("يمكن أن يزور توماس مان القاهرة يوم الاثنين.", [], "supposed"),
    ("قال توماس مان يوم الاثنين إن الطقس جميل.", [], "telling is no event"),
    ("الطقس جميل يوم الاثنين.", [], "no trigger"),
    ("وُقّعت الاتفاقية في 3 مايو 2019 ودخلت حيز التنفيذ بعد عام.", ["2019-05-03", "2020"], "a passive, and a step on"),
    ("في عام 1187 حاصر الجيش المدينة ثم دخلها.", ["1187", "1187"], "what is joined goes on in the year"),
    ("انتهت الأشغال في سبتمبر 2020.", ["2020-09"], "nobody needs to be named beside a date"),
    ("قد أنهى المهندسون البناء عام 1990.", ["1990"], "«قد» before a perfect makes it surer"),
    ("وبعد وفاة أبيه سنة 1902 ترك المدينة.", ["1902", "1902"], "an occasion with its year, and what followed"),
    (
        "التقى توماس مان السفير على هامش مؤتمر عقد في لندن في مايو 2019.",
        ["2019-05"],
        "the time of an occasion is that of what happened there",
    ),
    ("أصبح وزيرا عام 1951.", ["1951"], "to take an office is an event"),
    ("أصبح العمل صعبا عام 1951.", [], "to become hard is none"),
    ("تضم المدينة مسجدا منذ عام 1951.", [], "a state"),
    ("يعقد المجلس جلساته كل ثلاثاء.", [], "a habit"),
    ("نفى المتحدث أن يكون الوزير قد التقى السفير يوم الاثنين.", [], "denied by somebody"),
    ("ولد توماس مان سنة 1950 في حلب، تخرج في الجامعة.", ["1950", None], "the year of a birth dates nothing else"),
    (
        "27 يناير 2011\n\nوصل توماس مان.\n\n28 يناير 2011\n\nغادر توماس مان.\n\n29 يناير 2011\n\nعاد توماس مان.",
        ["2011-01-27", "2011-01-28", "2011-01-29"],
        "under headings that are dates",
    ),
    (
        "27 يناير 2011\n\nوصل توماس مان.\n\n28 يناير 2011",
        [None],
        "two such lines: when it was written, and changed",
    ),
    ("زار الوزير تونس الجمعة والسبت يزور الجزائر.", ["2021-06-11", "2021-06-12"], "two days, two clauses"),
    ("افتتحت المدرسة عام 2019 في 20 نوفمبر 2019.", ["2019-11-20"], "of two times the one within the other"),
    ("عقد الوزير اجتماعا أيام 20 و21 و22 سبتمبر 2020.", ["2020-09"], "days that follow each other"),
    ("ثم دخلت سنة 746.", [], "the head of an annal"),
    ("نشر في 12 مارس 2021 الساعة 10:00", [], "when a text was put out"),
    ("3 مايو 2020\n18:00 حفل الختام", ["2020-05-03"], "an hour and its item"),
    ("لو فاز الفريق يوم الاثنين لتأهل.", [], "supposed"),
    ("قد يزور توماس مان القاهرة يوم الاثنين.", [], "«قد» before an imperfect: possible"),
    ("كان مقررا أن ينطلق المشروع عام 2020.", [], "planned, and not done"),
    ("كان توماس مان يزور القاهرة يوم الاثنين.", [], "«كان» before an imperfect: a habit"),
    ("أجّلت اللجنة الحفل إلى يوم الجمعة المقبل.", [None], "the goal of a delay is not its date"),
    ("شهدت المدينة ثورة بين عامي 1919 و1922.", ["19XX"], "a stretch of years: what its ends share"),
    ("وزارة التعليم كبيرة منذ عام 1951.", [], "«وزارة» is not «و» and a verb"),
]


@pytest.mark.parametrize(("text", "dates", "why"), TOLD)
def test_events_and_their_dates(text: str, dates: list[str], why: str) -> None:
    assert [event.date for event in events(text)] == dates, why


@pytest.mark.parametrize(
    ("text", "noun", "why"),
    [
        ("نفت الوزارة يوم الاثنين وفاة الرئيس.", "وفاة", "denied"),
        ("فشل البرلمان يوم الاثنين في انتخاب رئيس.", "انتخاب", "it failed"),
        ("اجتمع البرلمان يوم الاثنين وفشل في انتخاب رئيس.", "انتخاب", "and failed"),
        ("تحل يوم الاثنين الذكرى الثالثة لاغتيال الوزير.", "اغتيال", "a day of memory"),
        ("تمر اليوم 50 عاما على وفاة الوزير.", "وفاة", "so many years since"),
    ],
)
def test_a_noun_that_tells_of_nothing(text: str, noun: str, why: str) -> None:
    assert noun not in [event.trigger.of(text) for event in events(text)], why


@pytest.mark.parametrize(
    ("text", "noun", "why"),
    [
        ("فشل الانقلاب أمس وقتل ثلاثة جنود في انفجار بأنقرة.", "انفجار", "another verb's"),
        ("أطلقت الشرطة شهر مايو الماضي النار على مظاهرة في الخرطوم.", "مظاهرة", "on it, no time since"),
        ("نفى الوزير في ختام زيارته لبغداد الجمعة الأنباء.", "زيارته", "no object of the denial"),
    ],
)
def test_a_noun_that_tells_all_the_same(text: str, noun: str, why: str) -> None:
    assert noun in [event.trigger.of(text) for event in events(text)], why


AROUND = [
    ("استقالت الحكومة في 10 آب 2020 بعد ستة أيام من انفجار المرفأ.", "انفجار", "2020-08-04", "days before"),
    ("استقالت الحكومة في 10 آب 2020 قبل أسبوعين من انتخاب رئيس.", "انتخاب", "2020-08-24", "weeks after"),
    ("استقالت الحكومة في كانون الثاني 2020 بعد شهر من انفجار المرفأ.", "انفجار", "2019-12", "over a New Year"),
    ("استقالت الحكومة عام 2020 بعد ستة أيام من انفجار المرفأ.", "انفجار", None, "days of what has no day"),
    ("استقالت الحكومة في 3 يناير 1 م بعد 900 سنة من انفجار المرفأ.", "انفجار", "-0899", "before our era"),
    ("في 10 آب 2020 وبعد ستة أيام من انفجار المرفأ استقالت الحكومة.", "انفجار", "2020-08-04", "joined to a date"),
    ("استقالت الحكومة في 10 آب 2020 بعد ساعات من انفجار المرفأ.", "انفجار", "2020-08-10", "hours are no day"),
    ("اعتقل الوزير في مارس 1970 وأفرج عنه لاحقا.", "أفرج", None, "later"),
    ("اعتقل الوزير في مارس 1970 وأفرج عنه بعد ذلك.", "أفرج", None, "after that"),
    ("اعتقل الوزير ثم أفرج عنه لاحقا في مارس 1970.", "أفرج", "1970-03", "its own time counts"),
]


@pytest.mark.parametrize(("text", "trigger", "date", "why"), AROUND)
def test_what_was_so_long_before_or_later(text: str, trigger: str, date: str | None, why: str) -> None:
    told = {event.trigger.of(text): event.date for event in events(text, None)}
    assert told[trigger] == date, why


@pytest.mark.parametrize(
    ("text", "kind", "why"),
    [
        ("وقع الوزير الاتفاق يوم الاثنين.", "agreement", "a noun of its kind behind it"),
        ("وقعت الهزة الأرضية مساء الاثنين.", "occurrence", "a verb of two readings"),
        ("أعلنت الدولة الحرب يوم الاثنين.", "attack", "what is declared"),
        ("أعلنت الدولة القرار يوم الاثنين.", "occurrence", "what is only announced"),
        ("هبط المؤشر يوم الاثنين.", "occurrence", "no noun behind it"),
        ("وصل توماس مان القاهرة يوم الاثنين.", "movement", "a verb of one reading needs none"),
    ],
)
def test_what_kind_of_event(text: str, kind: str, why: str) -> None:
    assert [event.kind for event in events(text)] == [kind], why


def test_a_verb_and_its_noun_that_say_the_same_are_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "خرجت مظاهرات يوم الاثنين."
    assert len(events(text)) == 2
    monkeypatch.setattr(sys.modules["reader.analysis.events.find"], "headlines", lambda *_: ("خرجت مظاهرات",) * 2)
    assert len(events(text)) == 1


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("سيزور توماس مان القاهرة يوم الجمعة.", EventStatus.PLANNED),
        ("يعتزم توماس مان زيارة القاهرة يوم الجمعة.", EventStatus.PLANNED),
        ("زار توماس مان القاهرة يوم الاثنين.", EventStatus.PAST),
        ("سيصبح هذا القائد وزيرا عام 1210، وتوفي توماس مان عام 1220.", EventStatus.PAST),
        ("ستطلق الشركة الطائرة عام 2030.", EventStatus.PLANNED),
        ("واصل الرئيس زيارته إلى لندن اليوم الأربعاء.", EventStatus.ONGOING),
        ("واصل الرئيس زيارته إلى لندن يوم الاثنين.", EventStatus.PAST),
        ("زار توماس مان القاهرة أمس، بعدما أسس هانس كاستورب الشركة عام 1990.", EventStatus.BACKGROUND),
    ],
)
def test_status(text: str, status: EventStatus) -> None:
    assert events(text)[0].status is status


def test_the_time_between_a_verb_of_telling_and_what_it_tells_is_the_telling_s() -> None:
    (event,) = events("ذكرت الصحيفة، اليوم الأربعاء، أن توماس مان غادر القاهرة.")
    assert event.certainty is Certainty.UNDATED


def test_the_clause_is_verbatim_and_holds_its_trigger() -> None:
    text = "وزار توماس مان مدينة القاهرة يوم الاثنين، حيث الطقس جميل."
    (event,) = events(text)
    assert event.clause.of(text) == "زار توماس مان مدينة القاهرة يوم الاثنين"
    assert event.trigger.of(text) == "زار"
    assert event.clause.covers(event.trigger)


def test_a_noun_that_begins_with_waw_keeps_it() -> None:
    text = "وزارة الصحة افتتحت مستشفى عام 2020."
    assert [event.clause.of(text) for event in events(text)] == [text.rstrip(".")]


def test_the_day_behind_the_29th_of_february_comes_behind_it() -> None:
    text = "وصل توماس مان في 1 مارس 2020. وغادر هانس كاستورب في 29 فبراير 2020."
    assert [event.date for event in events(text)] == ["2020-02-29", "2020-03-01"]


def test_who_and_where() -> None:
    text = "التقى توماس مان في القاهرة هانس كاستورب يوم الاثنين."
    (event,) = events(text)
    assert (event.participants, event.places) == (("e1", "e3"), ("e2",))


def test_what_fails_in_one_sentence_costs_that_sentence_and_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(sentence: Sentence) -> None:
        if "مدريد" in sentence.span.of(sentence.text):
            sentence.candidates.clear()
            raise ValueError

    monkeypatch.setattr(events_room, "TELLING", (Step("events: broken", fail), *events_room.TELLING))
    text = "زار توماس مان مدريد عام 1990. زار هانس كاستورب باريس عام 1991. وصل سيتمبريني إلى مدريد عام 1992."
    found = find_events(text, [Span(0, len(text))], (), find_times(text, None), None)
    assert [event.date for event in found.events] == ["1991"]
    assert found.notices == (Notice(NoticeKind.STEP_FAILED, step="events: broken", error="ValueError"),)


def test_chronological_order_undated_last() -> None:
    text = "وصل هانس كاستورب إلى باريس. توفي توماس مان عام 1955. ولد توماس مان عام 1875."
    found = events(text)
    assert [event.date for event in found] == ["1875", "1955", None]
    assert [event.id for event in found] == ["v1", "v2", "v3"]


def test_of_two_that_begin_together_the_longer_comes_first() -> None:
    text = "زار توماس مان القاهرة في يناير 1921. وزار هانس كاستورب باريس عام 1921."
    assert [event.date for event in events(text)] == ["1921", "1921-01"], "the year holds its first month"


def test_without_a_document_date_the_distance_orders() -> None:
    text = "زار توماس مان القاهرة أمس. وصل هانس كاستورب إلى باريس قبل ثلاثة أيام."
    found = events(text, None)
    assert [event.relative for event in found] == [-3, -1]
    assert [event.earliest for event in found] == [None, None]


def test_sentences_go_when_their_events_have_been_found() -> None:
    """Those of a book would wait for the collector, which looks at what is old only now and then."""
    gc.collect()
    gc.disable()
    try:
        assert events("زار الرئيس توماس مان القاهرة يوم الاثنين، وغادرها يوم الثلاثاء.")
        assert not [one for one in gc.get_objects() if isinstance(one, Sentence)]
    finally:
        gc.enable()


def test_what_is_stopped_is_not_read_on() -> None:
    text = "زار الرئيس توماس مان القاهرة يوم الاثنين.\nزار الرئيس توماس مان دمشق يوم الثلاثاء."
    blocks = [Span(0, text.index("\n")), Span(text.index("\n") + 1, len(text))]
    asked: list[None] = []

    def stop() -> bool:
        asked.append(None)
        return len(asked) > 1

    entities, times = gather(text, find_names(text).mentions).entities, find_times(text, DAY)
    found = find_events(text, blocks, entities, times, DAY, hear(text), stop=stop).events
    assert [event.date for event in found] == ["2021-06-14"]
