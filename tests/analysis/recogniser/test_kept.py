"""The recogniser in its place: kept readings, lists that set it right, and lists alone where it cannot be had."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from reader.analysis.model import EntityType, Mention, MentionBasis, Notice, NoticeKind
from reader.analysis.names import find_names
from reader.analysis.recogniser import kept, network
from reader.analysis.recogniser.kept import read
from reader.text.span import Span

PERSON, PLACE, BODY = EntityType.PERSON, EntityType.LOCATION, EntityType.ORGANISATION


class Oracle:
    """Says what it was told about words, and remembers what it was asked."""

    def __init__(self, known: dict[str, tuple[EntityType, float]]) -> None:
        self.known = known
        self.asked: list[str] = []

    def read(
        self, text: str, groups: Sequence[Sequence[Span]], *, stop: Callable[[], bool] = lambda: False
    ) -> network.Said:
        read = [group for group in groups if not stop()]
        blocks = [block for group in read for block in group]
        self.asked += [block.of(text) for block in blocks]
        found = []
        for block in blocks:
            for name, (type_, score) in self.known.items():
                at = text.find(name, block.start, block.end)
                if at >= 0:
                    found.append(Mention(Span(at, at + len(name)), type_, score=score, basis=MentionBasis.MODEL))
        return network.Said(sorted(found, key=lambda mention: mention.span), [])


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Oracle]:
    """Puts an oracle in the recogniser's place."""

    def put(**known: tuple[EntityType, float]) -> Oracle:
        oracle = Oracle({name.replace("_", " "): said for name, said in known.items()})
        monkeypatch.setattr(kept, "_recogniser", lambda: oracle)
        monkeypatch.setattr(kept, "answers", {})
        return oracle

    return put


@pytest.mark.parametrize(("score", "found"), [(0.9, 1), (0.6, 0)])
def test_the_recogniser_tells_a_country_from_its_adjective_where_it_is_sure(
    say: Callable[..., Oracle], score: float, found: int
) -> None:
    say(السعودية=(PLACE, score))
    assert len(find_names("زاروا السعودية ثم عادوا.").mentions) == found


def test_a_title_before_a_name_is_kept_beside_it(say: Callable[..., Oracle]) -> None:
    say(بيرغو_تامسون=(PERSON, 0.9))
    (mention,) = find_names("وصل وزير الدفاع الإيطالي السابق بيرغو تامسون مساء.").mentions
    assert (mention.title, mention.basis) == ("وزير الدفاع الإيطالي السابق", MentionBasis.MODEL)


@pytest.mark.parametrize(
    ("text", "name", "type_", "expected", "why"),
    [
        ("وتقول كييف إنها تنتظر.", "كييف", PERSON, ("كييف", PLACE), "a well-known place is a place"),
        ("ذهبت إلى للعراق.", "للعراق", PLACE, ("لعراق", PLACE), "the clitic of a place stays outside"),
        ("قالت وكالة الأنباء المحلية زارينا.", "زارينا", PERSON, ("زارينا", BODY), "an agency is no person"),
        ("رأى مسقط رأسه.", "مسقط", PLACE, None, "where he was born"),
        ("في ناحية بعيدة.", "ناحية", PLACE, None, "a class noun alone"),
        ("سأل عن ثمنه وبثمن آخر.", "ثمن آخر", PERSON, ("ثمن آخر", PERSON), "two words may be anybody"),
        ("زار سوق بيلزوني في المساء.", "سوق بيلزوني في", PLACE, ("سوق بيلزوني", PLACE), "a preposition at its end"),
        ("أطلق صواريخ كروز أمس.", "كروز", EntityType.PRODUCT, None, "a kind of missile"),
        ("بسبب جائحة كوفيد أمس.", "كوفيد", EntityType.WORK, None, "a disease is no work either"),
        ("سأل عمن حضر.", "عمن", PERSON, None, "a pronoun"),
        ("اشتراه بثمن كبير.", "ثمن", PERSON, None, "a word behind a clitic"),
        ("ينتشر في شرق وسط كمبوديا.", "شرق وسط كمبوديا", PLACE, ("كمبوديا", PLACE), "directions stay outside"),
        ("سافر إلى جنوب السودان.", "جنوب السودان", PLACE, ("جنوب السودان", PLACE), "unless they are in the name"),
        ("حضر الوفد الكورية الشمالية.", "الكورية الشمالية", PLACE, None, "an adjective is no place"),
        ("اجتمعت الحكومة اللبنانية.", "الحكومة اللبنانية", BODY, None, "a government is no mention"),
        ("أصيب بفيروس COVID-19.", "COVID-19", EntityType.PRODUCT, None, "a disease is no product"),
    ],
)
def test_lists_set_the_recogniser_right(
    say: Callable[..., Oracle],
    text: str,
    name: str,
    type_: EntityType,
    expected: tuple[str, EntityType] | None,
    why: str,
) -> None:
    say(**{name: (type_, 0.7)})
    assert [(mention.span.of(text), mention.type) for mention in find_names(text).mentions] == (
        [expected] if expected else []
    )


