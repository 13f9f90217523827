from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.model import LOGIT, EntityType, MentionBasis
from reader.analysis.recogniser import network
from reader.analysis.recogniser.network import STRETCH, WINDOW, Recogniser, stretches
from reader.analysis.recogniser.pieces import PAD, Tokenizer
from reader.analysis.recogniser.tags import HAPPENED, OUTPUTS, TAGS, TIE_WIDTH, TIED, TIES
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

WORDS = ("قال", "زار", "سامي", "حداد", "بيروت", "وبيروت", "لبيروت", "لالرباط", ".", "«", "»", "و")
ROW = {word: row for row, word in enumerate(WORDS, 4)}
NAMES = {
    "سامي": "B-person",
    "حداد": "I-person",
    "بيروت": "B-location",
    "وبيروت": "B-location",
    "لبيروت": "B-location",
    "لالرباط": "B-location",
}
TOKENIZER = Tokenizer([f"▁{word}" for word in WORDS] + list(WORDS), [-1.0] * 2 * len(WORDS), {})


class Oracle:
    """Scores as a network would that knows every word of this file; remembers the sizes it was asked for."""

    def __init__(self, *, sees_clitics: bool = True) -> None:
        self.sees_clitics = sees_clitics
        self.shapes: list[tuple[int, ...]] = []

    def __call__(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        self.shapes.append(ids.shape)
        scores = np.zeros((*ids.shape, OUTPUTS), np.float32)
        scores[..., 0] = 5
        for word, tag in NAMES.items():
            for row in (ROW[word], ROW[word] + len(WORDS)):
                scores[ids == row, TAGS.index(tag)] = 10
                scores[ids == row, len(TAGS) + (self.sees_clitics and word in ("وبيروت", "لبيروت"))] = 4
        return scores


def lines(text: str) -> list[tuple[Span, ...]]:
    """Every line a paragraph, in the groups in which the recogniser reads them."""
    return list(stretches(Span(*match.span()) for match in re.finditer(r"[^\n]+", text)))


def found(text: str, recogniser: Recogniser | None = None) -> list[tuple[str, str]]:
    recogniser = recogniser or Recogniser(TOKENIZER, Oracle())
    return [(mention.span.of(text), str(mention.type)) for mention in recogniser.find(text, lines(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال سامي حداد.", [("سامي حداد", "person")]),
        ("زار سامي بيروت", [("سامي", "person"), ("بيروت", "location")]),
        ("زار سامي وبيروت", [("سامي", "person"), ("بيروت", "location")]),  # the clitic stays outside
        ("زار لـبيروت", [("بيروت", "location")]),  # and its tatweel with it
        ("زار «بيروت».", [("بيروت", "location")]),
        ("زار و«بيروت».", [("بيروت", "location")]),  # a clitic alone is no name
        ("زار بَيْرُوتَ", [("بَيْرُوتَ", "location")]),
        ("", []),
        ("\u064b \u200f", []),
    ],
)
def test_find(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("زار لبيروت", "لبيروت", "the network decides"),
        ("زار لـبيروت", "لـبيروت", "also with tatweel, which may draw a name out"),
        ("زار لـالرباط", "الرباط", "but not where the article has kept its alef"),
        ("زار لـالربـاط", "لـالربـاط", "unless the whole word is drawn out"),
    ],
)
def test_tatweel_before_an_article_shows_a_clitic(text: str, name: str, why: str) -> None:
    recogniser = Recogniser(TOKENIZER, Oracle(sees_clitics=False))
    assert found(text, recogniser) == [(name, "location")], why


def test_a_mention_says_what_it_rests_on() -> None:
    text = "قال سامي حداد"
    (mention,) = Recogniser(TOKENIZER, Oracle()).find(text, lines(text))
    assert (mention.type, mention.basis) == (EntityType.PERSON, MentionBasis.MODEL)
    assert 0.9 < mention.score <= 1


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(["قال", "سامي", "بيروت", "وبيروت", ".", "\n"]), max_size=900))
def test_long_paragraphs_are_read_as_short_ones_are(words: list[str]) -> None:
    """Whatever the windows, every name is found once and nothing else is."""
    text = " ".join(words)
    expected = [word.removeprefix("و") for word in words if word in NAMES]
    assert [name for name, _ in found(text)] == expected


CONTEXT = 20
"""Pieces that the near-sighted network must see on either side of a name: less than half of what windows share."""


def near_sighted(ids: NDArray[np.int64]) -> NDArray[np.float32]:
    """Knows every name of this file, but not so near to an end of what it is shown."""
    scores = Oracle()(ids)
    for row, pieces in zip(scores, ids, strict=True):
        length = int((pieces != PAD).sum())
        row[: CONTEXT + 1, 1:] = row[length - CONTEXT - 1 : length, 1:] = 0
    return scores


def test_where_windows_overlap_a_word_is_judged_where_it_has_context() -> None:
    text = " ".join(["قال زار بيروت"] * WINDOW)
    words = list(re.finditer(r"\w+", text))
    inside = [word.start() for word in words[CONTEXT:-CONTEXT] if word[0] in NAMES]
    found = Recogniser(TOKENIZER, near_sighted).find(text, lines(text))
    assert [mention.span.start for mention in found] == inside


def test_calls_are_bounded() -> None:
    oracle = Oracle()
    text = "\n".join(["قال سامي " * 400, *["زار بيروت ."] * 300])
    found(text, Recogniser(TOKENIZER, oracle))
    assert {rows for rows, _ in oracle.shapes} == {1}
    assert max(length for _, length in oracle.shapes) <= WINDOW + 2


