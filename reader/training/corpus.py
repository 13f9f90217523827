"""Labelled text in one form, whatever corpus it comes from.

Every reader gives `Sample`s: a text as it would be printed, labelled spans of characters, and the convention it
was labelled by. `encode` turns a sample into what the model learns from. What a corpus does not say (which of
three types a MISC is, where a clitic ends, what stands inside an occupation) is left open, not guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.analysis.model import EntityType
from reader.analysis.recogniser.pieces import END, START, Tokenizer, units
from reader.analysis.recogniser.tags import HAPPENINGS, TIES, TYPES
from reader.analysis.words.clitics import CLITIC_LETTERS, MOST_CLITICS
from reader.text.arabic import TATWEEL
from reader.text.span import Span
from reader.training.opened import word_begins
from reader.training.samples import ANY_OF, INLINE, UNSAID, Convention, Label, Row, Sample

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence
    from pathlib import Path

    from reader.training.clitics import Attested

IGNORED: Final = -100
_COLUMNS: Final = {"PER": "person", "LOC": "location", "ORG": "organisation", "MISC": ANY_OF}
_WOJOOD: Final = {
    "PERS": "person",
    "ORG": "organisation",
    "PRODUCT": "product",
    **dict.fromkeys(("GPE", "LOC", "FAC"), "location"),
    **dict.fromkeys(("EVENT", "LAW"), "work"),
    **dict.fromkeys(("OCC", "NORP", "WEBSITE"), UNSAID),
}
"""Occupations hide the names inside them, nationalities are no mentions here but tribes are; the rest is O."""
_GROUP_SIZE: Final = 20
"""Sentences that follow each other in a corpus and are held out together."""


def read_columns(path: Path, convention: Convention) -> list[Sample]:
    """Sentences of a two-column file: `token<TAB>BIO tag`, a blank line after each."""
    types = _WOJOOD if convention is Convention.WOJOOD else _COLUMNS
    samples = []
    for number, sentence in enumerate(re.split(r"\n\s*\n", path.read_text("utf-8").strip())):
        rows = [(row[0], row[-1]) for row in (line.split() for line in sentence.splitlines()) if len(row) > 1]
        text, spans = _print([token for token, _ in rows])
        labels = tuple(_labels(spans, [tag for _, tag in rows], types))
        samples.append(Sample(text, labels, convention, f"{path.parent.name}/{path.name}:{number // _GROUP_SIZE}"))
    return samples


_NO_SPACE_BEFORE: Final = frozenset(".,،؛;:!؟?)»”%")
_NO_SPACE_AFTER: Final = frozenset("(«“")


def _print(tokens: list[str]) -> tuple[str, list[Span]]:
    """The tokens as they would be printed, and where each of them stands."""
    text = ""
    spans = []
    for token in tokens:
        if text and text[-1] not in _NO_SPACE_AFTER and token[0] not in _NO_SPACE_BEFORE:
            text += " "
        spans.append(Span(len(text), len(text) + len(token)))
        text += token
    return text, spans


def _labels(spans: list[Span], tags: list[str], types: dict[str, str]) -> Iterator[Label]:
    current: Label | None = None
    for span, tag in zip(spans, tags, strict=True):
        prefix, _, name = tag.partition("-")
        type_ = types.get(name)
        if prefix == "I" and current is not None and type_ == current.type:
            current = replace(current, span=Span(current.span.start, span.end))
            continue
        if current is not None:
            yield current
        current = Label(span, type_) if type_ is not None else None
    if current is not None:
        yield current


_MARKUP: Final = re.compile(r"\[(PER|LOC|ORG|PRO|WRK|OTH) ([^\[\]]+)\]")


def read_inline(path: Path) -> list[Sample]:
    """Pieces of our own text, names marked `[PER …]`: one sample a piece, one line a sentence.

    Raises ValueError, naming the line, where a bracket is left over.
    """
    samples = []
    for piece in re.split(r"\n\s*\n", path.read_text("utf-8").strip()):
        lines = [line.strip() for line in piece.splitlines() if line.strip() and not line.startswith("#")]
        if not lines:
            continue
        text, labels = _unmark("\n".join(lines))
        if "[" in text or "]" in text:
            raise ValueError(f"{path}: a bracket is left over in the piece «{text[:60]}»")
        group = f"{path.parent.name}:{text.splitlines()[0]}"  # stays the same when labels are corrected
        samples.append(Sample(text, tuple(labels), Convention.OURS, group))
    return samples


def _unmark(marked: str) -> tuple[str, list[Label]]:
    text = ""
    labels = []
    position = 0
    for match in _MARKUP.finditer(marked):
        text += marked[position : match.start()]
        name = match[2].strip()
        labels.append(Label(Span(len(text), len(text) + len(name)), INLINE[match[1]]))
        text += name
        position = match.end()
    return text + marked[position:], labels


_ENDS: Final = (". ", "؟", "!", "؛", "\n")
"""What a sentence ends with."""
_BEFORE, _BEHIND = 25, 45
"""Words before a happening and behind it among which those of its row are."""


_LINE: Final = re.compile(r"[^\n]{1,1000}(?=\n|$)|[^\n]{1,1000}[.؟!؛](?= )|[^\n]+")
"""As long as a window may hold, or up to a sentence's end."""


