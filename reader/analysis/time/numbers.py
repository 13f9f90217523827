"""Number words: their forms are built from stems, and their values reckoned from the parts.

Gender swap, both cases of the sound plurals, the spellings of «مئة» and the joined hundreds all come from the
rules of the language, so that no list of numbers is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_TENS_ENDINGS = ("ون", "ين")
_DECADE_ENDINGS = ("ينات", "ينيات")


class Form(NamedTuple):
    """A surface with its class and its value, as the lexicon keeps them."""

    cls: str
    key: str
    surface: str


class Part(NamedTuple):
    """One word of a number; `joined` where «و» stands before it."""

    value: int
    joined: bool


def forms(stems: Mapping[str, Any]) -> Iterator[Form]:
    """Every number word that the stems of `words/numbers.toml` give."""
    yield from _cardinals(stems)
    yield from _ordinals(stems["ordinal"])
    yield from _decades(stems["ten"])


def _cardinals(stems: Mapping[str, Any]) -> Iterator[Form]:
    yield from _units(stems)
    for value, words in stems["one_and_two"].items():
        for word in words:
            yield Form("number", value, word)
    for eleven in ("أحد عشر", "إحدى عشرة", "أحد عشرة", "إحدى عشر"):
        yield Form("number", "11", eleven)
    for value, stem in stems["ten"].items():
        for ending in _TENS_ENDINGS:
            yield Form("number", value, f"{stem}{ending}")
            yield Form("the_ten", value, f"ال{stem}{ending}")
    for value, words in (*stems["hundred"].items(), *stems["thousand"].items()):
        if value != "stems":
            for word in words:
                yield Form("number", value, word)


def _units(stems: Mapping[str, Any]) -> Iterator[Form]:
    """Three to ten, and the hundreds that are written with them."""
    for value, words in stems["unit"].items():
        for stem in words:
            # ثلاث, ثلاثة; «ثمان» takes its «ي» before the feminine ending
            for form in (stem, f"{stem}ة"):
                yield Form("number", value, form)
                yield Form("the_number", value, f"ال{form}")
            if int(value) < 10:
                for hundred in stems["hundred"]["stems"]:
                    yield Form("number", f"{value}00", f"{stem}{hundred}")
                    yield Form("number", f"{value}00", f"{stem} {hundred}")


def _ordinals(stems: Mapping[str, list[str]]) -> Iterator[Form]:
    for value, words in stems.items():
        for stem in words:
            yield Form("ordinal", value, f"ال{stem}")
            if stem != "أول" and not stem.endswith(("ة", "ى")):  # «سابع المحرم»; «أول» has a class of its own
                yield Form("bare_ordinal", value, stem)
    yield Form("ordinal", "1", "الواحدة")


def _decades(stems: Mapping[str, str]) -> Iterator[Form]:
    for value, stem in stems.items():
        for ending in _DECADE_ENDINGS:
            yield Form("decade", value[0], f"{stem}{ending}")
            yield Form("the_decade", value[0], f"ال{stem}{ending}")


def value(parts: Iterable[Part]) -> int | None:
    """What a run of number words says: «ألف وتسعمئة وثمانية وأربعين» is 1948. None for «ثلاثة وأربعة», two numbers."""
    total = current = 0
    for part in parts:
        if part.joined and part.value < 100 and current % 100 > (9 if part.value >= 20 else 0):
            return None
        if part.value >= 1000:
            # «ألفين» and «ألفان» carry their two themselves
            total += max(1, current) * part.value if not part.joined else current + part.value
            current = 0
        elif part.value == 100 and 0 < current < 10 and not part.joined:
            current *= 100
        else:
            current += part.value  # «ثلاثة عشر» and «ثلاثة وعشرون» alike
    return total + current
