"""What a row of the timeline says: the happening first, whom the text leaves out put in, and no more than fits."""

import pytest
from heard import hear

from reader.analysis.entities import gather
from reader.analysis.events import find_events
from reader.analysis.events.fitting import width
from reader.analysis.events.headline import LONG, SHORT
from reader.analysis.model import EntityType, Event, Mention
from reader.analysis.time import find_times
from reader.text.span import Span

P, L = EntityType.PERSON, EntityType.LOCATION


def events(text: str, **names: EntityType) -> tuple[Event, ...]:
    """Those that the lists of words tell of, with these names (_ for a space)."""
    mentions = [
        Mention(Span(at, at + len(name)), type_)
        for name, type_ in ((key.replace("_", " "), type_) for key, type_ in names.items())
        for at in [text.find(name)]
    ]
    entities = gather(text, sorted(mentions, key=lambda mention: mention.span)).entities
    return find_events(text, [Span(0, len(text))], entities, find_times(text, None), None, hear(text)).events


@pytest.mark.parametrize(
    ("text", "names", "long", "why"),
    [
        ("وزار توماس القاهرة في 3 مايو 2019.", {"توماس": P, "القاهرة": L}, "زار توماس القاهرة", "no clitic, no date"),
        (
            "في عام 2019 وقّعت الشركة الاتفاقية (العقد الثاني) في لندن.",
            {"لندن": L},
            "وقّعت الشركة الاتفاقية في لندن",
            "no bracket, spelled as it stands",
        ),
        ("توماس زار القاهرة عام 2019.", {"توماس": P, "القاهرة": L}, "توماس زار القاهرة", "a subject before its verb"),
        (
            "ولد توماس في لندن عام 1875. وتوفي في القاهرة عام 1955.",
            {"توماس": P, "لندن": L, "القاهرة": L},
            "توفي [توماس] في القاهرة",
            "whom the sentence leaves out",
        ),
        (
            "افتتح توماس المعرض عام 2019، وسط حضور كبير، وبمشاركة شركات كثيرة.",
            {"توماس": P},
            "افتتح توماس المعرض",
            "what follows the time is another's",
        ),
        (
            "تأسس نادي صور عام 1875. وفاز بالكأس عام 1955.",
            {"نادي_صور": EntityType.ORGANISATION},
            "فاز بالكأس",
            "a body is not put in",
        ),
        ("زار توماس عام 2019 في.", {"توماس": P}, "زار توماس", "it does not end with a preposition"),
        (
            "وكانت الشرطة قد أوقفت توماس في لندن عام 2019.",
            {"توماس": P, "لندن": L},
            "الشرطة أوقفت توماس في لندن",
            "the doer before its verb, without what stands between",
        ),
        (
            "غادر الوزير، الذي زار القاهرة عام 2019، إلى لندن.",
            {"القاهرة": L, "لندن": L},
            "الوزير زار القاهرة",
            "whom a relative speaks of",
        ),
        (
            "افتتح الوزير، يوم الاثنين، جسرا جديدا.",
            {},
            "افتتح الوزير جسرا جديدا",
            "over a time between commas to the object",
        ),
        (
            "وصل الفريق إلى لندن عام 2019 وفاز بالكأس.",
            {"لندن": L},
            "فاز [الفريق] بالكأس",
            "the subject of the verb before goes on",
        ),
        (
            "اندلعت ثورة 1919 في القاهرة.",
            {"القاهرة": L},
            "اندلعت ثورة 1919 في القاهرة",
            "a date of a name",
        ),
        (
            "الوزير، الذي عاد من لندن عام 2018، زار القاهرة عام 2017.",
            {"لندن": L, "القاهرة": L},
            "الوزير عاد من لندن",
            "whom a relative between commas speaks of",
        ),
        (
            "الوزير، الذي عاد من لندن عام 2017، زار القاهرة عام 2018.",
            {"لندن": L, "القاهرة": L},
            "الوزير زار القاهرة",
            "a subject before what stands aside",
        ),
        (
            "وصل رئيس الحكومة التي زارت لندن عام 2019.",
            {"لندن": L},
            "الحكومة زارت لندن",
            "a relative speaks of the noun that agrees with it",
        ),
        (
            "وصل الرجل الذي كانت الشرطة قد أوقفته عام 2019.",
            {},
            "الشرطة أوقفته",
            "the subject within a relative, not whom it speaks of",
        ),
        (
            "عقدت اللجنة اجتماعا في لندن عام 2019.",
            {"لندن": L},
            "عقدت اللجنة اجتماعا في لندن",
            "a happening that is an object, with its verb",
        ),
        (
            "تم افتتاح المعرض عام 2019.",
            {},
            "افتتاح المعرض",
            "but not with one that says no more than that it came about",
        ),
        ("وقعت معركة بين مصر وسوريا عام 1820.", {"مصر": L, "سوريا": L}, "وقعت معركة بين مصر وسوريا", "both of «بين»"),
        (
            "سافر توماس إلى لندن ليستقبل الوزير عام 2019.",
            {"توماس": P, "لندن": L},
            "سافر توماس إلى لندن",
            "a purpose is another verb's",
        ),
        (
            "نشر توماس كتابا عن (القاهرة) عام 2019.",
            {"توماس": P, "القاهرة": L},
            "نشر توماس كتابا عن (القاهرة)",
            "a bracket for which a preposition waits",
        ),
        (
            "24 يوليو 2019: افتتاح «من إشبيلية إلى تونس» لفرقة الأندلس الموسيقية الكبرى ومعها فرق أخرى.",
            {},
            "افتتاح «من إشبيلية إلى تونس» لفرقة الأندلس",
            "in whatever signs it stands",
        ),
        (
            '24 يوليو 2019: افتتاح "من إشبيلية إلى تونس" لفرقة الأندلس الموسيقية الكبرى ومعها فرق أخرى.',
            {},
            'افتتاح "من إشبيلية إلى تونس" لفرقة الأندلس',
            "a title is one noun, whatever it says",
        ),
        (
            "زار توماس القاهرة عام 2018 (ثم عاد إلى لندن عام 2019.",
            {"توماس": P, "القاهرة": L, "لندن": L},
            "عاد [توماس] إلى لندن",
            "a bracket without its other one hides nothing",
        ),
        (
            "انتقل دوران-جوردا إلى لندن عام 2019.",
            {"دوران-جوردا": P, "لندن": L},
            "انتقل دوران-جوردا إلى لندن",
            "a name goes on behind a sign in it",
        ),
        (
            "نشر توماس كتاب لا أو نعم عام 2019.",
            {"توماس": P, "لا_أو_نعم": EntityType.WORK},
            "نشر توماس كتاب لا أو نعم",
            "within a name nothing else begins",
        ),
        (
            "أصبح حفيد توماس ملكًا للبلاد عام 2019.",
            {"توماس": P},
            "أصبح حفيد توماس ملكًا للبلاد",
            "what has the ending of a noun is no verb, though spelled like one",
        ),
        ("خرج العمال في إضراب عام 2019.", {}, "خرج العمال في إضراب", "a noun that says nothing alone, with its verb"),
        (
            "أصيب العمال القدامى من سكان المدينة بعد زلزال عام 2019.",
            {},
            "أصيب العمال القدامى من سكان المدينة بعد زلزال",
            "and stays, whatever stands between",
        ),
        ("عاد الوزير إلى لندن عام 2018: زلزال عام 2019.", {"لندن": L}, "زلزال", "but not with that of another clause"),
    ],
)
def test_headline(text: str, names: dict[str, EntityType], long: str, why: str) -> None:
    assert events(text, **names)[-1].headline == long, why


