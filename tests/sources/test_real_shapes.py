"""Texts as they lie about: in old encodings and of any length, damaged, and ruined on their way. Each is opened as a
user opens it, and what is on the screen is what was meant."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, NamedTuple

import pytest
from arabic_reshaper import ArabicReshaper
from bidi.algorithm import get_display

from reader.reading import Reading
from reader.text.repair import Ruin

if TYPE_CHECKING:
    from pathlib import Path

STORY = "خرج الصياد قبل الفجر ومعه شبكته القديمة، وعاد عند الغروب بسمكة واحدة. قال لأولاده: هذه تكفي."
TITLE = "كتاب الحيوان"
VOWELLED = "كَتَبَ الوَلَدُ الدَّرْسَ في الصَّباحِ."
OF_DOS = STORY.replace("،", ",")
MIXED = "Meeting at 10:00 مع الوزير في مبنى الوزارة"
BAD = "\ufffd"
RESHAPER = ArabicReshaper({"delete_harakat": False, "delete_tatweel": False, "support_ligatures": True})


class Shape(NamedTuple):
    """The bytes of a file, what they say, in which encoding, and a word on why that is hard."""

    raw: bytes
    text: str
    encoding: str
    why: str


def plain(text: str, encoding: str, why: str, *, mark: bytes = b"") -> Shape:
    return Shape(mark + text.encode(encoding), text, encoding, why)


ENCODED = [
    plain("سمك", "utf-8", "6 bytes"),
    plain(TITLE, "utf-8", "one line without an end"),
    plain(TITLE + "\r\n", "utf-8", "a mark, and the line end of Windows", mark=codecs.BOM_UTF8),
    plain(TITLE, "utf-16-le", "a short one with a mark", mark=codecs.BOM_UTF16_LE),
    plain(TITLE, "utf-16-be", "a short one with a mark", mark=codecs.BOM_UTF16_BE),
    plain(TITLE, "utf-16-le", "a short one without a mark"),
    plain(STORY, "utf-16-be", "nothing but the bytes tells which end comes first"),
    plain(STORY, "utf-32-be", "four bytes a letter", mark=codecs.BOM_UTF32_BE),
    plain(TITLE, "windows-1256", "12 bytes: half of them mean the same in ISO"),
    plain("قال: «نعم»", "windows-1256", "quotation marks"),
    plain(VOWELLED, "windows-1256", "every second byte is a vowel"),
    plain((STORY + "\r\n") * 3, "windows-1256", "line ends of Windows"),
    plain(STORY * 400, "windows-1256", "40 KB"),
    plain(MIXED, "windows-1256", "half of it Latin"),
    plain("The word كتاب means book in Arabic", "windows-1256", "one Arabic word in English"),
    plain(TITLE, "iso-8859-6", "12 bytes"),
    plain(STORY * 60, "iso-8859-6", "6 KB"),
    plain("باع الرجل بيته في المدينة", "mac-arabic", "no sign that only the Macintosh has"),
    plain(OF_DOS, "cp720", "DOS with bare letters"),
    plain(OF_DOS * 20, "cp720", "2 KB"),
    plain("Le café était fermé, déjà vu à la fenêtre", "windows-1256", "no Arabic at all: the accents are its own too"),
    Shape(
        STORY[:40].encode() + b"\x81" + STORY[40:].encode(), f"{STORY[:40]}{BAD}{STORY[40:]}", "utf-8", "one bad byte"
    ),
    Shape(STORY.encode() + b"\xd8", STORY + BAD, "utf-8", "cut off within a letter"),
    Shape(
        f"{STORY}\n".encode() + TITLE.encode("cp1256") + f"\n{STORY}".encode(),
        f"{STORY}\n{TITLE}\n{STORY}",
        "utf-8",
        "another encoding in the middle",
    ),
    Shape(
        f"{STORY}\n".encode("cp1256") * 3 + TITLE.encode(),
        f"{STORY}\n" * 3 + TITLE,
        "windows-1256",
        "UTF-8 at the end of what is not",
    ),
    Shape(f"{STORY}\0{STORY}".encode(), f"{STORY}\0{STORY}", "utf-8", "a NUL is a sign like others"),
    Shape(f"\x1b[1m{STORY}\x1b[0m".encode(), f"\x1b[1m{STORY}\x1b[0m", "utf-8", "colours that somebody piped into it"),
]


@pytest.mark.parametrize("shape", ENCODED, ids=lambda shape: f"{shape.encoding}-{shape.why}".replace(" ", "_"))
def test_a_plain_text_in_any_encoding(shape: Shape, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(shape.raw)
    document = Reading.open(tmp_path / "a.txt").document
    assert (document.text, document.source.encoding) == (shape.text, shape.encoding), shape.why
    if not shape.encoding.startswith("utf-"):
        assert any(shape.encoding in notice for notice in document.notices), "a guess is told"


def drawn(text: str) -> str:
    """As a page is drawn that knows nothing of Arabic: joined forms from left to right."""
    return str(get_display(RESHAPER.reshape(text), base_dir="R"))


def misread(text: str, encoding: str) -> str:
    """UTF-8 that was opened as something else; what that leaves undefined comes through."""
    return "".join(
        bytes([byte]).decode(encoding) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in text.encode()
    )


RUINED = [
    (misread(STORY, "cp1256"), STORY, Ruin.MOJIBAKE, "UTF-8 read as windows-1256"),
    (misread(STORY, "cp1252"), STORY, Ruin.MOJIBAKE, "UTF-8 read as windows-1252"),
    (STORY.encode("cp1256").decode("latin-1"), STORY, Ruin.MOJIBAKE, "windows-1256 read as Latin"),
    (misread(misread(STORY, "cp1252"), "cp1252"), STORY, Ruin.MOJIBAKE, "done twice"),
    (drawn("خرج الصياد قبل الفجر ومعه شبكته القديمة"), "خرج الصياد قبل الفجر ومعه شبكته القديمة", None, "drawn forms"),
    (STORY[::-1], STORY, Ruin.VISUAL_ORDER, "last letter first"),
    (RESHAPER.reshape(STORY), STORY, Ruin.FORMS, "presentation forms in the right order"),
    ("ا ل م ؤ ت م ر   ا ل ص ح ف ي", "المؤتمر الصحفي", Ruin.SPACED, "letters spaced apart"),
    ("كــتـــاب الـــحـــيـــوان لـــلـــجـــاحـــظ", "كتاب الحيوان للجاحظ", Ruin.TATWEEL, "a flood of tatweel"),
]


@pytest.mark.parametrize(("ruined", "text", "ruin", "why"), RUINED, ids=[why for *_, why in RUINED])
def test_a_ruined_text_is_readable_and_told(
    ruined: str, text: str, ruin: Ruin | None, why: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(ruined, "utf-8")
    reading = Reading.open(tmp_path / "a.txt")
    assert reading.document.text == text, why
    assert reading.original.text == ruined, "what was written is kept"
    assert reading.ruins
    assert ruin is None or ruin in reading.ruins


GOOD = [
    (f"{STORY}\nوكان في الرسالة سطر غريب: ط§ظ„ظ‚ط§ظ‡ط±ط©، فلم نفهمه.\n{STORY}", "quotes mojibake"),
    (f"{STORY}\nفي الملف القديم تظهر الكلمة هكذا: {drawn('القاهرة')}.\n{STORY}", "quotes drawn forms"),
    (f"{STORY}\nوتهجأ الولد: ب ي ت، ثم سكت.\n{STORY}", "spells a word"),
    (f"{STORY}\nآآآه! يا ليــــل\n{STORY}", "one long tatweel"),
    (VOWELLED, "fully vowelled"),
    ("SÃO PAULO: NÃO HÁ PÃO, IRMÃOS E IRMÃS", "Portuguese, which is full of what mojibake is"),
    ("ﷺ وﷲ أكبر، قال ﷻ", "signs that are meant"),
]


@pytest.mark.parametrize(("text", "why"), GOOD, ids=[why for _, why in GOOD])
def test_a_good_text_stays_as_it_is(text: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    reading = Reading.open(tmp_path / "a.txt")
    assert (reading.document.text, reading.ruins) == (text, ()), why
