from __future__ import annotations

import sys
from functools import reduce
from pathlib import Path
from unicodedata import normalize

import pytest
from bidi.algorithm import get_display
from builders import Drawn, pdf
from hypothesis import given, settings
from hypothesis import strategies as st
from written import written

from reader.errors import UnreadableSourceError
from reader.sources.open import open_source
from reader.sources.pdf_glyphs import marked
from reader.sources.pdf_visual import Habits, logical
from reader.text.arabic import strip_marks

FILES = Path(__file__).parents[1] / "data" / "documents" / "pdf"
TEXT = (
    "عاد الصيادون إلى الميناء عند الفجر، وكانت شباكهم ملأى بالسمك. "
    "قال الشيخ: «لم نر موسما كهذا منذ سنة 1998»، ثم أضاف (وهو يبتسم) إن سعر الكيلو بلغ 12.50 دينارا. "
    "وفي يوم الأحد 17 سبتمبر 2023 وصلت سفينة اسمها Blue Star إلى المرفأ رقم ٣٤، وعليها لأول مرة آلات جديدة. "
)
COLUMNS = [
    "حكاية المرفأ القديم",
    "وصلت السفينة Blue Star إلى المرفأ رقم ٣٤ يوم الأحد 17 سبتمبر 2023، وعليها 1,250 طنا من القمح، ولأول "
    "مرة منذ عام 1998 وقف الناس على الرصيف يصفقون.",
    "قال القبطان: «لم نر موسما كهذا»، ثم أضاف (وهو يبتسم) إن سعر الطن بلغ 12.50 دولارا، أي بزيادة 7% على "
    "السعر السابق (انظر المادة 5(ب) أدناه).",
    "الأولاد لا ينامون إلا متأخرين، والآلات الجديدة لأهل المدينة، وشعار المهرجان «الله أكبر» وعنوانه "
    "https://example.org/a?b=1 على الشبكة.",
    "في العمود الأول يبدأ الكلام عن الصيد، وكيف كان الأجداد يخرجون قبل الفجر بقوارب صغيرة ليس فيها سوى "
    "شبكة وخبز. وكانوا يعودون عند الغروب بما قسم لهم، فيوزعون السمك على الجيران قبل أن يبيعوا منه شيئا في"
    " سوق المدينة. ولم يكن أحد منهم يعرف القراءة، لكنهم كانوا يقرؤون النجوم والريح.",
    "وفي العمود الثاني حديث عن السوق اليوم، حيث تباع الأسماك المجمدة القادمة من بلاد بعيدة بأثمان زهيدة. "
    "ويقول الباعة إن الناس نسوا طعم السمك الطازج، وإن القوارب القديمة صارت زينة في المقاهي. أما الشباب "
    "فقد سافر أكثرهم، ومن بقي منهم يعمل في الفنادق.",
]
"""A headline, three paragraphs over the whole width, and two columns."""
VOWELLED = "كَتَبَ الوَلَدُ الدَّرْسَ في الصَّباحِ."

MARKED = "كَتَبَ الوَلَدُ الدَّرْسَ، ثُمَّ قَالَ المُعَلِّمُ: مَنْ جَدَّ يَنْجَحُ. وَجَلَسَ الرِّجَالُ حَوْلَ {fire} يَسْتَمِعُونَ."


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("browser", "words in one order here, in the other there; marks with their letters, in a wrong place"),
        ("typesetter", "ligatures whose letters come last letter first; marks of their own"),
        ("library", "brackets as they look; spaces where there is no room"),
        ("joined_forms", "joined forms in visual order, brackets as they were written"),
    ],
)
def test_whoever_made_it_it_reads_as_it_was_written(name: str, why: str) -> None:
    words = normalize("NFC", open_source(FILES / f"{name}.pdf").text).split()  # the order of marks on one letter
    expected = normalize("NFC", TEXT + VOWELLED).split()
    start = words.index(expected[0])
    assert words[start : start + len(expected)] == expected, why


@pytest.mark.parametrize(
    ("name", "fire", "why"),
    [
        ("browser_marks", "المِدْفَأَةِ", "letters that are said to stand where their mark does, on lines of their own"),
        ("typesetter_marks", "النَّارِ", "marks that are drawn far from where they start: what is seen of them counts"),
    ],
)
def test_each_mark_is_on_its_letter(name: str, fire: str, why: str) -> None:
    expected = normalize("NFC", MARKED.format(fire=fire)).split()
    assert normalize("NFC", open_source(FILES / f"{name}.pdf").text).split() == expected, why


@pytest.mark.parametrize(
    ("letters", "marks", "text"),
    [
        ("ب", "\u064e\u0651", "ب\u0651\u064e"),  # doubling first, whatever comes first in the file
        ("ب", "\u064e\u064e", "ب\u064e"),  # one mark in two pieces
        ("لا", "\u064e", "ل\u064eا"),  # the vowel of a lam
        ("لا", "\u0651\u064e", "ل\u0651\u064eا"),  # doubled as well
        ("لأ", "\u064f", "لأ\u064f"),  # «الأُمراء»: the lam of the article has none
        ("لأ", "\u0650\u064e", "ل\u0650أ\u064e"),  # «لِأَن»: no hamza above its alef takes a kasra
        ("لإ", "\u0650", "لإ\u0650"),  # «الإِبل»
        ("لآ", "\u064e", "ل\u064eآ"),
    ],
)
def test_marks_of_a_letter_and_of_two_in_one(letters: str, marks: str, text: str) -> None:
    assert reduce(marked, marks, letters) == text


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("office_columns", "letters that stand above others, and reach over them; marks in two pieces"),
        ("page_columns", "a ligature of three letters, last letter first"),
        ("no_spaces", "no space in the file, and tails that reach into the room for one"),
    ],
)
def test_paragraphs_and_columns(name: str, why: str) -> None:
    document = open_source(FILES / f"{name}.pdf")
    read = [strip_marks(block.span.of(document.text)) for block in document.blocks]
    assert [line for line in read if not line.startswith("كتب الولد")] == COLUMNS, why