@pytest.mark.parametrize(
    ("text", "long", "short", "why"),
    [
        (
            "نُظمت مظاهرات في عدد من المدن الساحلية القديمة الكبرى كلها عام 2019.",
            "نُظمت مظاهرات في عدد من المدن الساحلية القديمة",
            "نُظمت مظاهرات في عدد من المدن",
            "a phrase that does not fit ends sooner",
        ),
        (
            "عاد إلى مدينة الملوك القديمة العامرة الجميلة الواسعة عام 2019.",
            "عاد إلى مدينة الملوك القديمة العامرة الجميلة",
            "عاد إلى مدينة الملوك القديمة",
            "no verb alone where more is said",
        ),
        (
            "وقعت معركة عنيفة بين الروس القدامى كلهم والجنود الجدد القادمين عام 2019.",
            "وقعت معركة عنيفة",
            "وقعت معركة عنيفة",
            "of «بين» both or none",
        ),
        (
            "زار الوزير المدرسة التي بنتها البلدية الكبرى لأبناء المدينة القدامى كلهم عام 2019.",
            "زار الوزير المدرسة",
            "زار الوزير المدرسة",
            "what is told of a noun is whole or not said",
        ),
        (
            "قرر المجلس عام 2019 أن يبنى الجسر الجديد في المدينة القديمة الكبرى فوق النهر.",
            "قرر المجلس أن يبنى الجسر الجديد في المدينة",
            "قرر المجلس أن يبنى الجسر",
            "what was decided may end sooner, a verb asks for it",
        ),
        (
            "رفضت الشركة القديمة تصدير معدات المصانع الكبرى عام 2019.",
            "رفضت الشركة القديمة تصدير معدات المصانع الكبرى",
            "رفضت الشركة القديمة تصدير",
            "rather half an object than none",
        ),
    ],
)
def test_a_row_ends_where_nothing_waits(text: str, long: str, short: str, why: str) -> None:
    first = min(events(text), key=lambda event: event.trigger.start)
    assert (first.headline, first.headline_short) == (long, short), why


