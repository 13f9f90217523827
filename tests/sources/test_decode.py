from __future__ import annotations

import codecs
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import UnreadableSourceError, UsageError
from reader.sources.decode import Decoded, decode

STORY = (
    "وصل المسافرون إلى المدينة القديمة قبل غروب الشمس، وكانت الأسواق لا تزال مفتوحة والناس يشترون الخبز والتمر. "
    "جلس الشيخ عند باب المسجد يحكي للأطفال قصة الملك الذي ضاع خاتمه في البحر، فسأله أصغرهم: هل وجدوه بعد ذلك؟ "
    "ضحك الرجل وقال إن صيادا فقيرا عثر عليه في بطن سمكة كبيرة، ولم يكن يعرف ما هو ولا لمن هو.\n"
    "في اليوم التالي خرجت القافلة نحو الجنوب، ومعها عشرة جمال تحمل القماش والنحاس والكتب. مرت بثلاث قرى صغيرة، "
    "ثم دخلت الصحراء حيث لا ماء ولا شجر. كتب أحد التجار في دفتره: هذه أرض لا تعرف الرحمة، ومن ضل فيها طريقه هلك.\n"
    "بعد أسبوعين بلغوا الميناء، فباعوا البضائع وعاد كل واحد منهم إلى بيته وقد ربح مالا كثيرا وحكاية طويلة.\n"
)
"""Without vowel marks and with few signs, so that nearly every encoding here has all of it."""

EIGHT_BIT = ["windows-1256", "iso-8859-6", "mac-arabic", "cp720"]


def pieces(length: int) -> list[str]:
    """Stretches of the story that begin at a word and have `length` characters."""
    text = STORY * (1 + length // len(STORY))
    starts = [0] + [place + 1 for place, char in enumerate(STORY) if char in " \n"]
    return [text[start : start + length] for start in starts if start + length <= len(text)][::5]


@pytest.mark.parametrize("length", [12, 16, 24, 60, 200, 1000, 2000])
@pytest.mark.parametrize("encoding", EIGHT_BIT)
def test_arabic_in_an_8_bit_encoding_is_found_out(encoding: str, length: int) -> None:
    texts = pieces(length)
    if encoding == "cp720":  # which has no Arabic punctuation
        texts = [text.translate(str.maketrans("،؟", ",?")) for text in texts]
    right = sum(decode(text.encode(encoding)).text == text for text in texts)
    # Of 12 letters half may be such as have the same bytes in three encodings: then the commonest wins.
    share = {12: 0.7, 16: 0.85, 24: 0.95}.get(length, 1.0)
    assert right >= share * len(texts)


@pytest.mark.parametrize("length", [12, 24, 200, 2000])
def test_windows_1256_is_right_from_twelve_bytes_on(length: int) -> None:
    for text in pieces(length):
        decoded = decode(text.encode("windows-1256"))
        assert decoded == Decoded(text, "windows-1256", ("windows-1256 (guessed)",))


@pytest.mark.parametrize("length", [6, 12, 200, 2000])
@pytest.mark.parametrize(
    ("encoding", "name", "mark"),
    [
        ("utf-8", "utf-8", b""),
        ("utf-8", "utf-8", codecs.BOM_UTF8),
        ("utf-16-le", "utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", "utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", "utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", "utf-32-be", codecs.BOM_UTF32_BE),
    ],
)
def test_unicode_is_certain(encoding: str, name: str, mark: bytes, length: int) -> None:
    for text in pieces(length):
        assert decode(mark + text.encode(encoding)) == Decoded(text, name)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["سلام", "قال: نعم", "Hello, world", "سنة 1980 – “نص”", *pieces(12), *pieces(2000)])
def test_utf_16_without_a_mark_is_found_out(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text, encoding, (f"{encoding} (guessed)",))


@pytest.mark.parametrize(
    ("raw", "text", "encoding", "why"),
    [
        (b"", "", "utf-8", "nothing"),
        (b"plain ASCII\n", "plain ASCII\n", "utf-8", "ASCII is UTF-8"),
        ("\ufeff\ufeffنص".encode(), "\ufeffنص", "utf-8", "only the first mark is a mark"),
        ("ط§ظ„".encode(), "ط§ظ„", "utf-8", "Arabic decoded wrongly once is not decoded again"),
        ("نص\x1b[31m\x00\u202e".encode(), "نص\x1b[31m\x00\u202e", "utf-8", "control characters stay in the text"),
        ("a \ufffd b".encode(), "a \ufffd b", "utf-8", "a replacement character that was written"),
        (b"caf\xe9 with some more words", "café with some more words", "windows-1256", "one byte in ASCII"),
        (b"\x93quoted\x94 at some length", "“quoted” at some length", "windows-1256", "curly quotes"),
    ],
)
def test_odd_ones(raw: bytes, text: str, encoding: str, why: str) -> None:
    decoded = decode(raw)
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert decoded.notices == (() if encoding == "utf-8" else (f"{encoding} (guessed)",))


