"""What a recogniser would hear if it heard every verb that the lists know, and every noun of action that stands bare:
for tests of what comes behind it."""

from reader.analysis.model import Happening
from reader.analysis.words.tokens import tokenise
from reader.analysis.words.verbs import Flag, trigger
from reader.text.span import Span


def hear(text: str, told: float = 0.9) -> tuple[Happening, ...]:
    words = tokenise(text, Span(0, len(text)))
    heard = (
        Span(word.start, word.end) for word in words if _is_heard(word.key, marbuta="ة" in text[word.start : word.end])
    )
    return tuple(Happening(span, told, 0.0) for span in heard)


def _is_heard(word: str, *, marbuta: bool) -> bool:
    said = trigger(word, marbuta=marbuta)
    if said is None:
        return False
    if said.verb is not None:
        return Flag.HELD not in said.verb.flags
    return said.letters == 0 and not word.startswith("ال")
