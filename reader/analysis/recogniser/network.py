"""The trained recogniser: from text to mentions, with ONNX Runtime and numpy only.

The weights are read when they are first needed. Paragraphs that follow each other are read together, a stretch,
so that a surname meets the full name before it. A stretch too long for one window is read in several that
overlap, so cost grows with the length of the text and no word stands at an edge without context.
"""

from __future__ import annotations

import os
import re
from array import array
from bisect import bisect_right
from functools import cache
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from reader.analysis.model import LOGIT, Happening, Mention, MentionBasis, RowWords, Tie
from reader.analysis.recogniser.pieces import END, START, Tokenizer, units
from reader.analysis.recogniser.tags import CLITICS, HAPPENED, TAGS, TIED, TIES, decode, runs, ties
from reader.analysis.words.clitics import CLITIC_LETTERS, CONJUNCTIONS, MOST_CLITICS, PREPOSITIONS
from reader.text.arabic import TATWEEL
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]
    Scorer = Callable[[NDArray[np.int64]], Numbers]
    """Piece ids `[rows, pieces]` to raw scores `[rows, pieces, OUTPUTS]`."""

STRETCH: Final = 800
"""Characters of paragraphs that are read together: nearly always one window."""
WINDOW: Final = 318
"""Pieces that are read at once, without the two at the ends."""
OVERLAP: Final = 48
HARDLY: Final = 0.05
"""How probable a happening has to be to be spoken of."""
HARDLY_TIED: Final = 0.05
"""How probable it has to be that a name has a part in it."""
MAYBE_NAME: Final = 0.1
"""How probable it has to be that a name begins with a word for it to be asked."""
TIED_NAMES: Final = 16
"""Names that are asked of a happening, half before it and half behind: what bounds the work in a list of names."""
_OF_NAMES: Final = [TIES.index(tie) for tie in ("who", "where", "put in")]
_OF_ROWS: Final = [TIES.index(tie) for tie in ("long", "short")]
HARDLY_SAID: Final = -4.0
"""The logit that a word has to have for a row to reach for it."""
ROW_BEFORE, ROW_BEHIND = 30, 55
"""Units before a happening and behind it among which those of its row are."""
THREADS: Final = 2
"""Threads of one process that is alone on the machine; more gain little on pieces of this size."""


def stretches(blocks: Iterable[Span]) -> Iterator[tuple[Span, ...]]:
    """The blocks in the groups in which they are best read: as many as STRETCH characters hold, and at least one.

    Groups of a beginning are those of the whole, but for the last.
    """
    together: list[Span] = []
    for block in blocks:
        if together and block.end - together[0].start > STRETCH:
            yield tuple(together)
            together = []
        together.append(block)
    if together:
        yield tuple(together)


_TATWEEL_CLITIC: Final = re.compile(f"[{''.join(CONJUNCTIONS)}]?[{''.join(PREPOSITIONS)}]{TATWEEL}(?=ال[^{TATWEEL}]+$)")
"""«لـ» before a name that has kept its article: no name is written so otherwise."""


class Said(NamedTuple):
    """What the network says of a text, in its order."""

    mentions: list[Mention]
    happenings: list[Happening]


class _Window(NamedTuple):
    """Pieces of the units `first` to `last` (exclusive) of a stretch."""

    first: int
    last: int
    pieces: list[int]


class _Stretch:
    """The units of some paragraphs that have pieces; `ends` are the numbers of units before each paragraph's end."""

    def __init__(self, text: str, blocks: Sequence[Span], tokenizer: Tokenizer) -> None:
        self.spans: list[Span] = []
        self.pieces: list[tuple[int, ...]] = []
        self.ends: list[int] = []
        for block in blocks:
            for unit in units(text, block):
                pieces = tokenizer.cut(unit.span.of(text), unit.spaced)
                if pieces:
                    self.spans.append(unit.span)
                    self.pieces.append(pieces)
            self.ends.append(len(self.spans))

    def windows(self) -> Iterator[_Window]:
        first = 0
        while first < len(self.pieces):
            last, size = first, 0
            while last < len(self.pieces) and (size + len(self.pieces[last]) <= WINDOW or last == first):
                size += len(self.pieces[last])
                last += 1
            yield _Window(first, last, [piece for unit in self.pieces[first:last] for piece in unit][:WINDOW])
            if last == len(self.pieces):
                return
            first = max(self._back(last), first + 1)

    def _back(self, last: int) -> int:
        """The unit from which about OVERLAP pieces lead up to unit `last`."""
        size = 0
        while size < OVERLAP and last > 0:
            last -= 1
            size += len(self.pieces[last])
        return last