@pytest.mark.parametrize(
    ("raw", "text", "notice"),
    [
        (
            "أول\nثان".encode() + b"\xff" + "\nثالث".encode(),
            "أول\nثان\ufffd\nثالث",
            "1 bad byte for utf-8, shown as \ufffd (line 2)",
        ),
        ("سلام".encode()[:-1], "سلا\ufffd", "1 bad byte for utf-8, shown as \ufffd (line 1)"),
        (
            b"\r\n".join("كلمة أولى وثانية".encode() + b"\xfe" for _ in range(5)),
            "\r\n".join(["كلمة أولى وثانية\ufffd"] * 5),
            "5 bad bytes for utf-8, shown as \ufffd (lines 1, 2, 3 …)",
        ),
        (
            "كلمة أولى وثانية".encode() + b"\xfe\xfe\xfe\xfe",
            "كلمة أولى وثانية\ufffd\ufffd\ufffd\ufffd",
            "4 bad bytes for utf-8, shown as \ufffd (line 1)",
        ),
    ],
)
def test_damaged_utf_8_stays_utf_8(raw: bytes, text: str, notice: str) -> None:
    assert decode(raw) == Decoded(text, "utf-8", (notice,))


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "PNG"),
        (b"\x7fELF\x02\x01\x01" + bytes(40), "program"),
        (bytes(1000), "no text"),
        (bytes(range(256)) * 4, "binary data"),
        (random.Random(1).randbytes(200), "binary data"),
        (random.Random(2).randbytes(100_000), "binary data"),
        (STORY.encode("cp1256") + random.Random(3).randbytes(4000), "binary data"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(raw: bytes, what: str) -> None:
    with pytest.raises(UnreadableSourceError, match=what) as caught:
        decode(raw)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "encoding", "read_as", "doubted"),
    [
        ("Fußgänger über Österreich", "cp1252", "windows-1252", False),
        ("Café: résumé à la française, où l'été est déjà là.", "cp1256", "windows-1256", False),
        ("يہ اردو کا ايک جملہ ہے جسے محفوظ کيا گيا، ٹھيک ہے؟", "cp1256", "windows-1256", False),
        ("لاہور پاکستان کا دوسرا بڑا شہر ہے اور صوبہ پنجاب کا دارالحکومت", "cp1256", "windows-1256", False),
        ("اين كتاب را ديروز خواندم و چه خوب بود", "cp1256", "windows-1256", False),
        ("Αυτό είναι ένα κείμενο στα ελληνικά", "cp1253", None, True),
        ("נוסח בשפה אחרת לגמרי ולא בערבית", "cp1255", None, True),
        ("今日はとても良い天気ですね", "shift_jis", None, True),
    ],
)
def test_what_is_text_is_shown_with_the_best_guess(
    text: str, encoding: str, read_as: str | None, doubted: bool
) -> None:
    decoded = decode(text.encode(encoding))
    assert ("hardly looks like Arabic" in decoded.notices[0]) is doubted
    assert read_as is None or decoded[:2] == (text, read_as)


@pytest.mark.parametrize(
    ("raw", "declared", "encoding", "notice"),
    [
        (STORY.encode("cp1256"), "windows-1256", "windows-1256", None),
        (STORY.encode("cp1256"), " CP1256 ", "windows-1256", None),
        (STORY.encode("cp1256"), "iso-8859-1", "windows-1256", "windows-1256 (guessed, though it says windows-1252)"),
        (STORY.encode("cp1256"), "utf-8", "windows-1256", "windows-1256 (guessed, though it says utf-8)"),
        (STORY.encode("cp1256"), "iso-8859-6", "windows-1256", "windows-1256 (guessed, though it says iso-8859-6)"),
        (STORY.encode("cp1256"), "no-such", "windows-1256", "windows-1256 (guessed)"),
        (STORY.encode("cp1256"), "utf-16", "windows-1256", "windows-1256 (guessed, though it says utf-8)"),
        (STORY.encode("iso-8859-6"), "iso-8859-6", "iso-8859-6", None),
        (STORY.encode(), "windows-1256", "utf-8", "utf-8, though it says windows-1256"),
        (STORY.encode(), "utf-8", "utf-8", None),
        (b"plain ASCII", "windows-1256", "utf-8", None),
        ("Текст по-русски, и ни слова больше".encode("cp1251"), "windows-1251", "windows-1251", None),
        ("今日はとても良い天気ですね".encode("shift_jis"), "shift_jis", "shift-jis", None),
        ("Fußgänger".encode("cp1252"), "iso-8859-1", "windows-1252", None),
    ],
)
def test_what_a_source_says_of_itself_is_believed_where_it_can_be(
    raw: bytes, declared: str, encoding: str, notice: str | None
) -> None:
    decoded = decode(raw, declared=declared)
    assert (decoded.text, decoded.encoding) == (raw.decode(encoding), encoding)
    assert decoded.notices == ((notice,) if notice else ())


FIRST, SECOND = "السطر الأول مكتوب بيونيكود سليم\n", "السطر الثاني مكتوب بترميز قديم\n"


