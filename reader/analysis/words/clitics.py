"""The letters that Arabic writes together with the word behind them, and where a word may be split."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.text.arabic import RIDING

if TYPE_CHECKING:
    from reader.analysis.words.tokens import Token

CONJUNCTIONS: Final = ("و", "ف")
PREPOSITIONS: Final = ("ب", "ل", "ك")
"""What may stand before a noun, behind a conjunction too."""
BEFORE_NOUNS: Final = (*CONJUNCTIONS, *PREPOSITIONS)
ARTICLES: Final = ("ال", "وال", "بال", "فال", "كال", "لل", "ولل")
"""The article with what may stand before it; its alef is lost to ل."""
FUTURE: Final = "س"
"""What makes an imperfect a future."""
CLITIC_LETTERS: Final = (*BEFORE_NOUNS, FUTURE)
MOST_CLITICS: Final = 2
"""Letters that may stand so before one noun."""
BEFORE: Final = f"[{''.join(CONJUNCTIONS)}]?[{''.join(PREPOSITIONS)}]?"
"""All that may stand so before a noun, for a regular expression."""
_LETTER: Final = re.compile(rf"[{RIDING}]*[^{RIDING}][{RIDING}]*")


class Reading(NamedTuple):
    """One way to split a word: `letters` belong to clitics, `key` is the rest."""

    letters: int
    key: str


@lru_cache(maxsize=1 << 16)
def readings(word: str) -> tuple[Reading, ...]:
    """The word itself, then without one clitic, then without two («وبالقاهرة»).

    Of «للقاهرة» only the first ل is a clitic; the article has lost its alef to it.
    """
    found = [Reading(0, word)]
    for letters in range(1, MOST_CLITICS + 1):
        if len(word) < letters + 3 or word[letters - 1] not in BEFORE_NOUNS:
            break
        if letters > 1 and word[0] not in CONJUNCTIONS:
            break
        rest = word[letters:]
        if word[letters - 1] == "ل" and rest.startswith("ل") and len(rest) > 3:
            found.append(Reading(letters, "ا" + rest))
        found.append(Reading(letters, rest))
    return tuple(found)


def after_letters(text: str, token: Token, count: int) -> int:
    """The position behind the first `count` letters of `token` and what rides on them."""
    position = token.start
    for _ in range(count):
        match = _LETTER.match(text, position, token.end)
        if match is None:
            break
        position = match.end()
    return position