def sentences(sample: Sample) -> list[Sample]:
    """The sample line by line, long lines in several parts."""
    return [_part(sample, Span(*match.span())) for match in _LINE.finditer(sample.text)]


def _part(sample: Sample, line: Span) -> Sample:
    def within(labels: Iterable[Label]) -> tuple[Label, ...]:
        return tuple(_moved(label, -line.start) for label in labels if line.covers(label.span))

    happenings = None if sample.happenings is None else within(sample.happenings)
    return replace(sample, text=line.of(sample.text), labels=within(sample.labels), happenings=happenings)


def _moved(label: Label, by: int) -> Label:
    return label.moved(lambda _: by)


class Tie(NamedTuple):
    """The positions of the first pieces of a word that asks and of one that answers, and for each of TIES whether they
    are tied so: 0, 1 or IGNORED."""

    asks: int
    answers: int
    tied: tuple[int, ...]


def _tie(asks: int, answers: int, **tied: int) -> Tie:
    return Tie(asks, answers, tuple(tied.get(tie.replace(" ", "_"), IGNORED) for tie in TIES))


@dataclass(frozen=True, slots=True)
class Example:
    """What the model sees and should answer. `firsts` are the positions of the units' first pieces; `tags` the
    index of each unit's tag (13 and 14: B and I of ANY_OF), `clitics` its number of clitic letters and `happenings`
    what it is to the timeline, IGNORED where unknown."""

    ids: tuple[int, ...]
    firsts: tuple[int, ...]
    tags: tuple[int, ...]
    clitics: tuple[int, ...]
    happenings: tuple[int, ...]
    ties: tuple[Tie, ...]
    convention: int


ANY_TAG: Final = 2 * len(TYPES) + 1
_THINGS: Final = ("product", "work", "other")
"""Whether these take part the open passages do not say."""


def encode(sample: Sample, tokenizer: Tokenizer, attested: Attested) -> Example:
    """The sample as pieces and labels."""
    ids = [START]
    starts, firsts, tags, clitics, happenings = [], [], [], [], []
    ends_before = 0
    labels = iter(sample.labels)
    label = next(labels, None)
    for unit in units(sample.text, Span(0, len(sample.text))):
        pieces = tokenizer.cut(unit.span.of(sample.text), unit.spaced)
        if not pieces:
            continue
        while label is not None and label.span.end <= unit.span.start:
            ends_before, label = label.span.end, next(labels, None)
        starts.append(unit.span.start)
        firsts.append(len(ids))
        ids.extend(pieces)
        tag, clitic = _answer(sample, label, unit.span, ends_before, attested)
        tags.append(tag)
        clitics.append(clitic)
        happenings.append(_happening(sample, unit.span))
    answers = (tuple(firsts), tuple(tags), tuple(clitics), tuple(happenings))
    ties = tuple(_ties(sample, lambda at: firsts[max(0, bisect_right(starts, at) - 1)])) if firsts else ()
    return Example((*ids, END), *answers, ties, int(sample.convention))


def _ties(sample: Sample, piece: Callable[[int], int]) -> Iterator[Tie]:
    """Those of each happening whose parts are known, or its row; `piece` says which piece stands at a position of the
    text."""
    for happening in sample.happenings or ():
        if happening.parts is not None:
            yield from _ties_of_names(sample, happening, piece)
        if happening.row is not None:
            yield from _ties_of_words(sample.text, happening.span.start, happening.row, piece)


def _ties_of_names(sample: Sample, happening: Label, piece: Callable[[int], int]) -> Iterator[Tie]:
    """A happening with each name, where it stands nearest to it."""
    at = happening.span.start
    nearest: dict[str, Label] = {}
    for label in sorted(sample.labels, key=lambda one: abs(one.span.start - at)):
        nearest.setdefault(label.span.of(sample.text), label)
    for name, label in nearest.items():
        who, where = (_takes_part(name, names) for names in happening.parts or ())
        who = IGNORED if label.type in _THINGS else who
        put_in = IGNORED if happening.row is None else _is_put_in(name, happening.row.put_in, nearest)
        yield _tie(piece(at), piece(label.span.start), who=who, where=where, put_in=put_in)


