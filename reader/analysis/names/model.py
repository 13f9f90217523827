"""The trained recogniser: from text to mentions, with ONNX Runtime and numpy only.

The weights are read when they are first needed. Texts are read in windows of bounded length that overlap, so
cost grows with the length of the text and no word stands at an edge without context.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from reader.analysis.model import Mention, MentionBasis
from reader.analysis.names.tags import CLITIC_LETTERS, MOST_CLITICS, TAGS, decode, runs
from reader.analysis.names.tokenizer import END, PAD, START, Tokenizer, units
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]
    Scorer = Callable[[NDArray[np.int64]], Numbers]
    """Piece ids `[rows, pieces]`, padded with PAD, to raw scores `[rows, pieces, OUTPUTS]`."""

WINDOW: Final = 254
"""Pieces that are read at once, without the two at the ends."""
OVERLAP: Final = 64
PIECES_A_CALL: Final = 1024
"""Upper bound of rows times length in one call of the network: what bounds memory."""
THREADS: Final = 2


class _Window(NamedTuple):
    """Pieces of the units `first` to `last` (exclusive) of block number `block`."""

    block: int
    first: int
    last: int
    pieces: list[int]


class _Block:
    """The units of one paragraph that have pieces, and the scores they get."""

    def __init__(self, text: str, span: Span, tokenizer: Tokenizer) -> None:
        self.spans: list[Span] = []
        self.pieces: list[tuple[int, ...]] = []
        for unit in units(text, span):
            pieces = tokenizer.cut(unit.span.of(text), unit.spaced)
            if pieces:
                self.spans.append(unit.span)
                self.pieces.append(pieces)

    def windows(self, block: int) -> Iterator[_Window]:
        first = 0
        while first < len(self.pieces):
            last, size = first, 0
            while last < len(self.pieces) and (size + len(self.pieces[last]) <= WINDOW or last == first):
                size += len(self.pieces[last])
                last += 1
            yield _Window(block, first, last, [piece for unit in self.pieces[first:last] for piece in unit][:WINDOW])
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

    def find(self, text: str, blocks: Iterable[Span], *, stop: Callable[[], bool] = lambda: False) -> list[Mention]:
        """The names in `blocks` of `text`, block by block; none overlap. Where `stop()` turns true, those of
        the blocks that were fully read."""
        read = [_Block(text, span, self._tokenizer) for span in blocks]
        windows = [window for number, block in enumerate(read) for window in block.windows(number)]
        scores: list[list[tuple[_Window, Numbers]]] = [[] for _ in read]
        left = [0] * len(read)
        for window in windows:
            left[window.block] += 1
        for batch in _batches(windows):
            if stop():
                break
            for window, rows in zip(batch, self._rows(batch, read), strict=True):
                scores[window.block].append((window, rows))
                left[window.block] -= 1
        return [
            mention
            for number, block in enumerate(read)
            if block.spans and not left[number]
            for mention in _mentions(text, block, _merge(scores[number], len(block.spans)))
        ]

    def _rows(self, batch: Sequence[_Window], read: Sequence[_Block]) -> Iterator[Numbers]:
        """For each window the scores of its units, each at its first piece."""
        length = max(len(window.pieces) for window in batch) + 2
        ids = np.full((len(batch), length), PAD, np.int64)
        for row, window in enumerate(batch):
            ids[row, : len(window.pieces) + 2] = [START, *window.pieces, END]
        scores = self._score(ids)
        for row, window in enumerate(batch):
            sizes = [len(unit) for unit in read[window.block].pieces[window.first : window.last]]
            firsts = np.cumsum([1, *sizes[:-1]])
            yield scores[row, np.minimum(firsts, length - 1)]


def _batches(windows: Iterable[_Window]) -> Iterator[list[_Window]]:
    """Windows of like length together, so that little is padding."""
    batch: list[_Window] = []
    for window in sorted(windows, key=lambda window: len(window.pieces)):
        if batch and (len(batch) + 1) * (len(window.pieces) + 2) > PIECES_A_CALL:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def _merge(parts: list[tuple[_Window, Numbers]], count: int) -> Numbers:
    """One row of scores for each unit: where windows overlap, from the one in which it stands further inside."""
    parts.sort(key=lambda part: part[0].first)
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


def _mentions(text: str, block: _Block, scores: Numbers) -> Iterator[Mention]:
    tags = _log_softmax(scores[:, : len(TAGS)])
    clitics = _log_softmax(scores[:, len(TAGS) :])
    path = decode(tags)
    chosen = tags[np.arange(len(path)), path]
    for first, last, type_ in runs(path):
        start = _after_clitics(text, block.spans[first], clitics[first])
        score = float(np.exp(chosen[first:last].mean()))
        yield Mention(Span(start, block.spans[last - 1].end), type_, score=round(score, 3), basis=MentionBasis.MODEL)


def _log_softmax(scores: Numbers) -> Numbers:
    shifted = scores - scores.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))  # type: ignore[no-any-return]


def _after_clitics(text: str, span: Span, scores: Numbers) -> int:
    """Where the name begins within its first unit: behind the most probable number of clitic letters that the
    unit does begin with."""
    ends = [span.start]
    letters = [index for index in range(span.start, span.end) if text[index].isalpha() and text[index] != "\u0640"]
    for letter, following in pairwise(letters[: MOST_CLITICS + 1]):
        if text[letter] not in CLITIC_LETTERS:
            break
        ends.append(following)
    return ends[int(scores[: len(ends)].argmax())]


def folder() -> Path:
    """Where the weights lie: `names.onnx` and `pieces.txt`."""
    return Path(str(resources.files("reader.analysis.names"))) / "weights"


def available() -> bool:
    """Whether the weights are there and what runs them is installed; loads neither."""
    from importlib.util import find_spec

    return (folder() / "names.onnx").is_file() and find_spec("onnxruntime") is not None


@cache
def recogniser() -> Recogniser:
    """The shipped recogniser; loaded at the first call."""
    return load(folder())


def load(weights: Path) -> Recogniser:
    """The recogniser whose `names.onnx` and `pieces.txt` are in the folder `weights`."""
    import onnxruntime  # type: ignore[import-not-found,import-untyped,unused-ignore]

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.disable_quant_qdq", "1")  # unpacks int8 weights once, not every time
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(weights / "names.onnx"), options, ["CPUExecutionProvider"])

    def score(ids: NDArray[np.int64]) -> Numbers:
        return session.run(None, {"ids": ids})[0]  # type: ignore[no-any-return]

    return Recogniser(Tokenizer.load(weights / "pieces.txt"), score)
