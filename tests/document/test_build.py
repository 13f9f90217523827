from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.build import plain_blocks, title, verse_blocks
from reader.document.model import BlockKind
from reader.text.arabic import INVISIBLE

SEED = Path(__file__).parents[3] / "shared" / "seed" / "article.txt"

LONG = (
    "خرج أهل القرية في الصباح الباكر إلى الحقول البعيدة وهم يحملون سلالهم وأدواتهم، وكان المطر قد توقف قبل ساعة "
    "واحدة فقط، فامتلأت الطرق بالطين وصار السير عليها صعبا على الكبار والصغار معا."
)
SECOND = (
    "وعندما عادوا في المساء وجدوا أن النهر قد ارتفع كثيرا، فوضعوا الأكياس على الضفة وانتظروا حتى طلع الفجر، ثم "
    "عبروا إلى الجانب الآخر واحدا بعد واحد من غير أن يصاب أحد منهم بأذى."
)


def shape(text: str) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.span.of(text)) for block in plain_blocks(text)]


def kinds(text: str) -> list[str]:
    return [f"{block.kind.value}{block.level or ''}" for block in plain_blocks(text)]


@pytest.mark.parametrize(
    ("end", "why"),
    [
        ("\n", "LF"),
        ("\r\n", "CR LF is one line end"),
        ("\r", "CR alone, the old Macintosh"),
        ("\x85", "NEL"),
        ("\u2028", "line separator"),
        ("\u2029", "paragraph separator"),
    ],
)
def test_every_line_end_parts_blocks_and_belongs_to_none(end: str, why: str) -> None:
    text = f"{LONG}{end}{SECOND}{end}"
    assert shape(text) == [("paragraph", 0, LONG), ("paragraph", 0, SECOND)]


@pytest.mark.parametrize(
    "text",
    ["", "\n", "\n\n\r\n", "   ", " \t\n\u00a0\n", "\u200f\n\u200b", "\ufeff"],
)
def test_what_cannot_be_seen_is_no_block(text: str) -> None:
    assert plain_blocks(text) == ()


@pytest.mark.parametrize("width", [32, 40, 50, 60, 72, 80, 99])
def test_a_hard_wrapped_paragraph_is_one_block(width: int) -> None:
    text = f"{textwrap.fill(LONG, width)}\n\n{textwrap.fill(SECOND, width)}\n"
    assert [" ".join(written.split()) for _, _, written in shape(text)] == [LONG, SECOND]


@pytest.mark.parametrize(
    ("lines", "joined", "why"),
    [
        (4, True, "three full lines prove a width that few wrap at"),
        (3, True, "two will do where both are nearly as long as the longest and no sentence ends between"),
        (2, False, "one is none"),
    ],
)
def test_a_rare_width_needs_proof(lines: int, joined: bool, why: str) -> None:
    full = ["كتب " * 9 + last for last in ("قلما", "كتاب", "سطور")]  # 40 columns
    text = "\n".join([*full[: lines - 1], "ثم انتهى الكلام."])
    assert (len(shape(text)) == 1) is joined, why


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["ذهب علي إلى السوق صباحا", "اشترى خبزا وزيتا", "عاد إلى البيت قبل الظهر"], "too short to be wrapped"),
        ([LONG, SECOND, LONG], "too long to be wrapped"),
        (
            [
                "افتتح الوزير صباح أمس المعرض السنوي للكتاب في العاصمة.",
                "حضر الافتتاح عدد كبير من الناشرين والكتاب العرب.",
            ],
            "each line is a sentence",
        ),
        (
            ["الحكومة تعلن خطة جديدة لدعم المزارعين في الجنوب", "البرلمان يناقش مشروع قانون التعليم الأسبوع المقبل"],
            "two headlines of about one length",
        ),
        (
            [
                "وصل الوفد إلى المدينة بعد رحلة طويلة عبر الجبال والوديان",
                "بدأ الاجتماع",
                "ناقش الحاضرون خطة العام القادم كلها",
            ],
            "a line that had room for the next word",
        ),
    ],
)
def test_lines_that_were_not_wrapped_stay_apart(lines: list[str], why: str) -> None:
    assert [written for _, _, written in shape("\n".join(lines))] == lines


def test_wrapped_paragraphs_without_blank_lines_part_after_their_last_line() -> None:
    text = f"{textwrap.fill(LONG, 60)}\n{textwrap.fill(SECOND, 60)}"
    assert [" ".join(written.split()) for _, _, written in shape(text)] == [LONG, SECOND]