class Recogniser:
    """Finds mentions. `score` is the network; anything that scores pieces will do."""

    def __init__(self, tokenizer: Tokenizer, score: Scorer) -> None:
        self._tokenizer = tokenizer
        self._score = score

    def find(
        self, text: str, groups: Iterable[Sequence[Span]], *, stop: Callable[[], bool] = lambda: False
    ) -> list[Mention]:
        """The names alone of what `read` gives."""
        return self.read(text, groups, stop=stop).mentions

    def read(self, text: str, groups: Iterable[Sequence[Span]], *, stop: Callable[[], bool] = lambda: False) -> Said:
        """What the network says of `groups` of blocks (`stretches`) of `text`, in their order: names, of which none
        overlap and none crosses the end of a block, and the words that may tell of a happening. Where `stop()` turns
        true, those of the groups that were fully read."""
        said = Said([], [])
        for blocks in groups:
            stretch = _Stretch(text, blocks, self._tokenizer)
            scores: list[tuple[_Window, Numbers]] = []
            for window in stretch.windows():
                if stop():
                    return said
                scores.append((window, self._rows(window, stretch)))
            if scores:
                rows = _merge(scores, len(stretch.spans))
                said.mentions.extend(_mentions(text, stretch, rows))
                said.happenings.extend(_happenings(text, stretch, rows))
        return said

    def _rows(self, window: _Window, stretch: _Stretch) -> Numbers:
        """The scores of a window's units, each at its first piece. It is read alone: what else is in a call of the
        network changes how finely its 8 bits count, and so what it says."""
        ids = np.array([[START, *window.pieces, END]], np.int64)
        sizes = [len(unit) for unit in stretch.pieces[window.first : window.last]]
        firsts = np.cumsum([1, *sizes[:-1]])
        return self._score(ids)[0, np.minimum(firsts, len(window.pieces) + 1)]  # type: ignore[no-any-return]


def _merge(parts: list[tuple[_Window, Numbers]], count: int) -> Numbers:
    """One row of scores for each unit: where windows overlap, from the one in which it stands further inside."""
    if len(parts) == 1:
        return parts[0][1]
    merged = np.zeros((count, parts[0][1].shape[1]), np.float32)
    begin = 0
    for index, (window, rows) in enumerate(parts):
        following = parts[index + 1][0].first if index + 1 < len(parts) else window.last
        end = (following + window.last) // 2 if index + 1 < len(parts) else window.last
        merged[begin:end] = rows[begin - window.first : end - window.first]
        begin = end
    return merged


def _mentions(text: str, stretch: _Stretch, scores: Numbers) -> Iterator[Mention]:
    tags = _log_softmax(scores[:, : len(TAGS)])
    clitics = scores[:, CLITICS]
    path = np.concatenate([decode(tags[begin:end]) for begin, end in pairwise([0, *stretch.ends])])
    chosen = tags[np.arange(len(path)), path]
    for first, last, type_ in runs(path):
        span = Span(_after_clitics(text, stretch.spans[first], clitics[first]), stretch.spans[last - 1].end)
        score = round(float(np.exp(chosen[first:last].mean())), 3)
        name = span.of(text)
        # A clitic may stand alone before a Latin name: «وIBM». A sign, a mark or tatweel names nothing.
        if name not in CLITIC_LETTERS and any(letter.isalnum() for letter in name.replace(TATWEEL, "")):
            yield Mention(span, type_, score=score, basis=MentionBasis.MODEL)


def _happenings(text: str, stretch: _Stretch, scores: Numbers) -> Iterator[Happening]:
    if scores.shape[1] < HAPPENED.stop:  # weights that know names alone
        return
    shares = np.exp(_log_softmax(scores[:, HAPPENED]))
    names = np.flatnonzero(np.exp(_log_softmax(scores[:, : len(TAGS)]))[:, 1::2].sum(axis=1) >= MAYBE_NAME)
    told_of = np.flatnonzero(shares[:, 0] <= 1 - HARDLY)
    tied = scores.shape[1] >= TIED.stop
    together = _together(text, stretch, scores[:, TIED]) if tied else np.zeros(0, np.float32)
    for unit in told_of:
        _, told, planned = (round(float(share), 3) for share in shares[unit])
        if not tied:
            yield Happening(stretch.spans[unit], told, planned)
            continue
        ties_ = tuple(_ties(stretch, scores, int(unit), names))
        yield Happening(stretch.spans[unit], told, planned, ties_, _row(stretch, scores, int(unit), together))