@pytest.mark.parametrize(
    ("raw", "text", "encoding", "notice"),
    [
        (
            FIRST.encode() + SECOND.encode("cp1256"),
            FIRST + SECOND,
            "utf-8",
            "utf-8 and, in line 2, windows-1256 (guessed)",
        ),
        (
            SECOND.encode("cp1256") * 9 + FIRST.encode() + SECOND.encode("cp1256"),
            SECOND * 9 + FIRST + SECOND,
            "windows-1256",
            "windows-1256 and, in line 10, utf-8 (guessed)",
        ),
        (
            FIRST.encode() * 3 + SECOND.encode("iso-8859-6") * 4 + FIRST.encode(),
            FIRST * 3 + SECOND * 4 + FIRST,
            "utf-8",
            "utf-8 and, in lines 4, 5, 6 …, iso-8859-6 (guessed)",
        ),
        (
            FIRST[:-1].encode() + b" " + SECOND.encode("cp1256"),
            FIRST[:-1] + " " + SECOND,
            "utf-8",
            "utf-8 and, in line 1, windows-1256 (guessed)",
        ),
        (
            FIRST.encode() + SECOND.encode("cp1256") + FIRST.encode()[:-2] + b"\n",
            FIRST + SECOND + FIRST[:-2] + "\ufffd\n",
            "utf-8",
            "utf-8 and, in line 2, windows-1256 (guessed)",
        ),
    ],
)
def test_a_second_encoding_does_not_spoil_the_rest(raw: bytes, text: str, encoding: str, notice: str) -> None:
    assert decode(raw) == Decoded(text, encoding, (notice,))


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("UTF-8", "utf-8"),
        ("utf8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("cp1256", "windows-1256"),
        ("Windows-1256", "windows-1256"),
        ("arabic", "iso-8859-6"),
        ("ISO_8859-6", "iso-8859-6"),
        ("mac_arabic", "mac-arabic"),
        ("CP1252", "windows-1252"),
        ("utf_16_le", "utf-16-le"),
    ],
)
def test_an_encoding_told_goes_by_its_registered_name(given_name: str, name: str) -> None:
    text = STORY if given_name != "CP1252" else "été"
    assert decode(text.encode(given_name), given_name) == Decoded(text, name)


@pytest.mark.parametrize(
    ("raw", "encoding", "expected", "why"),
    [
        ("نص".encode(), "latin-1", Decoded("ÙØµ".replace("Ù", "Ù\x86"), "iso-8859-1"), "what was told counts"),
        (codecs.BOM_UTF8 + b"a", "utf-8", Decoded("a", "utf-8"), "the mark is left out"),
        (codecs.BOM_UTF16_BE + b"\0a", "utf-16", Decoded("a", "utf-16-be"), "the mark says which"),
        (
            b"ab\xffcd",
            "ascii",
            Decoded("ab\ufffdcd", "ascii", ("1 bad byte for ascii, shown as \ufffd (line 1)",)),
            "replaced",
        ),
        (b"+2AA-", "utf-7", Decoded("\ufffd", "utf-7"), "a lone surrogate cannot be printed"),
    ],
)
def test_an_encoding_told_is_used(raw: bytes, encoding: str, expected: Decoded, why: str) -> None:
    assert decode(raw, encoding) == expected


@pytest.mark.parametrize(
    "encoding", ["", "no-such", "hex", "rot13", "undefined", "zlib", "a\0b", "\udcff", "../x", "عربي"]
)
def test_an_unknown_encoding_is_a_usage_error(encoding: str) -> None:
    with pytest.raises(UsageError, match="unknown encoding"):
        decode(b"text", encoding)


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [(STORY.encode("cp1256"), "utf-8"), (STORY.encode("utf-16"), "ascii"), (bytes(range(128, 256)), "ascii")],
)
def test_an_encoding_told_that_does_not_fit_is_refused(raw: bytes, encoding: str) -> None:
    with pytest.raises(UnreadableSourceError, match=f"no text in {encoding}"):
        decode(raw, encoding)


ENCODINGS = st.sampled_from(
    [None, "utf-8", "utf-16", "utf-32", "windows-1256", "iso-8859-6", "utf-7", "gb18030", "idna", "punycode"]
)
CHUNKS = st.lists(
    st.one_of(
        st.binary(max_size=20), st.sampled_from([STORY[:30].encode(name) for name in ("utf-8", "utf-16", "cp1256")])
    ),
    max_size=6,
).map(b"".join)


@settings(deadline=None, max_examples=300)
@given(CHUNKS, ENCODINGS)
def test_any_bytes_are_text_that_can_be_printed_or_refused(raw: bytes, encoding: str | None) -> None:
    try:
        decoded = decode(raw, encoding)
    except UnreadableSourceError:
        return
    decoded.text.encode()
    assert decoded.encoding == decoded.encoding.lower()
    assert all(len(notice.splitlines()) == 1 for notice in decoded.notices)


@settings(deadline=None, max_examples=200)
@given(st.text())
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    raw = text.encode()
    try:
        decoded = decode(raw)
    except UnreadableSourceError:
        return
    if decoded.encoding == "utf-8":
        assert decoded.text == text.removeprefix("\ufeff")
        assert decoded.notices == ()
