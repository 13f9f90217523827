"""What the recogniser learns from is read rightly; needs none of what training itself needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.analysis.recogniser.pieces import Tokenizer, units
from reader.analysis.recogniser.tags import TAGS, TIES
from reader.text.span import Span
from reader.training.clitics import UNDECIDED, Attested, readings
from reader.training.corpus import ANY_TAG, IGNORED, Example, encode, read_columns, read_inline, sentences
from reader.training.opened import open_text
from reader.training.samples import Convention, Label, Parts, Row, Sample

if TYPE_CHECKING:
    from pathlib import Path

ALPHABET = "▁ابتثجحخدذرزسشصضطظعغفقكلمنهويةأ.،()«»"
LETTERS = Tokenizer(ALPHABET, [-1.0] * len(ALPHABET), {})
B_PLACE, I_PLACE = TAGS.index("B-location"), TAGS.index("I-location")


def sample(text: str, *labels: tuple[str, str], convention: Convention = Convention.OURS) -> Sample:
    found = tuple(Label(Span(text.index(name), text.index(name) + len(name)), type_) for name, type_ in labels)
    return Sample(text, found, convention, "test")


def names(read: Sample) -> list[tuple[str, str]]:
    return [(label.span.of(read.text), label.type) for label in read.labels]


def test_columns_are_printed_as_a_text(tmp_path: Path) -> None:
    path = tmp_path / "train.txt"
    path.write_text(
        "زار\tO\nسامي\tB-PER\nحداد\tI-PER\n(\tO\nصور\tB-LOC\n)\tO\n.\tO\n\nكأس\tB-MISC\nالبحر\tI-MISC\n", "utf-8"
    )
    first, second = read_columns(path, Convention.AQMAR)
    assert first.text == "زار سامي حداد (صور)."
    assert names(first) == [("سامي حداد", "person"), ("صور", "location")]
    assert names(second) == [("كأس البحر", "any")]


def test_wojood_says_nothing_of_names_within_occupations(tmp_path: Path) -> None:
    path = tmp_path / "train.txt"
    path.write_text("رئيس B-OCC\nبلدية I-OCC\nسامي B-PERS\nأمس B-DATE\n", "utf-8")
    (read,) = read_columns(path, Convention.WOJOOD)
    assert names(read) == [("رئيس بلدية", "unsaid"), ("سامي", "person")]
    assert encode(read, LETTERS, Attested([])).tags == (IGNORED, IGNORED, TAGS.index("B-person"), 0)


def test_inline_markup(tmp_path: Path) -> None:
    path = tmp_path / "01.txt"
    path.write_text(
        "# genre=sport\nعاد [PER سامي] ل[LOC لبترون].\nلا أسماء هنا.\n\n# genre=x\n[ORG نادي صور]\n", "utf-8"
    )
    first, second = read_inline(path)
    assert first.text == "عاد سامي للبترون.\nلا أسماء هنا."
    assert names(first) == [("سامي", "person"), ("لبترون", "location")]
    assert names(second) == [("نادي صور", "organisation")]
    assert [names(line) for line in sentences(first)] == [names(first), []]


def test_a_line_longer_than_a_window_is_parted_between_sentences(tmp_path: Path) -> None:
    path = tmp_path / "01.txt"
    path.write_text("عاد [PER سامي] إلى بيته ثم خرج منه. " * 60, "utf-8")
    (piece,) = read_inline(path)
    parts = sentences(piece)
    assert sum(len(part.labels) for part in parts) == 60
    assert all(len(part.text) <= 1000 and part.text.endswith(".") for part in parts)


@pytest.mark.parametrize("line", ["[PER سامي", "[XYZ سامي]", "سامي]", "[PER [LOC صور]]"])
def test_a_bracket_too_many_is_an_error(tmp_path: Path, line: str) -> None:
    path = tmp_path / "01.txt"
    path.write_text(line, "utf-8")
    with pytest.raises(ValueError, match=r"01\.txt"):
        read_inline(path)


@pytest.mark.parametrize(
    ("text", "name", "tags", "clitics"),
    [
        ("في صور.", "صور", (0, B_PLACE, 0), (IGNORED, 0, IGNORED)),
        ("في جبل لبنان", "جبل لبنان", (0, B_PLACE, I_PLACE), (IGNORED, 0, IGNORED)),
        ("وصور", "صور", (B_PLACE,), (1,)),
        ("وبصور", "صور", (B_PLACE,), (2,)),
        ("لـصور", "صور", (B_PLACE,), (1,)),
        ("للبترون", "لبترون", (B_PLACE,), (1,)),
        ("(صور)", "صور", (0, B_PLACE, 0), (IGNORED, 0, IGNORED)),
        ("صورية", "صور", (IGNORED,), (IGNORED,)),  # a name that ends within a word cannot be told
    ],
)
def test_encode(text: str, name: str, tags: tuple[int, ...], clitics: tuple[int, ...]) -> None:
    example = encode(sample(text, (name, "location")), LETTERS, Attested([]))
    assert (example.tags, example.clitics) == (tags, clitics)


def test_first_pieces_are_where_units_begin() -> None:
    example = encode(sample("في صور"), LETTERS, Attested([]))
    assert example.firsts == (1, 4)  # after the start: ▁ ف ي, then ▁ ص و ر
    assert len(example.ids) == 1 + 3 + 4 + 1


def test_misc_is_any_of_three() -> None:
    example = encode(sample("كأس صور", ("كأس صور", "any"), convention=Convention.AQMAR), LETTERS, Attested([]))
    assert example.tags == (ANY_TAG, ANY_TAG + 1)


PLACES = ["روسيا"] * 9 + ["لبنان"] * 9 + ["البترون", "بنان", "كريت"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("صور", 0),  # begins with no clitic letter
        ("لبنان", 0),  # attested far more often than what it would be without its first letter
        ("وروسيا", 1),
        ("ولروسيا", 2),
        ("للبترون", 1),
        ("بالبترون", 1),
        ("وكريت", 1),
        ("وهران", UNDECIDED),  # neither it nor the rest was ever seen
        ("بالدوين", UNDECIDED),  # looks like a clitic and an article, but nothing attests that
    ],
)
def test_clitics_that_a_corpus_leaves_on(word: str, expected: int) -> None:
    assert Attested([], PLACES).clitics(word) == expected


def test_readings_restore_the_article() -> None:
    assert readings("وللبترون") == [(0, "وللبترون"), (1, "للبترون"), (2, "البترون")]


def test_a_corrected_label_does_not_move_a_piece_into_training(tmp_path: Path) -> None:
    path = tmp_path / "01.txt"
    groups = set()
    for piece in ("زار [LOC صور].\n[PER نور] هناك.", "زار [ORG صور].\nنور هناك."):
        path.write_text(piece, "utf-8")
        groups.add(read_inline(path)[0].group)
    assert len(groups) == 1


def test_one_group_in_ten_is_held_out() -> None:
    groups = [Sample("", (), Convention.OURS, f"piece {number}").held_out for number in range(2000)]
    assert 150 < sum(groups) < 250
    assert groups == [Sample("", (), Convention.OURS, f"piece {number}").held_out for number in range(2000)]


def test_open_text_says_what_happens(tmp_path: Path) -> None:
    (tmp_path / "01.txt").write_text(
        "# source: a ; public domain\n# genre=history ; date=none\n{+ زار}ها [PER سامي] و{~ أكل}.\n\n{> يعود} غدا.\n\n"
        "# source: b ; CC BY\n# genre=news ; date=none\nلا شيء هنا.\n",
        "utf-8",
    )
    first, second = open_text(tmp_path)
    assert first.text == "زارها سامي وأكل.\nيعود غدا."
    assert names(first) == [("سامي", "person")]
    told = [(label.span.of(first.text), label.type) for label in first.happenings or ()]
    assert told == [("زار", "told"), ("أكل", "unsaid"), ("يعود", "planned")]
    assert second.happenings == ()


def test_open_text_says_who_takes_part_and_where(tmp_path: Path) -> None:
    (tmp_path / "01.txt").write_text(
        "# source: a ; public domain\n{+ زار} [PER سامي حداد] [LOC صور] و{~ أكل}. ثم {+ عاد} [PER سامي] من"
        " {+ الزيارة} إلى [LOC حلب]، و{+ نام} [PER عمر].\n"
        "#e 1 زار ; date=1990 ; who=سامي حداد ; where=صور ; same=\n"
        "#e 2 عاد ; date= ; who=سامي حداد / سامي ; where=حلب ; same=\n"
        "#e 3 الزيارة ; date= ; who= ; where= ; same=1\n",
        "utf-8",
    )
    (read,) = open_text(tmp_path)
    told = {label.span.of(read.text): label.parts for label in read.happenings or ()}
    assert told == {
        "زار": Parts(frozenset({"سامي حداد"}), frozenset({"صور"})),
        "أكل": None,  # it may be left out
        "عاد": Parts(frozenset({"سامي حداد", "سامي"}), frozenset({"حلب"})),
        "الزيارة": Parts(frozenset({"سامي حداد"}), frozenset({"صور"})),  # what it tells again
        "نام": None,
    }
    example = encode(read, LETTERS, Attested([]))
    said = {
        (word_at(read, example, tie.asks), word_at(read, example, tie.answers)): tie.tied[:2] for tie in example.ties
    }
    assert said["زار", "صور"] == (0, 1)
    assert said["زار", "سامي حداد"] == (1, 0)
    assert said["زار", "سامي"] == (IGNORED, 0), "may be the same one, by a shorter form"
    assert said["عاد", "سامي"] == (1, 0)
    assert said["عاد", "عمر"] == (0, 0)
    assert not any(happening == "نام" for happening, _ in said)


def test_open_text_says_what_a_row_says(tmp_path: Path) -> None:
    text = "# source: a ; public domain\n[PER سامي حداد] من [LOC صور]. وقد {+ زار} أمس «[LOC حلب]» كلها، و{+ نام}.\n"
    told = "#e 1 زار ; date= ; who=سامي حداد ; where=حلب ; same=\n#r 1 0 [سامي حداد] 2..3 | 0 [سامي حداد] 2\n"
    (tmp_path / "01.txt").write_text(text + told, "utf-8")
    (read,) = open_text(tmp_path)
    rows = [happening.row for happening in read.happenings or ()]
    assert rows[1] is None
    assert rows[0] is not None

    def at(row: Row) -> list[list[str]]:
        return [sorted(read.text[word:].split()[0] for word in words) for words in (row.long, row.short, row.behind)]

    assert at(rows[0]) == [["حلب»", "زار", "كلها،"], ["حلب»", "زار"], ["زار"]], "words begin behind their signs"
    assert rows[0].put_in == {"سامي حداد"}
    example = encode(read, LETTERS, Attested([]))
    names = ("long", "short", "behind", "put in", "together")

    def tied(word: str, name: str) -> list[int]:
        starts = [span.span.start for span in units(read.text, Span(0, len(read.text)))]
        piece = example.firsts[starts.index(read.text.index(word))]
        return [tie.tied[TIES.index(name)] for tie in example.ties if tie.answers == piece]

    assert [tied("سامي", name) for name in names] == [[IGNORED], [IGNORED], [IGNORED], [1], [IGNORED]]
    assert [tied("زار", name) for name in names] == [
        [1, IGNORED],
        [1, IGNORED],
        [1, IGNORED],
        [IGNORED] * 2,
        [IGNORED, 0],
    ]
    assert tied("كلها", "short") == [0, IGNORED]
    assert tied("كلها", "together") == [IGNORED, 1], "the word before it is in the row as well"


def word_at(read: Sample, example: Example, piece: int) -> str:
    """The label whose first unit has its first piece there."""
    unit = example.firsts.index(piece)
    starts = [
        span.span.start
        for span in units(read.text, Span(0, len(read.text)))
        if LETTERS.cut(span.span.of(read.text), span.spaced)
    ]
    labels = (*read.labels, *(read.happenings or ()))
    return next(label.span.of(read.text) for label in labels if starts[unit] <= label.span.start < starts[unit] + 3)


def test_open_text_with_a_bracket_left_over_is_refused(tmp_path: Path) -> None:
    (tmp_path / "01.txt").write_text("# source: a\n# genre=x\n{+ زار} [PER سامي\n", "utf-8")
    with pytest.raises(ValueError, match="زار"):
        open_text(tmp_path)