TITLE = "حكاية القرية والنهر"


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (f"{TITLE}\n\n{LONG}", TITLE, "short, blank line, longer text"),
        (f"\n\n  {TITLE} \n\n{LONG}", TITLE, "blank lines above and white space around do not matter"),
        (f"{TITLE}\r\n\r\n{LONG}", TITLE, "CR LF"),
        (f"{TITLE}\n{LONG}", TITLE, "no blank line, but a much longer one below"),
        (f"{TITLE}\n{textwrap.fill(LONG, 70)}", TITLE, "right above a hard-wrapped paragraph"),
        (f"ماذا جرى في القرية؟\n\n{LONG}", "ماذا جرى في القرية؟", "a title may ask"),
        (f"{TITLE}\n\nبقلم كاتب\n\n{LONG}", TITLE, "a byline comes between"),
        (f"{TITLE}.\n\n{LONG}", None, "a sentence, closed by a full stop"),
        (f"قالوا لنا:\n\n{LONG}", None, "a colon opens what follows"),
        (f"{LONG}\n\n{SECOND}", None, "too long"),
        (TITLE, None, "nothing below it"),
        (f"{TITLE}\n\nنص", None, "a title is not longer than its text"),
        (f"- {TITLE}\n- {TITLE} وأهلها\n\n{LONG}", None, "an item of a list"),
        (f"«من جد وجد»\n\n{LONG}", None, "a quotation"),
        (f"القاهرة - ١٧ سبتمبر ٢٠٢٣\n\n{LONG}", None, "a dateline"),
        (f"(بيروت) – وكالات\n\n{LONG}", None, "a dateline in brackets"),
        (f"2023/09/17\n\n{LONG}", None, "a date"),
        (f"* * *\n\n{LONG}", None, "no letters"),
        (f"الاسم\tالعدد\n\n{LONG}", None, "the head of a table"),
    ],
)
def test_title(text: str, expected: str | None, why: str) -> None:
    blocks = plain_blocks(text)
    assert title(text, blocks) == expected
    assert (blocks[0].kind is BlockKind.HEADING) == (expected is not None)


@pytest.mark.parametrize(
    ("line", "heading", "why"),
    [
        ("الطريق إلى الحقول", True, "short, no closing punctuation"),
        ("خلفية", True, "one word is enough"),
        ("وبعد ذلك:", False, "closing punctuation"),
        ("هكذا كان الأمر.", False, "a short sentence"),
        ("«لن نعود أبدا»", False, "a short quotation"),
        ("– عاد الجميع", False, "a bullet, or somebody speaking"),
        ("بغداد - رويترز", False, "a dateline"),
        ("١٧ سبتمبر ٢٠٢٣", False, "a date"),
        ("ألا ليت الشباب يعود يوما ... فأخبره بما فعل المشيب", False, "a single line of verse"),
        ("أَلَا لَيْتَ الشَّبَابَ يَعُودُ يَوْمًا", False, "verse, by its vowels"),
        ("***", False, "a divider"),
        ("عنوان طويل جدا يمتد على أكثر من ستين عمودا وليس من عادة العناوين الفرعية", False, "too long"),
    ],
)
def test_short_line_between_long_paragraphs(line: str, heading: bool, why: str) -> None:
    assert (kinds(f"{LONG}\n\n{line}\n\n{SECOND}")[1] == "heading2") == heading
    assert (kinds(f"{LONG}\n{line}\n{SECOND}")[1] == "heading2") == heading


def test_a_short_line_with_no_long_text_around_it_is_no_heading() -> None:
    assert kinds(f"{LONG}\n\nكلمة أولى\n\nكلمة ثانية\n\n{SECOND}") == ["paragraph"] * 4
    assert kinds(f"{LONG}\n\n{SECOND}\n\nتوقيع الكاتب") == ["paragraph"] * 3


@pytest.mark.parametrize(
    ("line", "item", "why"),
    [
        ("- خبز", True, "hyphen"),
        ("• خبز", True, "bullet"),
        ("* خبز", True, "star"),
        ("● خبز", True, "black circle"),
        ("▪ خبز", True, "small square"),
        ("– خبز", True, "dash"),
        ("1. خبز", True, "number and full stop"),
        ("١) خبز", True, "Arabic number and bracket"),
        ("٢- خبز", True, "number and hyphen"),
        ("۳ـ خبز", True, "Persian number and tatweel"),
        ("(٤) خبز", True, "number in brackets"),
        ("أ) خبز", True, "letter and bracket"),
        ("-خبز", False, "no white space after the sign"),
        ("3.5 مليون", False, "a decimal number"),
        ("د. سعيد", False, "a title: doctor"),
        ("هـ ثم قال", False, "the sign of Hijri years"),
        ("2023. عام جديد", False, "a year"),
        ("# خبز", False, "Markdown's heading is none here"),
    ],
)
def test_item(line: str, item: bool, why: str) -> None:
    assert kinds(f"{line}\n{line}") == (["item1"] * 2 if item else ["paragraph"] * 2)


def test_items_have_depth_by_their_indent_and_keep_their_hanging_lines() -> None:
    text = "المشتريات:\n- فواكه\n  - تفاح أحمر\n    من الجبل\n- خبز\nانتهت القائمة"
    assert shape(text) == [
        ("paragraph", 0, "المشتريات:"),
        ("item", 1, "- فواكه"),
        ("item", 2, "  - تفاح أحمر\n    من الجبل"),
        ("item", 1, "- خبز"),
        ("paragraph", 0, "انتهت القائمة"),
    ]


