from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.model import EntityType
from reader.analysis.recogniser.tags import TAGS, decode, runs

B_PERSON, I_PERSON = TAGS.index("B-person"), TAGS.index("I-person")
B_PLACE, I_PLACE = TAGS.index("B-location"), TAGS.index("I-location")


def sound(tags: list[int]) -> bool:
    follows = zip([0, *tags], tags, strict=False)
    return all(tag == 0 or tag % 2 == 1 or before in (tag - 1, tag) for before, tag in follows)


@pytest.mark.parametrize(
    ("favourites", "expected"),
    [
        ([0, B_PERSON, I_PERSON, 0], [0, B_PERSON, I_PERSON, 0]),  # sound already
        ([I_PERSON, I_PERSON], [B_PERSON, I_PERSON]),  # nothing goes on that has not begun
        ([B_PERSON, B_PERSON], [B_PERSON, B_PERSON]),  # two names side by side
        ([B_PLACE, I_PLACE, I_PLACE], [B_PLACE, I_PLACE, I_PLACE]),
    ],
)
def test_decode(favourites: list[int], expected: list[int]) -> None:
    scores = np.full((len(favourites), len(TAGS)), -6.0, np.float32)
    for row, tag in enumerate(favourites):
        scores[row, tag - 1 if tag and tag % 2 == 0 else tag] = -1
        scores[row, tag] = -0.1
    assert decode(scores).tolist() == expected


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 2**32 - 1), st.integers(0, 3))
def test_decode_finds_the_best_sound_sequence(seed: int, length: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(length, len(TAGS))).astype(np.float32)
    found = decode(scores).tolist()
    sequences = (list(tags) for tags in itertools.product(range(len(TAGS)), repeat=length))
    best = max(sum(scores[row, tag] for row, tag in enumerate(tags)) for tags in sequences if sound(tags))
    assert sound(found)
    assert sum(scores[row, tag] for row, tag in enumerate(found)) == pytest.approx(best, abs=1e-4)


def test_runs() -> None:
    tags = np.array([0, B_PERSON, I_PERSON, B_PERSON, 0, B_PLACE])
    assert runs(tags) == [(1, 3, EntityType.PERSON), (3, 4, EntityType.PERSON), (5, 6, EntityType.LOCATION)]