def _is_put_in(name: str, put_in: frozenset[str], names: Container[str]) -> int:
    """Whether a row puts a name in, by a part of it or with more around it if it is none of the names."""
    if name in put_in:
        return 1
    words, others = set(name.split()), [said for said in put_in if said not in names]
    if any(said.endswith(name) or set(said.split()) <= words for said in others):
        return 1
    return 0 if all(words.isdisjoint(said.split()) for said in put_in) else IGNORED


def _ties_of_words(text: str, at: int, row: Row, piece: Callable[[int], int]) -> Iterator[Tie]:
    """A happening with the words of its sentence, and each of these with the one before it."""
    words = _near(text, at)
    for word in words:
        said, briefly, before = (int(word in kept) for kept in row[:3])
        yield _tie(piece(at), piece(word), long=said, short=briefly, behind=before)
    for before, word in pairwise(words):
        yield _tie(piece(before), piece(word), together=int((before in row.long) is (word in row.long)))


def _near(text: str, at: int) -> list[int]:
    """Where the words begin of the sentence in which something stands, as far as a row may reach for them."""
    start = max(text.rfind(sign, 0, at) for sign in _ENDS) + 1
    end = min((found for sign in _ENDS if (found := text.find(sign, at)) >= 0), default=len(text))
    begins = [start + word for word in word_begins(text[start:end])]
    here = bisect_right(begins, at) - 1
    return begins[max(0, here - _BEFORE) : here + _BEHIND]


def _takes_part(name: str, names: frozenset[str]) -> int:
    """IGNORED where it may be another form of one of the names."""
    if name in names or not names:
        return int(name in names)
    words = set(name.split())
    return 0 if all(words.isdisjoint(other.split()) for other in names) else IGNORED


def _happening(sample: Sample, unit: Span) -> int:
    if sample.happenings is None:
        return IGNORED
    types = [label.type for label in sample.happenings if label.span.overlaps(unit)]
    if not types:
        return 0
    return IGNORED if UNSAID in types else HAPPENINGS.index(types[0])


def _answer(sample: Sample, label: Label | None, unit: Span, ends_before: int, attested: Attested) -> tuple[int, int]:
    if ends_before > unit.start or (label is not None and unit.start < label.span.end < unit.end):
        return IGNORED, IGNORED  # a name ends within this unit
    if label is None or not label.span.overlaps(unit):
        return 0, IGNORED
    if label.type == UNSAID:
        return IGNORED, IGNORED
    if label.span.start < unit.start:
        return _tag(label.type) + 1, IGNORED
    word = unit.of(sample.text)
    if label.span.start > unit.start:
        letters = _clitic_letters(sample.text[unit.start : label.span.start])
        return (IGNORED, IGNORED) if letters is None else (_tag(label.type), letters)
    known = sample.convention is Convention.OURS or word[0] not in CLITIC_LETTERS
    return _tag(label.type), 0 if known else attested.clitics(word)


def _tag(type_: str) -> int:
    return ANY_TAG if type_ == ANY_OF else 2 * TYPES.index(EntityType(type_)) + 1


_NO_LETTER: Final = re.compile(rf"\W|{TATWEEL}")


def _clitic_letters(text: str) -> int | None:
    letters = _NO_LETTER.sub("", text)
    return len(letters) if len(letters) <= MOST_CLITICS and set(letters) <= set(CLITIC_LETTERS) else None


def gather(paths: Iterable[Path]) -> list[Sample]:
    """All pieces of our own text in the given folders, a folder a writer."""
    return [sample for folder in paths for path in sorted(folder.glob("*.txt")) for sample in read_inline(path)]


def own_text(root: Path) -> list[Sample]:
    """Our own labelled text below `root`, a folder a writer."""
    return gather(path for path in sorted(root.glob("*")) if path.is_dir())


def join(parts: Sequence[Sample], between: str = " ") -> Sample:
    """The parts as one text, `between` them a space or the end of a line."""
    text = ""
    labels: list[Label] = []
    happenings: list[Label] = []
    for part in parts:
        text += between * bool(text)
        labels += (_moved(label, len(text)) for label in part.labels)
        happenings += (_moved(label, len(text)) for label in part.happenings or ())
        text += part.text
    told = None if parts[0].happenings is None else tuple(happenings)
    return replace(parts[0], text=text, labels=tuple(labels), happenings=told)