@pytest.mark.parametrize("width", range(60, 80))
def test_a_dash_where_a_wrapped_line_happens_to_begin_is_no_item(width: int) -> None:
    text = textwrap.fill(LONG.replace(" و", " – و"), width)
    assert kinds(text) == ["paragraph"]


BAYT = ("سرنا على درب الحياة بلا ونى", "والصبر زاد الراحلين إذا مضوا")


@pytest.mark.parametrize("parting", [" *** ", " ... ", " * ", " = ", "\t", "     ", " … ", "***"])
def test_parted_hemistichs_are_verse(parting: str) -> None:
    line = parting.join(BAYT)
    assert kinds(f"{line}\n{line}") == ["verse"] * 2
    assert kinds(f"{line}\n\n{line}\n\n{LONG}") == ["verse", "verse", "paragraph"]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["الاسم\tالعدد", "خبز\t12", "زيت\t30"], "a table: single words"),
        (["سعر كيلو الخبز\tدينار 12", "سعر لتر الزيت\tدينار 30"], "a table: digits"),
        (["قال لي ...", "ثم مضى ..."], "an ellipsis at the end"),
        (["نعم ... هذا ما رآه كل من كان حاضرا في ذلك المكان", "لا ... لم يكن ذلك صحيحا على الإطلاق"], "halves unlike"),
        (["س = ص", "ع = ل"], "equations"),
    ],
)
def test_other_lines_with_a_parting_sign_are_no_verse(lines: list[str], why: str) -> None:
    assert "verse" not in kinds("\n".join(lines))


def test_four_vowelled_short_lines_are_verse_and_three_are_not() -> None:
    line = "سَارَ الرِّجَالُ إِلَى الدِّيَارِ"
    assert kinds("\n".join([line] * 4)) == ["verse"] * 4
    three = ["سَارَ الرِّجَالُ", "عَادَ الصَّدِيقُ", "طَلَعَ الصَّبَاحُ"]
    assert kinds("\n".join(three)) == ["paragraph"] * 3


def test_rhymed_lines_of_one_length_are_verse_not_a_wrapped_paragraph() -> None:
    lines = [
        "يا دار أهلي في البلاد البعيدة الطيبة النسيم الكريم",
        "كم مر عام ونحن نرجو اللقاء تحت ظلال النخيل القديم",
        "جئنا نحييك والقلب يهفو إلى زمان مضى كالنعيم",
        "وفي الفؤاد حنين طويل وذكر صاحبنا المستقيم",
    ]
    assert kinds("\n".join(lines)) == ["verse"] * 4


def test_a_poem_by_declaration_has_a_line_a_block() -> None:
    text = f"قصيدة النهر\n\n{LONG}\n\n{BAYT[0]}\n{BAYT[1]}\n\n{BAYT[0]}"
    found = [(block.kind, block.level, block.span.of(text)) for block in verse_blocks(text)]
    assert found == [
        (BlockKind.HEADING, 1, "قصيدة النهر"),
        (BlockKind.PARAGRAPH, 0, LONG),
        (BlockKind.VERSE, 0, BAYT[0]),
        (BlockKind.VERSE, 0, BAYT[1]),
        (BlockKind.VERSE, 0, BAYT[0]),
    ]


def test_an_article_without_a_title_gets_none() -> None:
    if not SEED.exists():
        pytest.skip(f"{SEED} is not here")
    text = SEED.read_text(encoding="utf-8")
    blocks = plain_blocks(text)
    assert title(text, blocks) is None
    assert [block.span.of(text) for block in blocks] == [line for line in text.split("\n") if line]
    assert {block.kind for block in blocks} == {BlockKind.PARAGRAPH}


PIECES = [
    LONG,
    SECOND,
    TITLE,
    "- خبز",
    "١. زيت",
    "  ",
    " *** ".join(BAYT),
    "سَارَ الرِّجَالُ إِلَى الدِّيَارِ",
    "***",
    "\t",
    "a b",
    "(",
    "\x00",
    "\x1c",
    "\u202e",
]
TEXTS = st.one_of(
    st.text(),
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["\n", "\n\n", "\r\n", "\r", "", "\u2029"]))).map(
        lambda pairs: "".join(piece + end for piece, end in pairs)
    ),
)


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_blocks_are_in_order_and_leave_out_only_what_cannot_be_seen(text: str) -> None:
    blocks = plain_blocks(text)
    place = 0
    for block in blocks:
        assert not re.search(r"\S", between(text[place : block.span.start]))
        assert between(block.span.of(text)).strip()
        assert block.span.of(text)[-1] not in "\n\r\x85\u2028\u2029"
        place = block.span.end
    assert not re.search(r"\S", between(text[place:]))


def between(text: str) -> str:
    return re.sub(f"[{INVISIBLE}]", "", text)


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_headings_and_verse_are_single_lines(text: str) -> None:
    for block in plain_blocks(text):
        if block.kind in (BlockKind.HEADING, BlockKind.VERSE):
            assert not re.search(r"[\n\r\x85\u2028\u2029]", block.span.of(text))
