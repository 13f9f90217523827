"""Every message of the program is there in Arabic and in English: of the command line, of sources, of the screen."""

from __future__ import annotations

import ast
import errno
import os
import re
import string
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import reader
from reader import progress, wording
from reader.analysis.model import EventBasis, Notice, NoticeKind
from reader.arguments import EXAMPLES, help_in, language, parse, typed_apart
from reader.cli import main
from reader.errors import QariError, UsageError
from reader.messages import ARABIC, Message, in_, message, reason, some_of
from reader.sources.decode import decode
from reader.terminal import notice
from reader.terminal.doctor_words import WORDS
from reader.text.arabic import Digits
from reader.text.repair import Ruin
from reader.tui.wording.phrases import COUNTED, PHRASES, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(reader.__file__).parent
FILES = sorted(file for file in PACKAGE.rglob("*.py") if "training" not in file.parts)
ERRORS = ("QariError", "UsageError", "UnreadableSourceError")


def calls(file: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node


def texts(node: ast.AST) -> list[str]:
    """The strings that an argument may be, where it is written out."""
    return [one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def templates() -> dict[str, Path]:
    """Every English template, with the file that says it."""
    return {
        str(call.args[0].value): file
        for file in FILES
        for call in calls(file)
        if call.func.id == "message" and call.args and isinstance(call.args[0], ast.Constant)  # type: ignore[attr-defined]
    }


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def is_arabic(text: str) -> bool:
    return re.search("[\u0620-\u064a]", text) is not None


def test_every_template_of_the_program_is_there_in_arabic() -> None:
    said = templates()
    assert len(said) > 60, "they are found"
    assert {template: str(file) for template, file in said.items() if template not in ARABIC} == {}


@pytest.mark.parametrize("template", ARABIC)
def test_the_arabic_of_a_template_has_its_fields_and_is_arabic(template: str) -> None:
    arabic = ARABIC[template]
    assert fields(arabic) <= fields(template)
    assert fields(template) - fields(arabic) <= {"count", "declared"}
    bare = re.sub(r"\{\w+\}|pip install .*|\W", "", template)
    assert is_arabic(arabic) or not bare
    assert not is_arabic(template)


def test_no_error_is_raised_with_words_that_have_no_arabic() -> None:
    """What a class of error is given is a `message`, or what somebody else has said already."""
    bare = [
        f"{file.relative_to(PACKAGE)}:{call.lineno}"
        for file in FILES
        for call in calls(file)
        if call.func.id in ERRORS  # type: ignore[attr-defined]
        for argument in call.args
        if isinstance(argument, ast.Constant | ast.JoinedStr) and texts(argument) != [""]
    ]
    assert bare == []


@pytest.mark.parametrize("key", PHRASES)
def test_every_phrase_of_the_screen_is_in_both_languages(key: str) -> None:
    arabic, english = (re.sub(r"\{\w+\}", "", said) for said in PHRASES[key])
    assert is_arabic(arabic) or not re.search(r"[A-Za-z]", english)
    assert not re.search(r"[a-z]{2}", arabic), "nothing English on the Arabic screen but the names of keys"
    assert not is_arabic(english)


@pytest.mark.parametrize("key", COUNTED)
@pytest.mark.parametrize("count", [0, 1, 2, 3, 10, 11, 99, 100, 101, 103, 200])
def test_what_is_counted_is_in_both_languages(key: str, count: int) -> None:
    assert is_arabic(counted(key, count, "ar", Digits.ARAB))
    assert not is_arabic(counted(key, count, "en", Digits.LATIN))


def test_what_an_analysis_says_of_itself_is_in_both_languages() -> None:
    said = {
        lang: [
            *(wording.basis(basis, lang) for basis in EventBasis),
            *(wording.notice(Notice(kind, step="names:joined", error="x"), lang) for kind in NoticeKind),
            *(wording.ruined([ruin], lang, given=given) for ruin in Ruin for given in (False, True)),
            progress.Progress(2, None, lang).line(3.0),
        ]
        for lang in ("ar", "en")
    }
    assert all(is_arabic(line) for line in said["ar"])
    assert not any(is_arabic(line) for line in said["en"])


def test_what_is_said_of_a_terminal_is_in_both_languages() -> None:
    pairs = [
        *WORDS.values(),
        *(pair for name, pair in vars(notice).items() if name in ("_SIDE_BY_SIDE", "_UNSURE", "_MARKS")),
    ]
    assert len(pairs) > 20
    for arabic, english in pairs:
        assert is_arabic(arabic)
        assert not is_arabic(english)
        assert fields(arabic) == fields(english)


def test_a_message_within_a_message_is_said_in_the_same_language() -> None:
    why = message("there is no text in it")
    said = message("cannot read {name}: {why}", name="'a'", why=why)
    assert said == "cannot read 'a': there is no text in it"
    assert said.in_("en") == said
    assert said.in_("ar") == "تعذّرت قراءة 'a': لا نص فيه"
    assert in_("as it is", "ar") == "as it is"
    hint = message("install qari again")
    assert QariError(said, hint).in_("ar") == "تعذّرت قراءة 'a': لا نص فيه؛ أعد تثبيت qari"
    assert str(QariError(said, hint)) == "cannot read 'a': there is no text in it; install qari again"


@pytest.mark.parametrize(
    ("said", "arabic", "reason"),
    [
        (
            decode("أول\n".encode() + b"\xff\n\xfe\n").notices[0],
            "بايتات لا تصح في utf-8، عددها 2، وتظهر � (الأسطر 2، 3)",
            "bad bytes in several lines",
        ),
        (
            decode("أول وثان وثالث ".encode() + b"\xff\xfe").notices[0],
            "بايتات لا تصح في utf-8، عددها 2، وتظهر � (السطر 1)",
            "in one",
        ),
        (message("there are: {names}", names=("layl", "sada")), "المتاح: layl، sada", "names of files"),
        (message("there are: {names}", names=()), "المتاح: ", "none"),
        (message("{name}: {why}", name=(message("no answer"),), why=1), "لا رد: 1", "messages in a list"),
        (message("there are: {names}", names=some_of((1, 2, 3), 2)), "المتاح: 1، 2 …", "more than are named"),
    ],
)
def test_a_list_in_an_arabic_message_has_arabic_commas(said: str, arabic: str, reason: str) -> None:
    assert in_(said, "ar") == arabic, reason


def test_every_template_in_arabic_is_said() -> None:
    """As it stands in a file, or put together there; the system's are its own."""
    said = {text for file in FILES if file.name != "messages.py" for text in texts(ast.parse(file.read_text("utf-8")))}
    of_the_system = {os.strerror(number) for number in errno.errorcode}
    parts = "{encoding} (guessed"
    assert parts in said
    said |= of_the_system | set(templates())
    assert {one for one in ARABIC if one not in said and not one.startswith(parts)} == set()


@pytest.mark.parametrize(
    ("error", "arabic", "reason_"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "لا مساحة باقية على القرص", "the system's"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "x"), "ترميزه ليس UTF-8", "Python's about a file of the user's"),
        (RecursionError(), "أجزاؤه متداخلة أعمق مما يُقرأ", "Python's about a deep one"),
    ],
)
def test_why_it_could_not_be_done_is_in_arabic(error: Exception, arabic: str, reason_: str) -> None:
    assert reason(error).in_("ar") == arabic, reason_