def test_letters_that_were_drawn_from_the_wrong_end() -> None:
    words = open_source(FILES / "drawn_forwards.pdf").text.split()
    plain = [word for word in TEXT.split() if word.strip("«»().،:").isalpha()]
    assert [word for word in plain if word not in words and word.strip("«»()") == word] == []


def test_headings_items_and_paragraphs() -> None:
    lines = written(open_source(FILES / "typesetter.pdf")).splitlines()
    assert lines[0] == "# حكاية الميناء"
    assert lines[-3:-1] == ["* • بند أول", "* • بند ثان"]


def page(*lines: str, size: float = 12, right: float = 300, top: float = 700) -> list[Drawn]:
    """Right-to-left lines as they are drawn: the last letter of each at the left, all ending at the right."""
    return [
        Drawn(line[::-1], right - len(line) * size / 2, top - 16 * number, size) for number, line in enumerate(lines)
    ]


def opened(tmp_path: Path, *pages: list[Drawn]) -> str:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(pages))
    return written(open_source(path))


def test_a_paragraph_goes_on_over_the_end_of_a_page(tmp_path: Path) -> None:
    pages = [page("ببب ددد", "ررر ززز"), page("سسس ششش", "صصص.")]
    assert opened(tmp_path, *pages) == "ببب ددد ررر ززز سسس ششش صصص."


def test_paragraphs_by_a_gap_an_indent_and_a_short_line(tmp_path: Path) -> None:
    text = page("ااااا ببب", "تتت.", "ثثثثث ججج") + page("ححححح خخخ", top=600) + page("ددددد ذذذ", top=584, right=288)
    assert opened(tmp_path, text) == "ااااا ببب تتت.\nثثثثث ججج\nححححح خخخ\nددددد ذذذ"


def test_heads_feet_and_numbers_of_pages_are_left_out(tmp_path: Path) -> None:
    texts = [f"{letter * 9}." for letter in "صسشق"]
    pages = [page("كتاب", top=780) + page(text) + [Drawn(str(number), 300, 20)] for number, text in enumerate(texts)]
    assert opened(tmp_path, *pages) == "\n".join(texts)


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    right, left = page("اااااا بببب", "جججج دددد", right=500), page("رررر زززز", "سسسس ششش.", right=200)
    assert opened(tmp_path, right + left).split() == ["اااااا", "بببب", "جججج", "دددد", "رررر", "زززز", "سسسس", "ششش."]


def test_a_narrow_column_beside_another_is_not_taken_for_short_lines(tmp_path: Path) -> None:
    whole = page("اااااا بببب جججج دددد هههه وووو.", right=500)
    right = page("رررر زززز ررر", "سسسس ششش رر", "صصصص.", right=500, top=600)
    left = page("طططط عععع ططط", "فففف ققق طط", "كككك.", right=300, top=600)
    assert opened(tmp_path, whole + right + left).splitlines()[1:] == [
        "رررر زززز ررر سسسس ششش رر صصصص.",
        "طططط عععع ططط فففف ققق طط كككك.",
    ]


@pytest.mark.parametrize(
    ("title", "read", "why"),
    [("قصة  البحر", "قصة البحر", "as it says"), ("قصة\ud800", None, "half a surrogate is no text")],
)
def test_what_the_file_says_of_itself(tmp_path: Path, title: str, read: str | None, why: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([page("ببب ددد.")], title=title))
    assert open_source(path).metadata.title == read, why


def test_a_page_that_turns_out_empty_does_not_hide_the_others(tmp_path: Path) -> None:
    assert opened(tmp_path, [], page("سلام"), []) == "سلام"


def test_without_its_package_it_says_how_to_have_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    (tmp_path / "a.pdf").write_bytes(pdf([page("س")]))
    with pytest.raises(UnreadableSourceError, match=r"pip install 'qari\[pdf\]'"):
        open_source(tmp_path / "a.pdf")


FOREIGN = st.sampled_from(
    [
        "كتاب",
        "ولد",
        "12",
        "1998",
        "12.50",
        "٣٤",
        "17/9/2023",
        "Blue Star",
        "Tu 95",
        "«نعم»",
        "(لا)",
        "10%",
        "C++ (x)",
        "؟",
    ]
)


@settings(max_examples=100)
@given(st.lists(FOREIGN, min_size=1, max_size=6))
def test_visual_order_is_undone(words: list[str]) -> None:
    line = " ثم ".join(["بدأ", *words, "انتهى"])
    shown = get_display(line, base_dir="R")
    read = logical(list(shown), Habits(rtl=True))
    assert get_display(read, base_dir="R") == shown
    assert sorted(read) == sorted(line)
