from __future__ import annotations

import re
from itertools import pairwise
from threading import Event, Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document import find as find_module
from reader.document.find import find, find_iter, find_steps, sounding_steps
from reader.errors import TooSlowError, UsageError


def found(text: str, query: str, *, exact: bool = False, regex: bool = False) -> list[str]:
    return [span.of(text) for span in find(text, query, exact=exact, regex=regex)]


@pytest.mark.parametrize(
    ("text", "query", "hits", "why"),
    [
        ("قرأ كِتَابٌ جديدا", "كتاب", ["كِتَابٌ"], "vowels; the mark of the last letter belongs to the hit"),
        ("قرأ كتاب جديدا", "كِتَاب", ["كتاب"], "vowels in the query"),
        ("في الكتاب والكتب", "كتاب", ["كتاب"], "inside a word"),
        ("قال أحمد وإحمد وآحمد", "احمد", ["أحمد", "إحمد", "آحمد"], "alef, with hamza and madda"),
        ("عام ١٩٨٠ و۱۹۸۰ و1980", "1980", ["١٩٨٠", "۱۹۸۰", "1980"], "three families of digits"),
        ("عام 1980", "١٩٨٠", ["1980"], "digits in the query"),
        ("مدرسة ومدرسه", "مدرسه", ["مدرسة", "مدرسه"], "ta marbuta"),
        ("إلى علي على", "علي", ["علي", "على"], "alef maqsura"),
        ("عــــام", "عام", ["عــــام"], "tatweel"),
        ("کیف ايران", "كيف", ["کیف"], "Persian kaf and ya"),
        ("كتاب", "ﻛﺘﺎﺏ", ["كتاب"], "presentation forms, pasted from a terminal"),
        ("ﻛﺘﺎﺏ", "كتاب", ["ﻛﺘﺎﺏ"], "presentation forms in the text"),
        ("قال ﷲ", "لل", ["ﷲ"], "part of a ligature is the whole of it"),
        ("ﷲ", "ل", ["ﷲ"], "two letters of one ligature are one place"),
        ("Python و PYTHON", "python", ["Python", "PYTHON"], "case"),
        ("من  هنا\nإلى هناك", "هنا الى", ["هنا\nإلى"], "white space stands for a line end"),
        ("من \u00a0 هنا", "من هنا", ["من \u00a0 هنا"], "white space stands for any run of it"),
        ("أول\r\n\r\nثان", "اول ثان", ["أول\r\n\r\nثان"], "and for a blank line"),
        ("بابا", "  با ", ["با", "با"], "white space around the query is left out"),
        ("ههههه", "هه", ["هه", "هه"], "hits do not overlap"),
        ("نص (عام) [1] a+b", "(عام)", ["(عام)"], "signs are signs where no pattern was asked for"),
        ("عَٰلِمُ ٱلْغَيْبِ وَٱلشَّهَٰدَةِ", "الشهادة", ["ٱلشَّهَٰدَةِ"], "an alef above the line"),
        ("وَأَقِيمُوا۟ ٱلصَّلَوٰةَ", "الصلاة", ["ٱلصَّلَوٰةَ"], "above a waw it is the vowel"),
        ("ٱلرَّحْمَٰنِ", "الرحمن", ["ٱلرَّحْمَٰنِ"], "which many leave out"),
        ("نمی\u200cخواهم بروم", "نمی خواهم", ["نمی\u200cخواهم"], "ZWNJ is white space"),
        ("نمی\u200cخواهم بروم", "نمیخواهم", ["نمی\u200cخواهم"], "or nothing"),
        ("نمی خواهم", "نمی\u200cخواهم", ["نمی خواهم"], "in the query too"),
        ("بلغ ١٤٬٥٠٠٫٥٥ ريالا", "14,500.55", ["١٤٬٥٠٠٫٥٥"], "separators between digits"),
        ("بلغ 14,500.55 ريالا", "١٤٬٥٠٠٫٥٥", ["14,500.55"], "in the query too"),
        ("قرأ كتابا", "وبالكتاب", ["كتاب"], "an article that the text has not, where nothing else is found"),
        ("قرأ كتابا ثم الكتاب", "الكتاب", ["الكتاب"], "but not where something is"),
        ("في الدار", "والد", [], "nor letters of the word itself"),
        ("سافر بوتين أمس", "وبوتين", ["بوتين"], "nor has it the particle of the query"),
        ("سافر بوتين أمس", "فلبوتين", ["بوتين"], "or both of them"),
        ("بدت بوتينية", "وبوتين", [], "but then the word is a whole one"),
        ("قال للرئيس وللرئيس", "الرئيس", ["للرئيس", "للرئيس"], "an article that has melted into the particle"),
        ("اللي لليوم", "الى", [], "in a word that is long enough to be told"),
        ("وزير الدفاع ووزير دفاع", "وزير دفاع", ["وزير الدفاع", "وزير دفاع"], "an article in the middle"),
        ("سالم وليلى", "سالم ليلى", ["سالم وليلى"], "a particle in the middle"),
        ("من للبيت والبيت", "من البيت", ["من للبيت"], "both in one"),
        ("مقاتلة ميغ-31 وTu-160", "ميغ 31", ["ميغ-31"], "a hyphen between two words"),
        ("مقاتلة ميغ-31 وTu-160", "tu 160", ["Tu-160"], "of any script"),
        ("نص", "", [], "an empty query"),
        ("نص و نص", "  ", [], "a query of white space"),
        ("نص", "ًٌ", [], "a query of which folding leaves nothing"),
        ("", "نص", [], "an empty text"),
    ],
)
def test_folded(text: str, query: str, hits: list[str], why: str) -> None:
    assert found(text, query) == hits