WRONG = [
    (["--date", "x"], "no day"),
    (["-f", "x"], "not among the choices"),
    (["--bogus"], "an option that is not there"),
    (["--people", "--places"], "two that exclude each other"),
    (["--list=1"], "a value where none goes"),
    (["--width", "0"], "too narrow"),
    (["--jobs", "x"], "no number"),
    (["--width"], "without a value"),
    (["--type", "person"], "without what it goes with"),
    (["-f", "csv"], "csv of what?"),
    (["-f", "html"], "not there yet"),
    (["--lang", "de"], "no such choice, and a list of those that there are"),
]


@pytest.mark.parametrize(("arguments", "reason"), WRONG)
def test_wrong_usage_is_told_in_arabic_to_the_last_word(arguments: list[str], reason: str) -> None:
    with pytest.raises(UsageError) as told:
        parse(arguments)
    assert isinstance(told.value.message, Message), reason
    words = re.findall(r"(?<![\w'/-])[a-z]{2,}(?![\w'-])", told.value.in_("ar"))
    assert set(words) <= {"qari", "csv", "json", "jsonl", "text", "ansi", "html", "person", "de", "ar", "en"}, reason
    assert ", " not in told.value.in_("ar"), reason


@pytest.mark.parametrize(
    ("arguments", "lang", "reason"),
    [
        (["--lang", "en", "--bogus"], "en", "as a word of its own"),
        (["--bogus", "--lang=en"], "en", "as one word"),
        (["--lang", "fr"], "ar", "there is no such language"),
        (["--bogus"], "ar", "what is set"),
    ],
)
def test_the_language_of_what_is_wrong_with_the_arguments(arguments: list[str], lang: str, reason: str) -> None:
    assert language(arguments) == lang, reason


def test_the_help_is_complete_and_in_arabic_to_the_last_word() -> None:
    english, arabic = help_in("en"), typed_apart(help_in("ar"))
    typed = re.findall("^  \u200e(.*?)\u200e", arabic, re.MULTILINE)
    assert [line for line in typed if line.startswith("-")] == re.findall(r"^  (-.*?)(?=  |$)", english, re.MULTILINE)
    assert [line for line in typed if line.startswith(("qari", "curl"))] == [command for command, _ in EXAMPLES]
    words = re.findall("(?<![\\w/-])[a-z]{2,}", re.sub("\u200e.*?\u200e", "", arabic))
    assert set(words) <= {"qari", "text", "ansi", "http", "jsonl"}
    assert not re.search("^ *\u200e", help_in("ar"), re.MULTILINE), "a mark would be copied with the option"
    assert not any(len(line) > 80 for line in (*english.splitlines(), *arabic.splitlines()))


@pytest.mark.parametrize(
    ("arguments", "arabic", "reason"),
    [
        (["--help"], True, "what is set, or else Arabic"),
        (["--help", "--lang", "en"], False, "what the command line says, wherever"),
        (["-h", "--lang", "en", "--lang=ar"], True, "the last word"),
        (["--help", "--", "--lang=en"], True, "behind -- there are sources"),
    ],
)
def test_the_language_of_the_help(
    capfdbinary: pytest.CaptureFixture[bytes], arguments: list[str], arabic: bool, reason: str
) -> None:
    assert main(arguments) == 0
    assert capfdbinary.readouterr().out.decode() == help_in("ar" if arabic else "en"), reason


@pytest.mark.parametrize(("lang", "says"), [("ar", "لا يوجد ملف 'none.txt'"), ("en", "there is no file 'none.txt'")])
def test_the_command_line_speaks_the_language_it_is_told(lang: str, says: str) -> None:
    command = [sys.executable, "-m", "reader", "--lang", lang, "none.txt"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert says in done.stderr.decode()
    assert len(done.stderr.splitlines()) == 1
