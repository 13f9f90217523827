"""Learns what the steps of a row gain (`events.choosing.WIDE` and `NARROW`): `python tests/eval/learn_rows.py`.

By greatest likelihood on the rows of the open passages that are held out of the recogniser: what it has read it hears
too well. Prints the weights, to be written there.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, NamedTuple

import answers
import numpy as np
import score_rows

from reader.analysis.events.choosing import Steps, Weights, Word, ending, steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

RIDGE: Final = 0.02
STEPS, RATE, SMALL = 150, 0.1, 1e-3
COUNT: Final = len(Weights._fields)
_START: Final = Weights(*[1.0 if name == "heard" else 0.0 for name in Weights._fields])


class Features(NamedTuple):
    """Of many rows, filled up to the longest: what each step to each word is made of `[rows, words, Steps, Weights]`,
    ends with each word `[rows, words, Weights]`, how many words there are and which of them the editor's row says."""

    ways: Numbers
    ends: Numbers
    lengths: NDArray[np.intp]
    said: NDArray[np.bool_]


def features(rows: Sequence[tuple[list[Word], list[bool]]]) -> Features:
    """Each step is linear in the weights: what it gains for each of them alone."""
    longest = max(len(words) for words, _ in rows)
    found = Features(
        np.zeros((len(rows), longest, len(Steps._fields), COUNT)),
        np.zeros((len(rows), longest, COUNT)),
        np.array([len(words) for words, _ in rows]),
        np.zeros((len(rows), longest), bool),
    )
    for number, (words, said) in enumerate(rows):
        bare = [word._replace(free=True, is_for_more=False) for word in words]
        found.said[number, : len(said)] = said
        for weight, alone in enumerate(np.eye(COUNT)):
            found.ways[number, : len(words), :, weight] = list(steps(bare, Weights(*alone)))
            found.ends[number, : len(words), weight] = [ending(word, Weights(*alone)) for word in bare]
    return found


def unlikeliness(given: Features, weights: Numbers) -> float:
    """The mean of -log probable of the editor's rows."""
    ways, ends = given.ways @ weights, given.ends @ weights
    many, longest = given.said.shape
    never = np.full(many, -1e9)
    before, said, omitted, after = np.zeros(many), never, never, never
    whole, gold = np.zeros(many), np.zeros(many)
    first = given.said.argmax(1)
    last = longest - 1 - given.said[:, ::-1].argmax(1)
    for at in range(longest):
        begin, on, gap, leave, back, omit = ways[:, at].T
        said, omitted, after = (
            np.logaddexp.reduce([before + begin, said + on, omitted + back]),
            np.logaddexp(said + gap, omitted + omit),
            np.logaddexp(said + leave, after),
        )
        ended = given.lengths == at + 1
        whole = np.where(ended, np.logaddexp(said + ends[:, at], after), whole)
        now = given.said[:, at]
        was = given.said[:, at - 1] if at else np.zeros(many, bool)
        gold += np.select(
            [now & (at == first), now & was, now, (at > first) & (at < last) & was, (at > first) & (at < last), was],
            [begin, on, back, gap, omit, leave],
            0.0,
        ) * (at < given.lengths)
        gold += np.where(ended & now, ends[:, at], 0.0)
    return float((whole - gold).mean())


def learn(given: Features) -> Weights:
    """By Adam, the gradient from small differences: there are ten weights."""
    weights, mean, square = np.array(_START), np.zeros(COUNT), np.zeros(COUNT)
    for number in range(1, STEPS + 1):
        here = unlikeliness(given, weights)
        slope = [(unlikeliness(given, weights + SMALL * one) - here) / SMALL for one in np.eye(COUNT)]
        slope = np.array(slope) + RIDGE * (weights - np.array(_START))
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        step = mean / (1 - 0.9**number) / (np.sqrt(square / (1 - 0.99**number)) + 1e-8)
        weights = weights - RATE * (1 - number / (STEPS + 1)) * step
    return Weights(*(round(float(weight), 2) for weight in weights))


def main() -> None:
    answers.recall()
    for narrow in (False, True):
        given = features(list(score_rows.choices(narrow=narrow)))
        learned = learn(given)
        was, now = (unlikeliness(given, np.array(weights)) for weights in (_START, learned))
        sys.stdout.write(f"{len(given.lengths)} rows, {was:.3f} -> {now:.3f}: {learned}\n")
    answers.keep()


if __name__ == "__main__":
    main()
