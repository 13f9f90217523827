"""Names in sentences, each row with why it stands here. «[…]» marks the expected names of the type."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.model import EntityType, Mention
from reader.analysis.names import find_names
from reader.analysis.words.clitics import after_letters, readings
from reader.analysis.words.keys import key
from reader.analysis.words.tokens import tokenise
from reader.text.span import Span

BRACKETS = re.compile(r"[\[\]]")


def marked(sentence: str) -> tuple[str, list[str], list[Span]]:
    """The sentence without its brackets, the words they held, and where those stand."""
    spans: list[Span] = []
    start = 0
    for shift, match in enumerate(BRACKETS.finditer(sentence)):
        if match[0] == "[":
            start = match.start() - shift
        else:
            spans.append(Span(start, match.start() - shift))
    text = BRACKETS.sub("", sentence)
    return text, [span.of(text) for span in spans], spans


def of_type(text: str, type_: EntityType) -> list[Mention]:
    return [mention for mention in find_names(text).mentions if mention.type is type_]


PERSONS = [
    ("التقى الرئيس الفرنسي [إيمانويل ماكرون] الوفد.", "title and nationality stay outside"),
    ("قال وزير الخارجية الألماني [يوهان فاديفول] إن الاجتماع مفيد.", "an office with its complement"),
    ("وصلت المتحدثة باسم وزارة الصحة [كاترين شولتس] أمس.", "the complement may be a body"),
    ("استقبل الملك [عبد الله الثاني] ضيوفه.", "a name with عبد and a ruler's number"),
    ("كتب [محمد بن زكريا الرازي] في الطب.", "a chain of forefathers and a nisba"),
    ("حضر [أبو الوفاء البوزجاني] المجلس.", "a kunya opens a name"),
    ("سلّم الجائزة ل[توماس إديسون] في المساء.", "a clitic stays outside"),
    ("زار البلدة [أنطون تشيخوف] و[ليونيد أندرييف] معا.", "two names joined by و are two"),
    ("أضاف اللواء [خالد الدباغ] أن الطريق مفتوح.", "a rank, and a surname with the article"),
    ("وفد كوريا برئاسة السيد [لي جاي ميونغ] وصل.", "surname first"),
    ("أعلن الرئيس الروسي قراره.", "a title alone names nobody"),
    ("كان الرجل كريم النفس حسن الخلق.", "given names that are words"),
    ("على الرغم من ذلك استمر العمل.", "«على» is not «علي»"),
    ("وصل السويديون إلى الملعب.", "a people is no person"),
]


@pytest.mark.parametrize(("sentence", "why"), PERSONS)
def test_persons(sentence: str, why: str) -> None:
    text, _, spans = marked(sentence)
    assert [mention.span for mention in of_type(text, EntityType.PERSON)] == spans, why


PLACES = [
    ("سافر إلى [القاهرة] ثم عاد إلى [لندن].", "well-known cities"),
    ("وصل ب[بغداد] إلى [البصرة].", "the clitic ب stays outside"),
    ("قدمت المساعدات ل[لبنان] ول[لعراق].", "of «لل» the first letter is the clitic"),
    ("تقع مدينة [صور] على البحر.", "a place that is a word needs its class noun"),
    ("نشر الكاتب صور الحفل.", "the same word without one is no place"),
    ("هذا مشهد مؤثر في الفيلم.", "«مشهد» is a scene here"),
    ("المنتخب الفرنسي والوفد الياباني في الطريق.", "demonyms are no places"),
    ("عبرت السفينة [مضيق هرمز] نحو [بحر العرب].", "class nouns that belong to the name"),
    ("نزل في [مطار بيروت الدولي] صباحا.", "a facility with its outer name only"),
    ("يعيش في [كوريا الجنوبية] منذ عام.", "a direction in an official name"),
    ("كان الطقس جميلا.", "«كان» is no place"),
    ("تجمع الناس في [ميدان الدستور] ثم ساروا.", "what a square is, is in its name"),
    ("عاش الرحالة في [المغرب الأقصى] زمنا.", "what looks like praise tells two lands apart"),
]


@pytest.mark.parametrize(("sentence", "why"), PLACES)
def test_places(sentence: str, why: str) -> None:
    text, _, spans = marked(sentence)
    assert [mention.span for mention in of_type(text, EntityType.LOCATION)] == spans, why


BODIES = [
    ("أعلنت [وزارة الخارجية التركية] ذلك.", "the nationality is part of an official name"),
    ("تخرج في [جامعة دمشق] قبل سنوات.", "the place inside is no mention of its own"),
    ("وقعت شركة [سيمنز] العقد.", "the noun is outside before a brand"),
    ("ذكرت وكالة «[رويترز]» الخبر.", "and so are quotation marks"),
    ("دعت [الأمم المتحدة] إلى الهدوء.", "a known body"),
    ("اجتمعت الحكومة اللبنانية مساء.", "a government is no mention"),
]


@pytest.mark.parametrize(("sentence", "why"), BODIES)
def test_organisations(sentence: str, why: str) -> None:
    text, _, spans = marked(sentence)
    assert [mention.span for mention in of_type(text, EntityType.ORGANISATION)] == spans, why


PRODUCTS = [
    ("سقطت طائرة من طراز [F-16] في البحر.", "a letter-digit code"),
    ("حلقت [ميغ-29] فوق المدينة.", "a maker in Arabic letters and a number"),
    ("أصيب بفيروس COVID-19 قبل عام.", "a disease is no product"),
]


@pytest.mark.parametrize(("sentence", "why"), PRODUCTS)
def test_products(sentence: str, why: str) -> None:
    text, _, spans = marked(sentence)
    assert [mention.span for mention in of_type(text, EntityType.PRODUCT)] == spans, why


def test_title_is_kept_beside_the_name() -> None:
    (mention,) = of_type("وصل وزير الدفاع الإيطالي غويدو كروزيتو.", EntityType.PERSON)
    assert mention.title == "وزير الدفاع الإيطالي"


def test_title_behind_the_clitic_has_its_article_back() -> None:
    (mention,) = of_type("سلم الكتاب للسيد توماس مان.", EntityType.PERSON)
    assert mention.title == "السيد"


def test_surname_alone_is_found_once_the_full_name_is_known() -> None:
    text = "قال الرئيس فرانتيشك نوفوتني كلمة قصيرة.\nوبعد الكلمة خرج نوفوتني من القاعة."
    last = of_type(text, EntityType.PERSON)[-1]
    assert last.span.of(text) == "نوفوتني"


def test_a_surname_that_is_a_word_is_not_spread() -> None:
    text = "تحدث الدكتور سمير كتاب عن عمله.\nهذا كتاب جديد."
    assert "كتاب" not in [mention.span.of(text) for mention in of_type(text, EntityType.PERSON)]


def test_persian_is_not_flooded() -> None:
    text = "رئیس جمهور گفت که این پروژه به زودی آغاز می‌شود و مردم چشم به راه آن هستند."
    assert of_type(text, EntityType.PERSON) == []


def test_vocalised_text_is_read_like_plain_text() -> None:
    text = "سَافَرَ إِلَى القَاهِرَةِ."
    (mention,) = of_type(text, EntityType.LOCATION)
    assert mention.span.of(text) == "القَاهِرَةِ"


def test_names_do_not_cross_lines() -> None:
    text = "وصل توماس\nمان"
    assert all("\n" not in mention.span.of(text) for mention in find_names(text).mentions)


def test_stop_ends_the_work_early() -> None:
    assert find_names("سافر إلى القاهرة.", stop=lambda: True).mentions == ()


@pytest.mark.parametrize(
    ("word", "letters", "rest"),
    [("وبالقاهرة", 2, "بالقاهره"[1:]), ("للرباط", 1, "الرباط"), ("لروسيا", 1, "روسيا"), ("لندن", 1, "ندن")],
)
def test_readings_offer_the_word_without_clitics(word: str, letters: int, rest: str) -> None:
    assert (letters, rest) in readings(key(word))
    assert readings(key(word))[0] == (0, key(word))


def test_marks_and_tatweel_go_with_the_clitic() -> None:
    text = "وَلِلرِّبَاط"
    (token,) = tokenise(text, Span(0, len(text)))
    assert text[after_letters(text, token, 2) :] == "لرِّبَاط"


ARABIC = st.text(alphabet=st.sampled_from('ابتجدرسعلمنهويى ةأإآءئؤ \n،.:«»()"-ـًَُِّْ0١٩AZaz\u200f\u202eﻼ'), max_size=200)
VOCABULARY = (
    "الرئيس وزير الدفاع محمد بن أبو عبد الله قال في مدينة للسيد كيم شركة و ـ « » الروسي جورج من طراز مطار F-16 12"
)
WORDS = st.lists(st.sampled_from(VOCABULARY.split()), max_size=40).map(" ".join)


@settings(deadline=None, max_examples=150)
@given(st.one_of(ARABIC, WORDS, st.text(max_size=80)))
def test_mentions_are_in_order_apart_and_inside_the_text(text: str) -> None:
    end = 0
    for mention in find_names(text).mentions:
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert 0 < mention.score <= 1
        end = mention.span.end


@pytest.mark.parametrize("unit", ["الرئيس ", "محمد بن ", "«", "وزير ", "محمد", "ا", "سان "])
def test_hostile_repetition_takes_linear_work(unit: str, steps_grow: Callable[..., float]) -> None:
    assert steps_grow(lambda count: find_names(unit * count), 100) < 1.2