@pytest.mark.parametrize(
    ("goes_on", "long", "why"),
    [
        ("وفاز بالكأس", "فاز [الفريق] بالكأس", "no noun that may be the subject"),
        ("وزار القاهرة", "زار [الفريق] القاهرة", "a place is no subject of a verb in the masculine"),
        ("وزارت القاهرة", "زارت القاهرة", "a verb in the feminine is not his"),
        ("وفازوا بالكأس", "فازوا بالكأس", "a verb in the plural is not that of one"),
        ("وفاز المدرب بالكأس", "فاز المدرب بالكأس", "the noun behind the verb may be the subject"),
        ("وعاد إلى القاهرة الوزير", "عاد إلى القاهرة الوزير", "behind what stands between as well"),
    ],
)
def test_who_is_put_in(goes_on: str, long: str, why: str) -> None:
    text = f"وصل الفريق إلى لندن عام 2018 {goes_on} عام 2019."
    assert events(text, لندن=L, القاهرة=L)[-1].headline == long, why


def test_who_a_relative_speaks_of_goes_on() -> None:
    text = "وصل الفريق الذي هزمه الوزير إلى لندن عام 2018 وفاز بالكأس عام 2019."
    assert events(text, لندن=L)[-1].headline == "فاز [الفريق] بالكأس", "not the subject within the relative"


@pytest.mark.parametrize(
    ("before", "why"),
    [
        ("وصل اللاعبون إلى لندن", "several are not the one of a verb in the singular"),
        ("درّب المدربين في لندن", "to whom it is done, he does not do it"),
    ],
)
def test_nobody_is_put_in(before: str, why: str) -> None:
    assert events(f"{before} عام 2018 وفاز بالكأس عام 2019.", لندن=L)[-1].headline == "فاز بالكأس", why


def test_it_fits_and_says_only_what_the_text_says() -> None:
    text = "زار وزير الخارجية المصري توماس مان المدن الكبرى كلها واحدة بعد أخرى بلا انقطاع ولا تعب عام 2019."
    (event,) = events(text, توماس_مان=P)
    assert event.headline == "زار وزير الخارجية المصري المدن الكبرى كلها واحدة", "the longest phrase ends sooner"
    assert SHORT < width(event.headline) <= LONG
    assert width(event.headline_short) <= SHORT


def test_a_quotation_that_is_cut_loses_its_other_sign() -> None:
    text = "نشر توماس كتابا معروفا باسم «تاريخ المدن الكبرى والقرى الصغرى كلها في البلاد» عام 2019."
    (event,) = events(text, توماس=P)
    assert "«" not in event.headline


def test_vowel_signs_take_no_room() -> None:
    assert width("زَارَ") == width("زار") == 3


@pytest.mark.parametrize("last", ["في القاهرة", "في القاهرة بعد مرض طويل لم ينفع فيه دواء ولا طبيب عام"])
def test_a_row_is_never_longer_than_its_room(last: str) -> None:
    """Whoever has to be put in goes rather than the happening."""
    name = "عبد الرحمن بن محمد بن محمد بن الحسن بن جابر الحضرمي الإشبيلي"
    text = f"ولد {name} في تونس عام 1332. وتوفي {last} 1406."
    for event in events(text, **{name.replace(" ", "_"): P}):
        assert width(event.headline) <= LONG
        assert width(event.headline_short) <= SHORT
        assert text[event.trigger.start : event.trigger.end] in event.headline_short
