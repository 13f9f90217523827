"""The table of verbs: sound in itself, and what it says of words as texts have them."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from reader.analysis.words import conjugation, lexicon, shapes, verbs
from reader.analysis.words.keys import key
from reader.analysis.words.verbs import Flag, Form, noun_behind

KINDS = {
    "occurrence", "meeting", "visit", "movement", "attack", "casualty", "death", "birth", "justice", "politics",
    "agreement", "founding", "release", "launch", "transfer", "sport", "disaster", "life",
}  # fmt: skip
WORD = re.compile("[ء-ي]+ّ?[ء-ي]+")
TABLE = list(verbs.table())


def test_every_line_has_its_columns() -> None:
    for line in lexicon.lines("verbs.tsv"):
        assert line == line.strip(), line
        assert len(line.split("\t")) <= 6, line
    for line in lexicon.lines("nouns.tsv"):
        noun, kind, strength = line.split("\t")
        assert WORD.fullmatch(noun), line
        assert kind in KINDS, line
        assert strength in ("sure", "weak"), line
    for line in lexicon.lines("whole.tsv"):
        word, what, why = line.split("\t")
        assert WORD.fullmatch(word), line
        assert what in ("word", "idiom"), line
        assert why, line


FOR_THEIR_TENSE = {"وصف", "وعد", "تابع", "تحدّث", "أسفر", "أضرم", "طلب", "احتضن"}
"""Verbs that are there for nothing else."""


def test_every_line_is_well_formed() -> None:
    assert [line for line in TABLE if not WORD.fullmatch(line.perfect)] == []
    assert [line for line in TABLE if line.kind not in KINDS | {""}] == []
    assert [line for line in TABLE if not re.fullmatch(f"|{conjugation.NONE}|ي{WORD.pattern}", line.imperfect)] == []
    masdars = {masdar.removeprefix("?") for line in TABLE for masdar in line.masdars} - {conjugation.NONE}
    assert {masdar for masdar in masdars if not WORD.fullmatch(masdar)} == set()
    assert [line for line in TABLE if (line.weak or line.masdars) and not line.kind] == []
    assert {line.perfect for line in TABLE if not (line.kind or line.flags)} == FOR_THEIR_TENSE


def test_no_verb_and_no_noun_is_there_twice() -> None:
    """A spelling may be shared only where the table says whose it is."""
    counts = Counter(key(line.perfect) for line in TABLE if Flag.HOMOGRAPH not in line.flags)
    assert {verb for verb, count in counts.items() if count > 1} == set()
    nouns = [tuple(line.split("\t")[:2]) for line in lexicon.lines("nouns.tsv")]
    assert [noun for noun, count in Counter(key(noun) for noun, _ in nouns).items() if count > 1] == []
    masdars = {(masdar.lstrip("?"), line.kind) for line in TABLE for masdar in line.masdars}
    assert masdars & set(nouns) == set()


def test_a_verb_is_found_by_its_perfect() -> None:
    for line in TABLE:
        found = verbs.verb(key(line.perfect))
        assert found is not None, line
        if Flag.HOMOGRAPH not in line.flags:
            assert (found.lemma, found.form, found.flags) == (key(line.perfect), Form.PERFECT, line.flags), line
            assert (found.kind, found.weak) == (line.kind, line.weak), line


def test_every_flag_is_a_verb_s() -> None:
    assert {flag for line in TABLE for flag in line.flags} == set(Flag)


def test_a_weak_verb_gives_its_imperfect() -> None:
    """No rule makes it: «قال» is «يقول», «وصل» is «يصل», «غزا» is «يغزو»."""
    first_form = [line.perfect for line in TABLE if re.fullmatch("[ء-ي]{3}", line.perfect) and not line.imperfect]
    assert [verb for verb in first_form if verb[0] == "و" or verb[1] in "اي" or verb[2] == "ا"] == []


FORMS = [
    ("وقالت", Form.PERFECT, "قال", "behind a conjunction"),
    ("سيعقد", Form.FUTURE, "عقد", "the future"),
    ("ويعتزمون", Form.IMPERFECT, "اعتزم", "the plural of the imperfect"),
    ("أعيدت", Form.PERFECT, "أعاد", "a passive"),
    ("تقدم", Form.PERFECT, "تقدّم", "a perfect goes before an imperfect"),
    ("تكون", Form.IMPERFECT, "كان", "unless the table says otherwise"),
    ("تكونت", Form.PERFECT, "تكوّن", "what a homograph has alone is its own"),
]


@pytest.mark.parametrize(
    ("word", "letters", "why"),
    [
        ("بفوز", 1, "a list has it whole"),
        ("ووفاته", 1, "one «و» of two"),
        ("فوز", 0, "nothing before it"),
        ("بحجه", 0, "by a pretext, not on a pilgrimage"),
        ("والي", 0, "a governor"),
    ],
)
def test_letters_before_a_noun(word: str, letters: int, why: str) -> None:
    found = noun_behind(word)
    assert (found[0] if found is not None else 0) == letters, why


@pytest.mark.parametrize(("word", "form", "lemma", "why"), FORMS)
def test_forms(word: str, form: Form, lemma: str, why: str) -> None:
    found = verbs.verb(key(word))
    assert found is not None, why
    assert (found.form, found.lemma) == (form, key(lemma)), why


NO_VERBS = [
    ("زيارة", "ta marbuta ends a noun"),
    ("وزارة", "what begins with «و» itself"),
    ("بقال", "no preposition stands before a verb"),
    ("القاهرة", "a name"),
]


@pytest.mark.parametrize(("word", "why"), NO_VERBS)
def test_no_verbs(word: str, why: str) -> None:
    assert verbs.verb(key(word), marbuta="ة" in word) is None, why


@pytest.mark.parametrize(
    ("word", "kind", "weak", "why"),
    [
        ("الزيارة", "visit", False, "a masdar that the table gives"),
        ("زياراته", "visit", None, "no plural with a pronoun"),
        ("بالاجتماعات", "meeting", False, "behind a clitic, in the plural"),
        ("تدمير", "attack", True, "what a rule makes counts only with a time"),
        ("زلزال", "disaster", False, "a noun without a verb"),
        ("قالت", "", None, "telling is no event"),
        ("أعلنت", "attack", True, "but may be one"),
        ("احتضنت", "", None, "known for its tense alone"),
    ],
)
def test_triggers(word: str, kind: str, weak: bool | None, why: str) -> None:
    told = verbs.trigger(key(word), marbuta="ة" in word)
    sense = told and (told.verb or told.noun)
    assert (sense.kind if sense else "") == (kind if weak is not None else ""), why
    assert weak is None or (sense is not None and sense.weak is weak), why


@pytest.mark.parametrize(
    ("word", "state", "why"),
    [
        ("كانت", True, "being"),
        ("اعتمدت", True, "resting on"),
        ("اعتمدها", False, "with an object it is done"),
        ("يقع", True, "where something lies"),
        ("وقع", False, "what happened"),
        ("سيكون", True, "to come, and still a state"),
    ],
)
def test_states(word: str, state: bool, why: str) -> None:
    found = verbs.verb(key(word))
    assert found is not None, why
    assert found.is_state is state, why


def test_a_verb_and_its_masdar_have_one_lemma() -> None:
    verb, noun = verbs.trigger(key("زار")), verbs.trigger(key("زيارته"))
    assert verb is not None
    assert verb.verb is not None
    assert noun is not None
    assert noun.noun is not None
    assert verb.verb.lemma == noun.noun.lemma


@pytest.mark.parametrize("word", ["استنفرت", "وانبثقت"])
def test_an_unknown_word_in_the_shape_of_a_perfect_is_guessed(word: str) -> None:
    assert verbs.trigger(key(word)) is None
    assert shapes.guess(key(word)) is not None


@pytest.mark.parametrize("word", ["كانت", "أوضحت", "الأمنيات"])
def test_states_telling_and_definite_nouns_are_not_guessed(word: str) -> None:
    assert shapes.guess(key(word)) is None
