"""What a document as a whole says about the names that the recogniser found in it."""

from __future__ import annotations

import pytest
from bracketed import block_of, left_of

from reader.analysis.model import EntityType
from reader.analysis.names import attested


def found_by(rule: object, *lines: str, type_: EntityType = EntityType.PERSON, score: float = 0.9) -> list[str]:
    """What is left of the names in brackets, once the rule has looked at all lines."""
    blocks = [block_of(line, type_, score) for line in lines]
    assert callable(rule)
    rule(blocks)
    return [name for block in blocks for name in left_of(block)]


@pytest.mark.parametrize(
    ("lines", "left", "why"),
    [
        (["[برهة] ثم قال", *["صمت برهة"] * 4], [], "marked in one of five places"),
        (["[برهة] ثم قال", *["صمت برهة"] * 3], ["برهة"], "four places say nothing"),
        ([*["[زورك] قال"] * 2, *["قال زورك"] * 4], ["زورك"] * 2, "marked in a third"),
        (["[زورك] قال", *["ثم وزورك"] * 4], [], "a clitic hides no place"),
        (["[كريم] قال", *["رجل كريم"] * 9], ["كريم"], "a given name is often a word as well"),
        (["[برهة ديلف] قال", *["صمت برهة"] * 9], ["برهة ديلف"], "more than one word is for the other rule"),
    ],
)
def test_words_of_the_document(lines: list[str], left: list[str], why: str) -> None:
    assert found_by(attested.no_words, *lines) == left, why


@pytest.mark.parametrize(
    ("form", "left", "why"),
    [
        ("نوم جيمي", ["جيمي"], "a word before a name"),
        ("جيمي برهة", ["جيمي"], "and behind it"),
        ("زورك رفاق جيمي", ["زورك رفاق جيمي"], "one part is attested by nobody"),
        ("جيمي صديق مارغريت", ["جيمي", "مارغريت"], "a word between two"),
        ("جيمي كارتر", ["جيمي كارتر"], "a surname that no list knows"),
        ("سامي جيمي", ["سامي جيمي"], "a given name is no word"),
        ("جيمي مارغريت", ["جيمي مارغريت"], "two given names may be one person's"),
    ],
)
def test_a_form_met_once_gives_way(form: str, left: list[str], why: str) -> None:
    alone = [*["قال [جيمي] نعم"] * 10, *["قالت [مارغريت] نعم"] * 10]
    assert found_by(attested.apart, f"رأى [{form}] أمس", *alone)[: -len(alone)] == left, why


def test_a_form_met_again_stays() -> None:
    lines = [*["رأى [نوم جيمي] أمس"] * 2, *["قال [جيمي] نعم"] * 10]
    assert found_by(attested.apart, *lines)[:2] == ["نوم جيمي"] * 2


def test_a_sure_form_stays() -> None:
    lines = ["رأى [جيمي برهة] أمس", *["قال [جيمي] نعم"] * 10]
    assert found_by(attested.apart, *lines, score=attested.SURE)[0] == "جيمي برهة"


def test_only_forms_of_persons_give_way() -> None:
    lines = ["في [بحر جيمي] ثم", *["عن [جيمي] ثم"] * 20]
    assert found_by(attested.apart, *lines, type_=EntityType.LOCATION)[0] == "بحر جيمي"


@pytest.mark.parametrize(
    ("line", "left", "why"),
    [
        ("أسف عليه [محمد] علي كثيرا", ["محمد علي"], "as it stands elsewhere"),
        ("أسف عليه [محمد] كثيرا", ["محمد"], "nothing goes on"),
        ("أسف [محمد]، علي كثيرا", ["محمد"], "a sign parts the two"),
        ("أسف [محمد] [علي] كثيرا", ["محمد", "علي"], "what is another's name stays so"),
    ],
)
def test_a_name_goes_on_as_the_document_has_it_whole(line: str, left: list[str], why: str) -> None:
    elsewhere = ["قال [محمد علي] نعم"] * attested.LEAST_MET
    assert found_by(attested.whole, line, *elsewhere)[: -len(elsewhere)] == left, why
    assert found_by(attested.whole, "أسف [محمد] علي", *elsewhere[1:])[0] == "محمد", "seldom elsewhere"