@pytest.mark.parametrize(
    ("text", "query", "hits", "why"),
    [
        ("قال أحمد واحمد", "احمد", ["احمد"], "hamza counts"),
        ("عام ١٩٨٠", "1980", [], "digits count"),
        ("Python", "python", [], "case counts"),
        ("من\nهنا", "من هنا", ["من\nهنا"], "white space is still any white space"),
    ],
)
def test_exact(text: str, query: str, hits: list[str], why: str) -> None:
    assert found(text, query, exact=True) == hits


@pytest.mark.parametrize(
    ("text", "query", "exact", "hits", "why"),
    [
        ("كتب كتاب كاتب", r"كا?ت\w*", False, ["كتب", "كتاب", "كاتب"], "a pattern"),
        ("أحمد", r"أ\S+د", False, ["أحمد"], "letters of the pattern are folded, its escapes are not"),
        ("سنة ١٩٨٠", r"\d{4}", False, ["١٩٨٠"], "digits"),
        ("سنة ١٩٨٠", r"[٠-٩]{٤}", False, ["١٩٨٠"], "digits in the pattern"),
        ("PYTHON", r"(?P<x>p)ython", False, ["PYTHON"], "case, and a named group"),
        ("أ\nب\nت", r"^ب$", False, ["ب"], "line ends"),
        ("ab", r"x*", False, [], "a match of nothing is none"),
        ("قال أحمد", r"ا\w+", True, ["ال"], "exact: as written"),
        ("aA", r"A", True, ["A"], "exact: case"),
        ("a", r"", False, [], "an empty pattern"),
        ("[b", r"[[]b", False, ["[b"], "a pattern that Python warns about"),
    ],
)
def test_regex(text: str, query: str, exact: bool, hits: list[str], why: str) -> None:
    assert found(text, query, exact=exact, regex=True) == hits


@pytest.mark.parametrize("query", ["(", "[", "*a", "a{2,1}", "(?P<x", "\\", "a" + "{99999999999}"])
@pytest.mark.parametrize("exact", [True, False])
def test_a_bad_pattern_is_a_usage_error_before_anything_is_searched(query: str, exact: bool) -> None:
    with pytest.raises(UsageError, match="no regular expression"):
        find_steps("نص", query, exact=exact, regex=True)


