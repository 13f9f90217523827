"""The forms of a verb and of a noun of action, built from the one that the lexicon gives.

Spelling without vowel signs leaves few patterns: the derived forms (II to X) tell their imperfect, passive and
masdar by their first letters; of form I only the sound verbs do, and the lexicon gives the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

NONE: Final = "-"
"""In the place of an imperfect or a masdar: the verb has none."""
_FOLDING = str.maketrans("أإآىةؤئ", "ااايهوي", "ّ")
_SHADDA = "ّ"
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا")
_WORDS_THEMSELVES = frozenset({"بنت", "تمت", "حلت", "عدا", "عدن", "بقين"})
"""Forms that are rather another word."""


def _key(form: str) -> str:
    """The key of a form made here, as `keys.key` has it, for a tenth of the time."""
    return form.translate(_FOLDING)


def perfects(verb: str) -> Iterator[str]:
    """Keys of the perfect, active and passive, in the third person; the plainest first."""
    plain = verb.replace(_SHADDA, "")
    yield from _perfect(plain)
    if _is_derived(plain) and plain[-2] == "ا" and plain[0] in "اأ":  # «أعاد»: «أعيد»
        yield from _perfect(plain[:-2] + "ي" + plain[-1])
    if plain[-1] in "ىا" and len(plain) > 3:  # «ألقى»: «ألقيت»
        yield from (_key(plain[:-1] + "ي" + ending) for ending in ("", "ت", "تا"))
    if len(plain) == 4 and plain[1] == "ا" and plain[-1] != "ى":  # «حاصر»: «حوصر»
        yield from (_key(plain[0] + "و" + plain[2:] + ending) for ending in ("", "ت", "وا"))


def _perfect(plain: str) -> Iterator[str]:
    weak = plain[-1] in "ىا"
    stem = plain[:-1] if weak else plain
    yield _key(plain)
    forms = [stem + ending for ending in ("ت", "تا", "وا", "ن")]
    forms.append(stem + "يا" if weak else plain + "ا")
    yield from (form for form in map(_key, forms) if len(form) > 2 and form not in _WORDS_THEMSELVES)


def perfects_of(verb: str) -> Iterator[str]:
    """Keys of the perfect with a pronoun as its object."""
    plain = verb.replace(_SHADDA, "")
    weak = plain[-1] in "ىا"
    stem = plain[:-1] if weak else plain
    for pronoun in _PRONOUNS:
        yield _key((stem + "ا" if weak else stem) + pronoun)
        yield _key(stem + "ت" + pronoun)
        yield _key(stem + "و" + pronoun)


def imperfects(verb: str, told: str = "") -> Iterator[str]:
    """Keys of the imperfect in «ي» and «ت», active and passive. `told` is what the lexicon says of it."""
    for stem in _imperfect_stems(verb, told):
        weak = stem[-1] in "ىيو" and len(stem) > 1
        cut = stem[:-1] if weak else stem
        for person in "يت":
            yield from (_key(person + stem + ending) for ending in ("", "ان", "ا", "ن"))
            yield from (_key(person + cut + ending) for ending in ("ون", "وا"))


def imperfects_of(verb: str, told: str = "") -> Iterator[str]:
    """Keys of the imperfect with a pronoun as its object."""
    for stem in _imperfect_stems(verb, told):
        yield from (_key(person + stem + pronoun) for person in "يت" for pronoun in _PRONOUNS)


def _imperfect_stems(verb: str, told: str) -> Iterator[str]:
    """What follows the person: active, and passive where that is spelled otherwise."""
    if told == NONE:
        return
    stem = (told or imperfect(verb))[1:]
    yield stem
    if _is_derived(verb.replace(_SHADDA, "")) and len(stem) > 2 and stem[-2] == "ي":
        yield stem[:-2] + "ا" + stem[-1]


def imperfect(verb: str) -> str:
    """The imperfect of a derived or sound verb: «أقام» is «يقيم», «استعاد» is «يستعيد», «انهار» is «ينهار»."""
    plain = verb.replace(_SHADDA, "")
    if verb[0] == "أ" and verb[2:3] == _SHADDA:
        return "يؤ" + plain[1:]
    if not _is_derived(plain):
        return "ي" + plain
    fourth, tenth = plain[0] == "أ", plain.startswith("است") and len(plain) > 5
    rest = plain if plain[0] == "ت" else plain[1:]
    if (fourth or tenth) and len(rest) > 2 and rest[-2] == "ا":
        rest = rest[:-2] + "ي" + rest[-1]
    return "ي" + rest


def masdar(verb: str) -> str | None:
    """The noun of action of a derived verb; form I has no rule, nor has a form whose last two letters are one."""
    plain = verb.replace(_SHADDA, "")
    if verb[2:3] == _SHADDA and len(plain) == 3:
        return _masdar_of_second(plain)
    if not _is_derived(plain):
        third = len(plain) == 4 and plain[1] == "ا" and plain[-1] != "ى"
        return f"م{plain}ة" if third else None
    if plain[0] == "ت":
        return plain
    tenth = plain.startswith("است") and len(plain) > 5
    stem = "ا" + plain[1:]
    at = 3 if tenth else 1
    if (tenth or plain[0] == "أ") and stem[at] == "و":  # behind a kasra: «أوقف», «إيقاف»
        stem = f"{stem[:at]}ي{stem[at + 1 :]}"
    if plain[-1] in "ىأا":
        return stem[:-1] + "اء"
    if plain[-2] != "ا":
        return stem[:-1].replace("أ", "ئ") + "ا" + stem[-1]
    if plain[0] == "أ" or tenth:
        return stem + "ة"
    return stem[:-2] + "يا" + stem[-1]


def _masdar_of_second(plain: str) -> str:
    """«وقّع»: «توقيع»; «سمّى»: «تسمية»; «برّأ»: «تبرئة»."""
    weak = {"ى": "ية", "أ": "ئة"}.get(plain[2])
    return f"ت{plain[:2]}{weak or 'ي' + plain[2]}"


def _is_derived(plain: str) -> bool:
    """Whether a perfect is of form IV to X, by its first letters and its length."""
    return len(plain) > 3 and (plain[0] in "أا" or (plain[0] == "ت" and plain[1] != "ا"))


def nouns(noun: str) -> tuple[str, ...]:
    """Keys of an indefinite or bound noun of action; with «ال» before the first two it is definite."""
    word = _key(noun)
    if word.endswith("ه"):
        bound, plural = word[:-1] + "ت", word[:-1] + "ات"
        return (word, plural, bound + "ان", bound + "ين", *(bound + pronoun for pronoun in _PRONOUNS))
    return (word, word + "ات", word + "ا", word + "ين", word + "ان", *(word + pronoun for pronoun in _PRONOUNS))