def test_a_clitic_is_taken_off_where_the_document_knows_the_rest(say: Callable[..., Oracle]) -> None:
    say(كارين_مادسن=(PERSON, 0.99), ومادسن=(PLACE, 0.6), وزارينا=(PERSON, 0.9))
    text = "زلزال ومادسن تسافر\nوصلت كارين مادسن.\nغادرت كارين مادسن.\nعاد وزارينا."
    found = [(mention.span.of(text), mention.type) for mention in find_names(text).mentions]
    assert found == [("مادسن", PERSON), *[("كارين مادسن", PERSON)] * 2, ("وزارينا", PERSON)]


def test_the_halves_of_one_place_are_put_together(say: Callable[..., Oracle]) -> None:
    say(البوسنة=(PLACE, 0.9), الهرسك=(PLACE, 0.9), صيدا=(PLACE, 0.9), صور=(PLACE, 0.9))
    text = "زاروا البوسنة والهرسك ثم صيدا وصور."
    assert [mention.span.of(text) for mention in find_names(text).mentions] == ["البوسنة والهرسك", "صيدا", "صور"]


def test_a_body_right_before_what_it_is_called_says_only_what_it_is(say: Callable[..., Oracle]) -> None:
    say(وكالة_الأنباء_الهندية=(BODY, 0.9), تراست=(BODY, 0.9), البنك_الأهلي=(BODY, 0.9), بنك_صور=(BODY, 0.9))
    text = "قالت وكالة الأنباء الهندية «تراست» إن البنك الأهلي وبنك صور أفلسا."
    assert [mention.span.of(text) for mention in find_names(text).mentions] == ["تراست", "البنك الأهلي", "بنك صور"]


def test_a_name_has_one_type_in_a_document(say: Callable[..., Oracle]) -> None:
    text = "وصل ماريو بيلزوني.\nقال بيلزوني كلمة.\nرحب الجميع."
    say(ماريو_بيلزوني=(PERSON, 0.99), بيلزوني_كلمة=(BODY, 0.3), الجميع=(PLACE, 0.5))
    found = [(mention.span.of(text), mention.type, mention.basis) for mention in find_names(text).mentions]
    assert found == [
        ("ماريو بيلزوني", PERSON, MentionBasis.MODEL),
        ("بيلزوني", PERSON, MentionBasis.CONSISTENCY),
    ]


def test_a_paragraph_is_read_once(say: Callable[..., Oracle]) -> None:
    oracle = say(بيلزوني=(PERSON, 0.9))
    first, second = "قال بيلزوني كلمة." + " ثم سكت." * 100, "وعاد بيلزوني مساء."
    find_names(first)
    found = find_names(f"{first}\n{second}").mentions
    assert oracle.asked == [first, second]
    assert [mention.span.start for mention in found] == [4, len(first) + 6]


def test_a_text_longer_than_what_is_kept_has_all_its_names(
    say: Callable[..., Oracle], monkeypatch: pytest.MonkeyPatch
) -> None:
    say(بيلزوني=(PERSON, 0.9))
    monkeypatch.setattr(kept, "KEPT", 2)
    text = "\n".join(f"قال بيلزوني {number}." + " ثم سكت." * 100 for number in range(5))
    assert len(find_names(text).mentions) == len(find_names(text).mentions) == 5
    assert len(kept.answers) == 2


@pytest.mark.parametrize("looks", range(4))
def test_what_was_not_read_to_its_end_is_not_kept(say: Callable[..., Oracle], looks: int) -> None:
    """However far the recogniser came before it was told to stop: of nothing it did not read is it kept that
    nobody is named there."""
    say(بيلزوني=(PERSON, 0.9))
    text = "\n".join(f"قال بيلزوني {number}." + " ثم سكت." * 100 for number in range(3))
    go_on = iter([False] * looks)
    read(text, [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)], stop=lambda: next(go_on, True))
    assert len(find_names(text).mentions) == 3


def test_the_same_words_in_other_paragraphs_are_read_anew(say: Callable[..., Oracle]) -> None:
    oracle = say(بيلزوني=(PERSON, 0.9))
    for text in ("وصل \nبيلزوني هنا.", "وصل بيلزوني\n هنا."):
        assert [mention.span.of(text) for mention in find_names(text).mentions] == ["بيلزوني"]
    assert oracle.asked == ["وصل ", "بيلزوني هنا.", "وصل بيلزوني", " هنا."]


@pytest.mark.parametrize("ask", [kept.notice, lambda: read("", [], stop=lambda: False)])
def test_who_asks_meanwhile_waits_for_the_recogniser_that_is_being_loaded(
    ask: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[bool] = []

    def load() -> Notice:
        waiting.append(kept._loading.locked())
        return Notice(NoticeKind.NO_RECOGNISER)

    monkeypatch.setattr(kept, "_recogniser", load)
    ask()
    assert waiting == [True]


def test_damaged_weights_are_told_and_the_lists_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("onnxruntime")
    (tmp_path / "names.onnx").write_bytes(b"\0" * 64)
    (tmp_path / "pieces.txt").write_text("\n\n\u2581\t-1\n", "utf-8")
    monkeypatch.setattr(network, "folder", lambda: tmp_path)
    network.recogniser.cache_clear()
    kept._recogniser.cache_clear()
    try:
        named = find_names("سافر إلى القاهرة.")
        assert [mention.basis for mention in named.mentions] == [MentionBasis.GAZETTEER]
        assert [notice.kind for notice in named.notices] == [NoticeKind.DAMAGED_RECOGNISER]
    finally:
        network.recogniser.cache_clear()
        kept._recogniser.cache_clear()