def test_a_pattern_without_end_is_given_up_and_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find_module, "PATIENCE", 0.5)
    ticks = 0
    done = Event()

    def tick() -> None:
        nonlocal ticks
        while not done.wait(0.01):
            ticks += 1

    clock = Thread(target=tick)
    clock.start()
    try:
        with pytest.raises(TooSlowError, match="too long"):
            find("ا" * 40, r"(ا+)+ب", regex=True)
    finally:
        done.set()
        clock.join()
    assert ticks > 3, "another thread went on"


@pytest.mark.parametrize(
    ("text", "query", "hits", "why"),
    [
        ("قال بوتين لكيم", "putin", ["بوتين"], "a sound that Arabic lacks"),
        ("قال بوتين لكيم", "Kim", ["كيم"], "behind a particle, which is none of it"),
        ("كم قيم كيم", "kim", ["كيم"], "a short word: its vowel is written, and k is no q"),
        ("سيرغي شويغو", "Sergei Shoigu", ["سيرغي شويغو"], "two words"),
        ("سيرغي شويغو", "Choïgou", ["شويغو"], "as the French write it"),
        ("إلى مكة المكرمة", "makka", ["مكة"], "ta marbuta is heard as a"),
        ("السَّلَامُ عليكم", "salam", ["سَّلَامُ"], "the article, and vowel marks"),
        ("لندن ولندنية", "london", ["لندن"], "a whole word"),
        ("مجلس الأمن", "putin", [], "nothing like it"),
        ("كتاب", "kitab 2", [], "a number is no sound"),
        ("كتاب", "كتاب", [], "Arabic is no Latin"),
        ("كتاب", "k", [], "one letter is no word"),
    ],
)
def test_words_that_sound_like_it(text: str, query: str, hits: list[str], why: str) -> None:
    assert [span.of(text) for step in sounding_steps(text, query) for span in step] == hits


def test_the_search_is_done_in_steps() -> None:
    text = "كلمة " * 40_000
    steps = list(find_steps(text, "كلمة"))
    assert len(steps) > 3
    assert [span for step in steps for span in step] == list(find_iter(text, "كلمة")) == find(text, "كلمة")
    assert len(find(text, "كلمة")) == 40_000


WORDS = st.lists(
    st.sampled_from(["أب", "اَب", "ab", "١", "ٱبــ", "ﷲ", "،", " ", "  ", "\n", "\n\n", "\u00a0"]), max_size=60
).map("".join)


@settings(deadline=None, max_examples=200)
@given(WORDS, st.sampled_from(["اب", "اب اب", "ab اب ab", "ا", "ل", "1 ،", "ب ا"]), st.booleans())
def test_no_hit_is_missed_where_two_stretches_meet(text: str, query: str, exact: bool) -> None:
    whole = find(text, query, exact=exact)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(find_module, "_CHUNK", 1)
        assert find(text, query, exact=exact) == whole


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="اأبةه ًَﷲ1١\nAa", max_size=40), st.text(alphabet="اأبه ًa1", min_size=1, max_size=4))
def test_hits_are_in_order_and_say_what_was_asked(text: str, query: str) -> None:
    spans = find(text, query)
    assert all(span.length > 0 for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for span in spans:
        assert find(span.of(text), query)


@settings(deadline=None, max_examples=20)
@given(st.text(max_size=30), st.text(max_size=8))
def test_any_query_as_a_pattern_is_searched_or_refused(text: str, query: str) -> None:
    try:
        spans = find(text, query, regex=True)
    except UsageError:
        return
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_a_text_is_found_in_itself_exactly() -> None:
    text = "قال الرجل (نعم)، ثم مضى."
    assert found(text, text, exact=True) == [text]
    assert not re.search(r"\s$", found(f"{text} \n", text)[0])
