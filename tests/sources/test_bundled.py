from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from reader import resources
from reader.document.model import BlockKind, Metadata
from reader.errors import QariError
from reader.sources.bundled import Article, articles, faults, is_bundled, open_bundled
from reader.sources.open import open_source

PROSE = "عنوان في النص\n\nخرج الناس إلى الحقول وعادوا منها في المساء وهم يغنون.\n"
POEM = "قصيدة\n\nسرنا على الدرب الطويل\nوالليل يتبعنا خطاه\n"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with two good articles and one whose `about.toml` is broken."""
    folder = tmp_path / "content"
    _add(
        folder,
        "walk",
        'title = "نزهة"\ndate = 2024-05-01\ntopic = "مجتمع"\nauthor = "كاتب"\nlicence = "CC0-1.0"',
        PROSE,
    )
    _add(folder, "poem", 'title = "الدرب"\nform = "verse"', POEM)
    _add(folder, "broken", 'title = "بلا نهاية', PROSE)
    monkeypatch.setattr(resources, "folder", lambda name: tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return folder


def _add(folder: Path, name: str, about: str, text: str) -> None:
    (folder / name).mkdir(parents=True)
    (folder / name / "about.toml").write_text(about, encoding="utf-8")
    (folder / name / "text.txt").write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("content")
def test_articles_are_listed_by_name_and_a_broken_one_hides_no_other() -> None:
    assert articles() == [
        Article("poem", None, "الدرب", None),
        Article("walk", datetime.date(2024, 5, 1), "نزهة", "مجتمع"),
    ]
    assert [str(error) for error in faults() if "broken" in error.message and "about.toml" in error.message] == [
        str(error) for error in faults()
    ]
    assert len(faults()) == 1


@pytest.mark.usefixtures("content")
def test_an_article_has_what_its_about_file_says() -> None:
    document = open_source("walk")
    assert document.text == PROSE
    assert document.metadata == Metadata("نزهة", datetime.date(2024, 5, 1), "مجتمع", "كاتب", "CC0-1.0", "ar")
    assert (document.source.name, document.source.kind, document.source.encoding) == ("walk", "text", "utf-8")


@pytest.mark.usefixtures("content")
def test_the_lines_of_a_poem_are_verse_but_for_its_title() -> None:
    document = open_source("poem")
    assert [block.kind for block in document.blocks] == [BlockKind.HEADING, BlockKind.VERSE, BlockKind.VERSE]


@pytest.mark.parametrize(
    ("about", "says"),
    [
        ('title = "x', "about.toml"),
        ("title = 5", "'title' must be a string"),
        ('date = "2024-05-01"', "'date' must be a date"),
        ("date = 2024-05-01T10:00:00", "'date' must be a date"),
        ('form = "song"', "'form' must be prose or verse"),
    ],
)
def test_a_broken_about_file_is_named_in_one_line(content: Path, about: str, says: str) -> None:
    (content / "walk" / "about.toml").write_text(about, encoding="utf-8")
    with pytest.raises(QariError, match=r"walk.about\.toml") as caught:
        open_source("walk")
    assert says in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1
    assert [article.name for article in articles()] == ["poem"]


def test_an_about_file_that_is_no_utf_8(content: Path) -> None:
    (content / "walk" / "about.toml").write_bytes(b'title = "\xff"')
    with pytest.raises(QariError, match=r"about\.toml"):
        open_bundled("walk")


def test_an_article_without_its_text(content: Path) -> None:
    (content / "walk" / "text.txt").unlink()
    with pytest.raises(QariError, match=r"text\.txt"):
        open_source("walk")


@pytest.mark.usefixtures("content")
def test_a_file_wins_over_an_article_of_its_name_and_a_folder_does_not() -> None:
    Path("poem").mkdir()
    assert open_source("poem").metadata.title == "الدرب"
    Path("walk").write_text("ملف في هذا المجلد", encoding="utf-8")
    assert open_source("walk").text == "ملف في هذا المجلد"
    assert open_source("./walk").text == "ملف في هذا المجلد"


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("name", ["", ".", "..", "../content/walk", "walk/", "content"])
def test_only_a_name_is_a_name(name: str) -> None:
    assert not is_bundled(name)


SHIPPED = [article.name for article in articles()]


def test_there_are_articles_and_nothing_is_wrong_with_them() -> None:
    assert SHIPPED
    assert faults() == []


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_article_can_be_read(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    document = open_source(name)
    assert document.notices == ()
    assert document.metadata.title
    assert document.metadata.licence
    assert len(document.blocks) > 3