def _ties(stretch: _Stretch, scores: Numbers, happening: int, names: NDArray[np.intp]) -> Iterator[Tie]:
    """Those of a happening and the `names` nearest to it that may well have a part in it, and of the first and the last
    of these in any case: they say which names were asked."""
    at = int(np.searchsorted(names, happening))
    near = names[max(0, at - TIED_NAMES // 2) : at + TIED_NAMES // 2]
    raw = ties(scores[[happening], TIED], scores[near, TIED])[:, _OF_NAMES]
    parts = np.exp(-np.logaddexp(0, -raw))  # 1 / (1 + e^-raw), which no number is too small for
    begin = stretch.spans[happening].start
    for name, tied in zip(near, parts, strict=True):
        if max(tied) >= HARDLY_TIED or name in (near[0], near[-1]):
            yield Tie(stretch.spans[name].start - begin, *(round(float(one), 3) for one in tied))


def _together(text: str, stretch: _Stretch, tied: Numbers) -> Numbers:
    """How surely each unit is said in rows just when the word before it is, by their rows of TIED; signs are no
    words."""
    words = [at if text[span.start].isalnum() else 0 for at, span in enumerate(stretch.spans)]
    before = np.maximum.accumulate([0, *words[:-1]])
    return ties(tied[before], tied)[:, TIES.index("together")]


def _row(stretch: _Stretch, scores: Numbers, happening: int, together: Numbers) -> RowWords:
    """What its row says of the units of its paragraph from the first that it may well say to the last."""
    block = bisect_right(stretch.ends, happening)
    begin = max(stretch.ends[block - 1] if block else 0, happening - ROW_BEFORE)
    end = min(stretch.ends[block], happening + ROW_BEHIND)
    raw = ties(scores[[happening], TIED], scores[begin:end, TIED])
    may = np.flatnonzero(raw[:, _OF_ROWS].max(axis=1) > HARDLY_SAID)
    first, last = min(may.min(initial=end), happening - begin), max(may.max(initial=0), happening - begin)
    raw, near = raw[first : last + 1], slice(begin + first, begin + last + 1)
    at = stretch.spans[happening].start
    said = (raw[:, TIES.index(tie)] for tie in ("long", "short", "behind"))
    return RowWords(
        array("i", [span.start - at for span in stretch.spans[near]]), *map(_sixteenths, (*said, together[near]))
    )


def _sixteenths(logits: Numbers) -> array[int]:
    return array("b", np.clip(np.rint(logits * LOGIT), -127, 127).astype(np.int8).tobytes())


def _log_softmax(scores: Numbers) -> Numbers:
    shifted = scores - scores.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))  # type: ignore[no-any-return]


def _after_clitics(text: str, span: Span, scores: Numbers) -> int:
    """Where the name begins within its first unit: behind the most probable number of clitic letters that the
    unit does begin with."""
    if tatweel := _TATWEEL_CLITIC.match(text, span.start, span.end):
        return tatweel.end()
    ends = [span.start]
    letters = [index for index in range(span.start, span.end) if text[index].isalpha() and text[index] != TATWEEL]
    for letter, following in pairwise(letters[: MOST_CLITICS + 1]):
        if text[letter] not in CLITIC_LETTERS:
            break
        ends.append(following)
    return ends[int(scores[: len(ends)].argmax())]


def folder() -> Path:
    """Where the weights lie: `names.onnx` and `pieces.txt`."""
    return Path(str(resources.files("reader.analysis.recogniser"))) / "weights"


def available() -> bool:
    """Whether the weights are there and what runs them is installed; loads neither."""
    from importlib.util import find_spec

    return (folder() / "names.onnx").is_file() and find_spec("onnxruntime") is not None


@cache
def recogniser(threads: int = THREADS) -> Recogniser:
    """The shipped recogniser; loaded at the first call."""
    return load(folder(), threads)


def load(weights: Path, threads: int = THREADS) -> Recogniser:
    """The recogniser whose `names.onnx` and `pieces.txt` are in the folder `weights`."""
    # ONNX Runtime keeps a store of events and a number of the device in the user's home, to be sent one day.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime  # type: ignore[import-not-found,import-untyped,unused-ignore]

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.disable_quant_qdq", "1")  # unpacks int8 weights once, not every time
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(weights / "names.onnx"), options, ["CPUExecutionProvider"])

    def score(ids: NDArray[np.int64]) -> Numbers:
        return session.run(None, {"ids": ids})[0]  # type: ignore[no-any-return]

    return Recogniser(Tokenizer.load(weights / "pieces.txt"), score)