def test_a_book_is_cut_into_pieces_group_by_group() -> None:
    blocks = [Span(start, start + 14) for start in range(0, 300, 15)]
    taken: list[Span] = []
    at_call: list[int] = []

    def groups() -> Iterator[tuple[Span, ...]]:
        for block in blocks:
            taken.append(block)
            yield (block,)

    def score(ids: NDArray[np.int64]) -> NDArray[np.float32]:
        at_call.append(len(taken))
        return Oracle()(ids)

    assert len(Recogniser(TOKENIZER, score).find("زار سامي بيروت\n" * 20, groups())) == 40
    assert at_call == list(range(1, 21))


def test_paragraphs_are_read_together_as_far_as_a_window_reaches() -> None:
    blocks = [Span(start, start + 300) for start in range(0, 1500, 301)] + [Span(1600, 9000), Span(9001, 9002)]
    groups = list(stretches(blocks))
    assert [len(group) for group in groups] == [2, 2, 1, 1, 1]
    assert [block for group in groups for block in group] == blocks
    assert all(group[-1].end - group[0].start <= STRETCH for group in groups if len(group) > 1)
    assert list(stretches(blocks[:4])) == groups[:2]  # a beginning is read as the whole is


def test_a_name_does_not_go_on_in_the_next_paragraph_of_a_window() -> None:
    assert found("سامي\nحداد\nبيروت") == [("سامي", "person"), ("بيروت", "location")]


def test_a_stopped_reading_gives_whole_groups_only() -> None:
    text = "\n".join(["زار بيروت", "قال سامي " * 2000])
    answers = iter([False, True])
    recogniser = Recogniser(TOKENIZER, Oracle())
    mentions = recogniser.find(text, lines(text), stop=lambda: next(answers, True))
    assert [mention.span.of(text) for mention in mentions] == ["بيروت"]


def test_an_endless_word_costs_little(time_is_linear: Callable[..., bool]) -> None:
    assert time_is_linear(lambda count: found("بيروت" * count), 4_000)


def test_a_happening_is_tied_to_the_names_that_answer_it() -> None:
    """«قال» asks for people, and «زار» for places as well; what is not asked for is left out."""
    asks = {"قال": (3.0, -9.0), "زار": (2.0, 1.0)}

    def score(ids: NDArray[np.int64]) -> NDArray[np.float32]:
        scores = Oracle()(ids)
        scores[..., HAPPENED.start] = 5
        tied = scores[..., TIED].reshape(*ids.shape, 2, len(TIES), -1)
        for word, (who, where) in asks.items():
            at = (ids == ROW[word]) | (ids == ROW[word] + len(WORDS))
            scores[at, HAPPENED.start + 1] = 9
            tied[at, 0, 0, 1], tied[at, 0, 1, 1] = who, where
            tied[at, 0, :, 0] = -4
            tied[at, 0, TIES.index("long"), 0] = 2
        for word, tag in NAMES.items():
            at = (ids == ROW[word]) | (ids == ROW[word] + len(WORDS))
            tied[at, 1, int(tag == "B-location"), 1] = 3 * TIE_WIDTH**0.5
            tied[at, 1, TIES.index("long"), 0] = 0.5
            tied[at, 1, TIES.index("put in"), 0] = 20 if word == "سامي" else 0
        scores[..., TIED] = tied.reshape(*ids.shape, -1)
        return scores

    text = "قال سامي زار بيروت"
    first, second = Recogniser(TOKENIZER, score).read(text, lines(text)).happenings
    assert first.ties is not None
    said = [(tie.offset, round(tie.who), round(tie.where)) for tie in first.ties]
    assert said == [(4, 1, 0), (13, 0, 0)], "the last that was asked is there in any case"
    assert second.ties is not None
    assert [(tie.offset, tie.who > 0.5, tie.where > 0.2, tie.put_in > 0.5) for tie in second.ties] == [
        (-5, True, False, True),
        (4, False, True, False),
    ]
    assert second.row is not None
    assert list(second.row.offsets) == [-9, -5, 0, 4], "all that stands near"
    assert list(second.row.long) == [2 * LOGIT, 2.5 * LOGIT, 2 * LOGIT, 2.5 * LOGIT]
    assert set(second.row.short) == {-4 * LOGIT}


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    if not network.available():
        pytest.skip("the recogniser's weights or onnxruntime are not installed")
    return network.recogniser()


def test_what_is_said_of_a_paragraph_does_not_hang_on_what_is_read_with_it(recogniser: Recogniser) -> None:
    one = "وصل وزير الخارجية سامي حداد إلى بيروت، ثم زار مصنع النسيج في طرابلس مع وفد من شركة الأفق."
    other = "وقالت وكالة الأنباء إن قطار «النجمة» يصل إلى محطة وهران كل مساء، وإن سعاد مرزوق كتبت عنه. " * 6
    text = f"{one}\n{other}"
    groups = [(Span(0, len(one)),), (Span(len(one) + 1, len(text)),)]
    alone = [recogniser.read(text, [group]) for group in groups]
    mentions, happenings = recogniser.read(text, groups)
    assert mentions == [mention for said in alone for mention in said.mentions]
    assert happenings == [happening for said in alone for happening in said.happenings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل وزير الخارجية سامي حداد إلى بيروت.", {("سامي حداد", "person"), ("بيروت", "location")}),
        ("وكانت السماء صافية في ذلك الصباح.", set()),
        ("قال الرئيس الفرنسي إن بلاده لن تشارك.", set()),  # nisba and titles are no names
        ("ثم سافرت إلى لندن وباريس.", {("لندن", "location"), ("باريس", "location")}),
    ],
)
def test_the_shipped_weights(recogniser: Recogniser, text: str, expected: set[tuple[str, str]]) -> None:
    assert set(found(text, recogniser)) == expected
