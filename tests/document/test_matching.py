"""Regular expressions in a process of their own."""

from __future__ import annotations

import io
import json
import re
import time

import pytest

from reader.document.find import find_steps
from reader.document.matching import Matcher, TooSlow, serve

TEXT = "قال «سالم»\nثم \ud800 مضى"


def test_matches_are_those_of_the_pattern() -> None:
    pattern = re.compile(r"\w+$", re.MULTILINE)
    with Matcher(pattern, 20) as matcher:
        for text in (TEXT, "", "a\nb"):
            assert matcher.places(text) == [match.span() for match in pattern.finditer(text)]


def test_what_has_no_end_is_ended() -> None:
    with Matcher(re.compile("(a+)+b"), 0.5) as matcher:
        began = time.monotonic()
        with pytest.raises(TooSlow):
            matcher.places("a" * 50)
        with pytest.raises(TooSlow):
            matcher.places("b")
        assert time.monotonic() - began < 20, "it would take longer than anybody lives"


def test_a_search_that_is_left_ends_its_process() -> None:
    steps = find_steps("كلمة\n\n" * 20_000, r"كل\w+", regex=True)
    assert next(steps)
    process = steps.gi_frame.f_locals["matcher"]._process  # type: ignore[attr-defined]
    assert process.poll() is None
    steps.close()  # type: ignore[attr-defined]
    assert process.poll() is not None


def test_line_by_line() -> None:
    questions = [json.dumps([r"\d+", re.UNICODE]), json.dumps("1 22"), json.dumps("")]
    answers = io.BytesIO()
    serve(io.BytesIO("\n".join(questions).encode()), answers)
    ready, *places = answers.getvalue().splitlines()
    assert (ready, [json.loads(line) for line in places]) == (b"", [[[0, 1], [2, 4]], []])
