"""Reordering, and what turns it round: the encoders are tried on models, and the models on what was seen.

`SEEN` was photographed: rows written to each terminal as they are, and what stood on its screen.
"""

from __future__ import annotations

import re
from operator import ne
from typing import TYPE_CHECKING

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from reader.terminal.encode import as_written, encoded
from reader.terminal.reordering import BOXES, LAST_SHAPE, Reordering, Rows, Words
from reader.terminal.row import BLANK, BRAILLE_BLANK, Cell, styled
from reader.text.bidi import mirror, resolve, visual_order

if TYPE_CHECKING:
    from reader.terminal.row import Row

RED, BOLD, PLAIN = "\x1b[31m", "\x1b[1m", "\x1b[0m"
VTE, KONSOLE, QTERMINAL, PUTTY, MLTERM, KITTY = (
    Rows(),
    Rows(latin_up_to=LAST_SHAPE, mirrors=False),
    Rows(by_style=True),
    Rows(base=None),
    Rows(base=None, latin_up_to=BOXES[1], boxes_lead=True),
    Words(),
)


def text_of(row: Row) -> str:
    return "".join(cell.text for cell in row)


def styles_of(row: Row) -> list[str]:
    return [cell.style for cell in row]


@pytest.mark.parametrize(
    ("terminal", "written", "shown", "reason"),
    [
        (VTE, "1 ابجد 123 abc |", "1 123 دجبا abc |", "a number is taken to come before the word at its left"),
        (VTE, "A ابجد ١٢٣ ابجد|", "A دجبا ١٢٣ دجبا|", "an Arabic number stays between its words"),
        (VTE, "9 (ابجد) abc", "9 (دجبا) abc", "brackets around a word stay"),
        (VTE, "ابجد\u2800123 |", "دجبا\u2800123 |", "a blank that is a Latin letter keeps a number where it is"),
        (VTE, "ا│ب", "ب│ا", "a box is a neutral sign between two words"),
        (KONSOLE, "ا│ب", "ا│ب", "but a Latin letter for Konsole"),
        (KONSOLE, "ا ● ب", "ا ● ب", "and so is a dot"),
        (KONSOLE, "اب (12) جد", "دج )12( با", "and brackets between its words are moved, not turned"),
        (PUTTY, "2 اب abc |", "| abc با 2", "the first letter turns the whole row"),
        (PUTTY, "3 abc اب |", "3 abc با |", "and a Latin one does not"),
        (MLTERM, "4 اب ● جد x", "x دج ● با 4", "mlterm finds the direction, too"),
        (MLTERM, "5 اب ▂ جد x", "5 با ▂ دج x", "but not where there is a block, which parts words"),
        (KITTY, "1 ابجد 123 abc |", "1 دجبا 123 abc |", "each word by itself"),
        (KITTY, "ا١٢|", "|٢١ا", "with all that touches it, digits too"),
        (KITTY, "(اب)", "(با)", "and the brackets turned"),
        (KITTY, "اب│اب", "با│با", "boxes are drawn without a font: they part words"),
        (KITTY, "؟123", "؟123", "Arabic punctuation belongs to every script"),
    ],
)
def test_models_do_what_terminals_were_seen_to_do(terminal: Reordering, written: str, shown: str, reason: str) -> None:
    assert text_of(terminal.shown(styled(written))) == shown, reason


def test_colours_go_with_the_letters_in_a_row_and_part_it_for_some() -> None:
    row = styled(f"{RED}اب{PLAIN}جد")
    assert text_of(VTE.shown(row)) == "دجبا"
    assert styles_of(VTE.shown(row)) == ["", "", RED, RED]
    assert text_of(QTERMINAL.shown(row)) == "بادج"


def test_lines_part_what_is_drawn_in_one_style_and_blocks_do_not() -> None:
    assert text_of(QTERMINAL.shown(styled("اب│جد"))) == "با│دج"
    assert text_of(QTERMINAL.shown(styled("اب▌جد"))) == "دج▌با"


def test_colours_stay_in_their_columns_while_the_letters_of_a_word_move() -> None:
    row = styled(f"{RED}اب{PLAIN}ج")
    assert text_of(KITTY.shown(row)) == "جبا"
    assert styles_of(KITTY.shown(row)) == [RED, RED, ""]


def test_a_bold_word_is_one_of_its_own() -> None:
    assert text_of(KITTY.shown(styled(f"{BOLD}اب{PLAIN}جد"))) == "بادج"
    assert text_of(KITTY.shown(styled("\x1b[38;2;1;3;1mاب\x1b[0mجد"))) == "دجبا", "numbers of a colour are no faces"


TERMINALS: dict[str, Rows | Words] = {
    "VTE": VTE,
    "Konsole": KONSOLE,
    "QTerminal": QTERMINAL,
    "PuTTY": PUTTY,
    "mlterm": MLTERM,
    "kitty": KITTY,
}


