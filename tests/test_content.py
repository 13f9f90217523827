"""The bundled articles: metadata that the program can rely on, and text that is a pleasure to read."""

import datetime
import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from reader import resources

FOLDERS = sorted(path for path in resources.folder("content").iterdir() if path.is_dir())
TYPES = {"title": str, "topic": str, "author": str, "licence": str, "language": str, "form": str}
PAIRS = {"»": "«", ")": "(", "]": "["}
ARABIC = "\u0621-\u064a\u064b-\u0652\u0670"
MARK = re.compile("[\u064b-\u0652\u0670]")

# Spellings that a hurried hand leaves behind, as whole words.
SLIPS = re.compile(r"\bو?(?:الى|الي|ان|انه|أنة|هاذا|هاذه|لاكن|الذى|التى|فى|اذا|او|اي|اول|اكثر|مئه|سنه|إبن|إسم|اثناء)\b")


def about(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "about.toml").read_text(encoding="utf-8"))


def text(folder: Path) -> str:
    return (folder / "text.txt").read_bytes().decode("utf-8")


def vowelled(text: str) -> float:
    """The share of Arabic letters that carry a mark."""
    letters = re.findall("[\u0621-\u063a\u0641-\u064a]([\u064b-\u0652\u0670]*)", text)
    return sum(map(bool, letters)) / len(letters)


def found(pattern: str, folder: Path) -> list[str]:
    """What `pattern` finds in the text of an article, with its surroundings."""
    written = text(folder)
    return [written[max(0, m.start() - 15) : m.end() + 15] for m in re.finditer(pattern, written)]


every_article = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def test_there_is_something_to_read_of_every_kind() -> None:
    assert len(FOLDERS) >= 5
    assert len({about(folder)["topic"] for folder in FOLDERS}) >= 5
    assert {about(folder)["form"] for folder in FOLDERS} == {"prose", "verse"}
    assert any("هـ" in text(folder) for folder in FOLDERS), "a Hijri year"
    families = ["[0-9]", "[٠-٩]"]  # both families of digits
    assert all(any(re.search(family, text(folder)) for folder in FOLDERS) for family in families)


def test_a_poem_is_fully_vowelled_and_its_lines_show_both_halves() -> None:
    poems = [folder for folder in FOLDERS if about(folder)["form"] == "verse"]
    for poem in poems:
        assert vowelled(text(poem)) > 0.6
        verses = [line for line in text(poem).splitlines() if " *** " in line]
        assert len(verses) >= 12
        assert all(len(verse.split(" *** ")) == 2 for verse in verses)


@every_article
def test_metadata(folder: Path) -> None:
    said = about(folder)
    assert set(said) - {"date"} == set(TYPES)
    assert all(isinstance(said[key], kind) and said[key].strip() for key, kind in TYPES.items())
    assert said["language"] == "ar"
    assert said["licence"] in {"CC-BY-4.0", "CC0-1.0"}
    if said["form"] == "prose":
        assert type(said["date"]) is datetime.date, "relative dates are resolved against it"


@every_article
def test_a_name_is_easy_to_type(folder: Path) -> None:
    assert re.fullmatch(r"[a-z]{3,12}", folder.name)


@every_article
def test_the_shape_of_the_text(folder: Path) -> None:
    written = text(folder)
    lines = written.split("\n")
    assert lines[0] == about(folder)["title"]
    assert lines[1] == ""
    assert written.endswith("\n")
    assert not written.endswith("\n\n")
    assert "\n\n\n" not in written
    assert found(r"[ \t]\n|\n[ \t]|  |\t", folder) == []


@every_article
def test_prose_is_an_article_long(folder: Path) -> None:
    if about(folder)["form"] == "prose":
        assert 450 <= len(text(folder).split()) <= 900


@every_article
def test_characters_are_those_of_clean_text(folder: Path) -> None:
    written = text(folder)
    assert unicodedata.is_normalized("NFC", written)
    assert found("[\ufb50-\ufdff\ufe70-\ufeff]", folder) == [], "presentation forms"
    assert found("[\u06cc\u06a9\u06c1\u06f0-\u06f9]", folder) == [], "Persian letters and digits"
    unseen = [char for char in written if unicodedata.category(char) in {"Cc", "Cf", "Co", "Cn"} and char != "\n"]
    assert unseen == []
    assert not (re.search("[0-9]", written) and re.search("[٠-٩]", written)), "two families of digits"


@every_article
def test_tatweel_stands_in_the_sign_of_the_hijri_year_alone(folder: Path) -> None:
    assert found(r"(?<![0-9٠-٩]ه)ـ|ـ(?=\w)", folder) == []


@every_article
def test_punctuation_is_arabic(folder: Path) -> None:
    assert found(rf"[{ARABIC}»)][,;?]|[,;?] ?[{ARABIC}«(]", folder) == []
    assert found("[\"“”„'’]", folder) == [], "quotes are «»"
    assert found(r"\.\.+|…|--(?!disable)| - ", folder) == [], "dashes and dots as signs of their own"
    assert found(r" [،؛؟.:!»)\]](?![\w])", folder) == [], "a space before a closing sign"
    assert found(r"[«(\[] ", folder) == [], "a space after an opening sign"
    assert found(rf"[،؛؟](?! |\n|»|\))|[.:!][{ARABIC}]", folder) == [], "no space after a sign"


@every_article
def test_quotes_and_brackets_close_within_their_paragraph(folder: Path) -> None:
    for paragraph in text(folder).split("\n"):
        opened: list[str] = []
        for char in paragraph:
            if char in PAIRS.values():
                opened.append(char)
            elif char in PAIRS:
                assert opened, paragraph
                assert opened.pop() == PAIRS[char], paragraph
        assert opened == [], paragraph


@every_article
def test_spelling_slips(folder: Path) -> None:
    assert SLIPS.findall(MARK.sub("", text(folder))) == []
    assert found("[\u0627\u0649]\u064b", folder) == [], "tanwin stands on the letter before the alef"


@every_article
def test_paragraphs_end_a_sentence(folder: Path) -> None:
    if about(folder)["form"] == "prose":
        paragraphs = [paragraph for paragraph in text(folder).split("\n\n")[1:] if len(paragraph) > 60]
        assert [paragraph[-20:] for paragraph in paragraphs if not paragraph.rstrip().endswith((".", "؟"))] == []
