"""The forms of a verb and of a noun of action, built from the one that the lexicon gives.

Spelling without vowel signs leaves few patterns: the derived forms (II to X) tell their imperfect, passive and
masdar by their first letters; of form I only the sound verbs do, and the lexicon gives the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDING = str.maketrans("أإآىةؤئ", "ااايهوي", "ّ")
_SHADDA = "ّ"
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن")
_WORDS_THEMSELVES = frozenset({"بنت", "تمت", "حلت"})
"""Forms that are rather another word."""


def _key(form: str) -> str:
    """The key of a form made here, as `keys.key` has it, for a tenth of the time."""
    return form.translate(_FOLDING)


def perfects(verb: str) -> Iterator[str]:
    """Keys of the perfect, active and passive, in the third person, alone and with an object."""
    plain = verb.replace(_SHADDA, "")
    yield from _perfect(plain)
    if _is_derived(plain) and len(plain) > 3 and plain[-2] == "ا" and plain[0] in "اأ":  # «أعاد»: «أعيد»
        yield from _perfect(plain[:-2] + "ي" + plain[-1])
    if plain[-1] in "ىا" and len(plain) > 3:  # «ألقى»: «ألقيت»
        yield from (_key(plain[:-1] + "ي" + ending) for ending in ("", "ت", "تا"))
    if len(plain) == 4 and plain[1] == "ا" and plain[-1] != "ى":  # «حاصر»: «حوصر»
        yield from (_key(plain[0] + "و" + plain[2:] + ending) for ending in ("", "ت", "وا"))


def _perfect(plain: str) -> Iterator[str]:
    weak = plain[-1] in "ىا"
    stem = plain[:-1] if weak else plain
    yield _key(plain)
    for ending in ("ت", "تا", "وا", "ن"):
        if (form := _key(stem + ending)) not in _WORDS_THEMSELVES and len(form) > 2:
            yield form
    yield _key(plain[:-1] + "يا" if weak else plain + "ا")
    for pronoun in _PRONOUNS:
        yield _key((stem + "ا" if weak else stem) + pronoun)
        yield _key(stem + "ت" + pronoun)
        yield _key(stem + "و" + pronoun)


def imperfects(verb: str, told: str | None) -> Iterator[str]:
    """Keys of the imperfect in «ي» and «ت», active and passive. `told` is what the lexicon says of it."""
    stem = (told or imperfect(verb))[1:]
    stems = {stem}
    if _is_derived(verb.replace(_SHADDA, "")) and len(stem) > 2 and stem[-2] == "ي":
        stems.add(stem[:-2] + "ا" + stem[-1])
    for one in stems:
        weak = one[-1] in "ىيو" and len(one) > 1
        cut = one[:-1] if weak else one
        for person in "يت":
            yield from (_key(person + one + ending) for ending in ("", "ان", "ا", "ن", *_PRONOUNS))
            yield from (_key(person + cut + ending) for ending in ("ون", "وا"))


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
    """The noun of action of a derived verb; form I has no rule."""
    plain = verb.replace(_SHADDA, "")
    weak, hollow = plain[-1] == "ى", len(plain) > 3 and plain[-2] == "ا"
    if verb[2:3] == _SHADDA and len(plain) == 3:
        return f"ت{plain[:2]}ية" if weak else f"ت{plain[:2]}ي{plain[2]}"
    if not _is_derived(plain):
        sound = len(plain) == 4 and plain[1] == "ا" and not weak
        return f"م{plain}ة" if sound else None
    if plain[0] == "ت":
        return plain
    stem = "ا" + plain[1:]
    if weak:
        return stem[:-1] + "اء"
    if not hollow:
        return stem[:-1] + "ا" + stem[-1]
    if plain[0] == "أ" or plain.startswith("است"):
        return stem + "ة"
    return stem[:-2] + "يا" + stem[-1]


def _is_derived(plain: str) -> bool:
    """Whether a perfect is of form IV to X, by its first letters and its length."""
    return len(plain) > 3 and (plain[0] in "أا" or (plain[0] == "ت" and plain[1] != "ا"))


def nouns(noun: str) -> tuple[str, ...]:
    """Keys of an indefinite or bound noun of action; with «ال» before the first it is definite."""
    word = _key(noun)
    if word.endswith("ه"):
        bound, plural = word[:-1] + "ت", word[:-1] + "ات"
        return (word, plural, bound + "ان", bound + "ين", *(bound + pronoun for pronoun in _PRONOUNS))
    return (word, word + "ا", word + "ات", word + "ين", word + "ان", *(word + pronoun for pronoun in _PRONOUNS))