@pytest.mark.parametrize("terminal", TERMINALS.values(), ids=TERMINALS)
@pytest.mark.parametrize(
    ("logical", "reason"),
    [
        ("قال سالم ذلك", "words"),
        ("في 25 سبتمبر 2023 قال", "numbers inside"),
        ("25 سبتمبر", "a number at the beginning"),
        ("قال في 25", "a number at the end"),
        ("٢٥ سبتمبر ٢٠٢٣", "Arabic numbers at both ends"),
        ("Python لغة", "Latin at the beginning"),
        ("لغة Python", "Latin at the end"),
        ("لغة Python 3.13 الجديدة", "Latin with a number"),
        ("قال (سالم) «نعم»", "brackets and quotes"),
        ("زاد 51% عن 20٪", "percentages"),
        ("الأشخاص ───── ٢", "a heading with its line"),
        ("كوفيد-19، ثم", "a number that touches a word"),
        ("", "an empty row"),
        ("plain Latin, 12.", "no Arabic at all"),
    ],
)
@pytest.mark.parametrize("base", [0, 1])
def test_a_row_is_shown_as_it_should_stand(terminal: Rows | Words, logical: str, reason: str, base: int) -> None:
    row = laid_out(logical, base)
    assert blanked(terminal.shown(encoded(row, terminal))) == blanked(row), reason


@pytest.mark.parametrize("base", [0, 1])
def test_a_bracket_at_the_beginning_stays_there(base: int) -> None:
    """Konsole would move it to the left end, unturned: one of the two is turned there, and all letters are right."""
    row = laid_out("(١٣٤٨م)، أول", base)
    for name, terminal in TERMINALS.items():
        shown = blanked(terminal.shown(encoded(row, terminal)))
        assert sum(map(ne, shown, blanked(row))) == (name == "Konsole" and base == 1), name


@pytest.mark.parametrize("terminal", TERMINALS.values(), ids=TERMINALS)
def test_colours_come_out_where_they_should(terminal: Rows | Words) -> None:
    row = styled(f" {RED}ملاس{PLAIN}و {BOLD}ىليل{PLAIN} تلاق")
    assert terminal.shown(encoded(row, terminal)) == row


def test_latin_rows_are_left_alone() -> None:
    for terminal in TERMINALS.values():
        assert text_of(encoded(styled("a 1 (b)"), terminal)) == "a 1 (b)"


def test_a_blank_is_made_a_letter_only_where_a_number_would_move() -> None:
    assert BRAILLE_BLANK not in text_of(encoded(styled(" ملاس 25 لاق "), VTE))
    assert text_of(encoded(styled(" لاق 25 "), VTE)) == f" قال{BRAILLE_BLANK}25 "


def test_where_nothing_would_do_the_row_keeps_its_letters() -> None:
    """A number that touches the right of a word: there is no room for anything between them."""
    row = styled("م589")
    assert sorted(text_of(encoded(row, VTE))) == sorted(text_of(row))


ARABIC, LATIN = st.text("ابجدرةﻻﺳﻠﻴ", min_size=1, max_size=4), st.text("abXY", min_size=1, max_size=4)
NUMBERS = st.one_of(st.text("0123456789", min_size=1, max_size=3), st.text("٠١٢٣٤", min_size=1, max_size=3))
STYLES = st.sampled_from(["", RED, BOLD])
WORDS = st.lists(st.tuples(st.one_of(ARABIC, LATIN, NUMBERS), STYLES), max_size=8)


@given(WORDS)
def test_any_row_of_words_and_numbers_comes_out_exactly(words: list[tuple[str, str]]) -> None:
    row = _row(words)
    for terminal in TERMINALS.values():
        shown = terminal.shown(encoded(row, terminal))
        assert blanked(shown) == blanked(row)
        assert styles_of(shown) == styles_of(row)


@given(WORDS)
def test_another_implementation_of_the_algorithm_agrees(words: list[tuple[str, str]]) -> None:
    row = _row(words)
    assert get_display(text_of(encoded(row, VTE)), base_dir="L").replace(BRAILLE_BLANK, BLANK) == text_of(row)


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["C", "M", "Z"]), min_size=1), STYLES), max_size=5))
def test_nothing_is_lost_or_widened_in_any_row(words: list[tuple[str, str]]) -> None:
    row = _row(words)
    for terminal in TERMINALS.values():
        written = encoded(row, terminal)
        assert sorted(map(_unmirrored, blanked(written))) == sorted(map(_unmirrored, blanked(row)))
        assert sum(cell.width for cell in written) == sum(cell.width for cell in row)


def _unmirrored(text: str) -> str:
    return min(text, mirror(text[0]) or text)


def _row(words: list[tuple[str, str]]) -> Row:
    """Words with a blank on each side, as on the screen, where the margin is blank."""
    cells = [Cell(BLANK)]
    for word, style in words:
        cells += [cell._replace(style=style) for cell in (*styled(word), Cell(BLANK))]
    return tuple(cells)


def laid_out(logical: str, base: int) -> Row:
    """The row as it should stand on the screen, a blank on each side."""
    resolved = resolve(logical, base)
    visual = (
        mirror(logical[index]) or logical[index] if (resolved.levels[index] or 0) % 2 else logical[index]
        for index in visual_order(resolved, 0, len(logical))
    )
    return styled(f" {''.join(visual)} ")


def blanked(row: Row) -> list[str]:
    return [BLANK if cell.is_blank else cell.text for cell in row]


@pytest.mark.parametrize(
    ("shown", "written"),
    [
        (" ﻢﻟﺎﺳ ", " سالم "),
        (" ﻢﻟﺎﺳ ﻝﺎﻗ ", " قال سالم "),
        (" ﻡﻼﺳ ﻝﺎﻗ ", " قال ﺳﻼﻡ "),
        (" abc ", " abc "),
    ],
)
def test_as_written_is_in_plain_letters_but_for_words_with_lam_alef(shown: str, written: str) -> None:
    assert text_of(as_written(styled(shown), VTE)) == written
    assert not re.search("[\ufb50-\ufefc]", text_of(as_written(styled(" ﻢﻟﺎﺳ "), VTE)))
