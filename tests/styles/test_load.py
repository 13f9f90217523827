from pathlib import Path

import pytest

from reader.document.marks import Role
from reader.errors import UsageError
from reader.styles.load import COLOURLESS, DARK, load, names
from reader.styles.palette import SIGNS, Look, Underline

TITLES = 'title_ar = "تجربة"\ntitle_en = "Trial"\n'


def write(folder: Path, text: str, name: str = "trial") -> Path:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_shipped_themes() -> None:
    assert {DARK, "nahar", COLOURLESS} <= set(names())
    assert load(DARK).dark
    assert not load("nahar").dark


@pytest.mark.parametrize("name", names())
def test_every_shipped_theme_loads(name: str) -> None:
    palette = load(name)
    assert palette.name == name
    assert not palette.mistakes
    assert set(palette.looks) == set(Role)


def test_the_colourless_theme_has_no_colour() -> None:
    palette = load(COLOURLESS)
    assert (palette.background, palette.surface, palette.foreground, palette.muted) == (None,) * 4
    assert (palette.accent, palette.line) == (None, None)
    assert dict(palette.looks) == dict(SIGNS)


def test_a_theme_of_titles_alone_gets_every_default(tmp_path: Path) -> None:
    palette = load("trial", write(tmp_path, TITLES))
    assert (palette.title_ar, palette.title_en, palette.dark) == ("تجربة", "Trial", True)
    assert dict(palette.looks) == dict(SIGNS)


def test_page_colours_follow_their_neighbours(tmp_path: Path) -> None:
    page = '[page]\nforeground = "#EEEEEE"\nbackground = "#111111"\n'
    palette = load("trial", write(tmp_path, TITLES + page))
    assert palette.surface == "#111111"
    assert palette.muted == palette.accent == palette.line == "#eeeeee"


@pytest.mark.parametrize(
    ("line", "role", "expected", "reason"),
    [
        (
            'person = { colour = "#ABCDEF" }',
            Role.PERSON,
            Look(colour="#abcdef", bold=True),
            "a colour is added to the sign, in lower case",
        ),
        (
            "person = { underline = 'double', bold = false }",
            Role.PERSON,
            Look(underline=Underline.DOUBLE),
            "a sign can be replaced",
        ),
        (
            'hit = { background = "#222222" }',
            Role.HIT,
            Look(background="#222222"),
            "a ground of its own stands in for the sign",
        ),
        (
            'hit = { background = "#222222", reverse = true }',
            Role.HIT,
            Look(background="#222222", reverse=True),
            "unless the theme says otherwise",
        ),
    ],
)
def test_a_look_adds_to_the_sign(tmp_path: Path, line: str, role: Role, expected: Look, reason: str) -> None:
    palette = load("trial", write(tmp_path, f"{TITLES}[looks]\n{line}\n"))
    assert palette.looks[role] == expected, reason


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        (TITLES + "colour = 3\n", "colour", ""),
        (TITLES.replace("تجربة", " "), "title_ar", "' '"),
        (TITLES + 'dark = "yes"\n', "dark", "'yes'"),
        (TITLES + "page = 1\n", "page", "1"),
        (TITLES + '[page]\npaper = "#ffffff"\n', "page.paper", ""),
        (TITLES + '[page]\nbackground = "white"\n', "page.background", "'white'"),
        (TITLES + '[page]\nbackground = "#fff"\n', "page.background", "'#fff'"),
        (TITLES + "[page]\nbackground = 0xffffff\n", "page.background", "16777215"),
        (TITLES + "[looks]\nhero = {}\n", "looks.hero", ""),
        (TITLES + "[looks]\nperson = { color = '#ffffff' }\n", "looks.person.color", ""),
        (TITLES + "[looks]\nperson = { colour = '#12345g' }\n", "looks.person.colour", "'#12345g'"),
        (TITLES + "[looks]\nperson = { bold = 1 }\n", "looks.person.bold", "1"),
        (TITLES + "[looks]\nperson = { underline = 'curly' }\n", "looks.person.underline", "'curly'"),
        (TITLES + "[looks]\nperson = { underline = [] }\n", "looks.person.underline", "[]"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_the_rest_is_used(tmp_path: Path, text: str, key: str, value: str) -> None:
    palette = load("trial", write(tmp_path, text))
    assert [(made.file, made.key, made.value) for made in palette.mistakes] == [("trial.toml", key, value)]
    assert palette.title_en == "Trial"
    assert set(palette.looks) == set(Role)


@pytest.mark.parametrize("text", ["dark = ", "x = " + 5000 * "["], ids=["no value", "nested too deep to be read"])
def test_a_file_that_is_no_toml_is_an_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match=r"trial.toml cannot be read"):
        load("trial", write(tmp_path, text))


def test_a_theme_without_titles_is_called_by_its_file(tmp_path: Path) -> None:
    palette = load("trial", write(tmp_path, ""))
    assert (palette.title_ar, palette.title_en) == ("trial", "trial")
    assert not palette.mistakes


def test_my_own_themes_stand_beside_the_shipped_and_may_take_their_place(no_settings_of_mine: Path) -> None:
    folder = no_settings_of_mine / "qari" / "themes"
    folder.mkdir(parents=True)
    write(folder, TITLES, "mine")
    write(folder, TITLES, DARK)
    assert {"mine", DARK, "nahar"} <= set(names())
    assert load("mine").title_en == load(DARK).title_en == "Trial"


def test_bytes_that_are_no_text_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "trial.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="cannot be read"):
        load("trial", tmp_path)


@pytest.mark.parametrize("name", ["", "moon", "../trial", "/etc/passwd"])
def test_an_unknown_name_lists_the_known(tmp_path: Path, name: str) -> None:
    write(tmp_path, TITLES, "one")
    write(tmp_path, TITLES, "two")
    with pytest.raises(UsageError, match="one, two"):
        load(name, tmp_path)
