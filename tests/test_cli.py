"""The command line as another program sees it: bytes, exit codes, and which modules were loaded."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

SHARED = Path(__file__).resolve().parents[2] / "shared"
VOWELLED = "بِسْمِ اللّٰهِ الرَّحْمٰنِ الرَّحِيمِ\nوَقُلْ رَبِّ زِدْنِي عِلْمًا ۝١١٤\n"
PERSIAN = "می‌خواهم کتاب‌های فارسی را بخوانم؛ سال ۱۴۰۲ است.\r\nپایان"
NEWS = "زار الرئيس محمد أنور السادات مدينة القدس في 19 نوفمبر 1977، ثم عاد إلى القاهرة.\n"


def qari(*arguments: str | Path, stdin: bytes | None = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "reader", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env=os.environ)


def written(folder: Path, content: str | bytes, name: str = "a.txt") -> Path:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(VOWELLED.encode(), id="fully vowelled"),
        pytest.param(PERSIAN.encode(), id="Persian with ZWNJ, CRLF and no final line end"),
        pytest.param(b"\xef\xbb\xbf" + NEWS.encode(), id="with a BOM"),
        pytest.param("قبل\x1b[31m\x00\u202eبعد [/red]".encode(), id="controls pass a pipe untouched"),
        pytest.param("قبل ".encode() + b"\xff" + " بعد".encode() * 40, id="one bad byte"),
    ],
)
def test_text_is_the_source_to_the_byte(tmp_path: Path, content: bytes) -> None:
    done = qari(written(tmp_path, content))
    assert done.stdout == content
    assert done.returncode == 0


def test_the_first_article_comes_back_to_the_byte() -> None:
    article = SHARED / "seed" / "article.txt"
    if not article.exists():
        pytest.skip("../shared is not here: the first article was not compared")
    assert qari(article).stdout == article.read_bytes()


def test_a_pipe_into_a_bare_qari_is_the_source() -> None:
    assert qari(stdin=NEWS.encode()).stdout == NEWS.encode()
    assert qari("-", stdin=NEWS.encode()).stdout == NEWS.encode()


def test_several_texts_come_one_after_another_and_a_failed_one_costs_only_itself(tmp_path: Path) -> None:
    first, last = written(tmp_path, "أول\n", "1.txt"), written(tmp_path, "ثان", "2.txt")
    done = qari(first, tmp_path / "none.txt", last)
    assert done.stdout.decode() == "أول\nثان"
    assert done.returncode == 1
    assert len(done.stderr.decode().splitlines()) == 1
    assert "none.txt" in done.stderr.decode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("missing.txt", None, id="missing"),
        pytest.param("empty.txt", b"", id="empty"),
        pytest.param("binary.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, id="binary"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_code_1(tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        written(tmp_path, content, name)
    done = qari(tmp_path / name)
    assert (done.returncode, done.stdout) == (1, b"")
    assert len(done.stderr.decode().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        ([], 2, "its library, which is not there yet"),
        (["-f", "text"], 1, "a source that cannot be read, in a format"),
        (["-f", "jsonl"], 1, "or one of many"),
        (["--people"], 1, "or in a panel"),
        (["none.txt"], 1, "or among others"),
    ],
)
def test_a_folder_is_no_source_yet(tmp_path: Path, arguments: list[str], code: int, reason: str) -> None:
    done = qari(*arguments, tmp_path)
    assert (done.returncode, done.stdout) == (code, b""), reason
    assert len(done.stderr.decode().splitlines()) == 1 + arguments.count("none.txt")


def test_an_article_wins_over_a_folder_of_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = qari("--list").stdout.decode().partition("\t")[0]
    (tmp_path / name).mkdir()
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[1]))
    monkeypatch.chdir(tmp_path)
    assert qari(name).returncode == 0


@pytest.mark.parametrize(
    ("name", "target", "reason"),
    [
        ("a" * 5000, None, "longer than a name may be"),
        ("a/" * 3000, None, "longer than a path may be"),
        ("loop", "loop", "a link to itself"),
        ("gone", "nowhere", "a link to nothing"),
        ("far", "a" * 300, "a link to what no name can be"),
        ("none\u202e\n.txt", None, "a name of two lines, one turned round"),
        ("none\udcff.txt", None, "a name that is no UTF-8"),
        ("", None, "no name"),
    ],
)
@pytest.mark.parametrize("arguments", [[], ["-f", "jsonl"]], ids=" ".join)
def test_a_name_that_leads_nowhere(
    tmp_path: Path, arguments: list[str], name: str, target: str | None, reason: str
) -> None:
    if target:
        (tmp_path / name).symlink_to(target)
        name = str(tmp_path / name)
    done = qari(*arguments, name)
    assert (done.returncode, done.stdout) == (1, b""), reason
    assert (len(done.stderr.splitlines()), "Traceback" in done.stderr.decode()) == (1, False)


def test_a_file_without_permission_is_one_line_and_code_1(tmp_path: Path) -> None:
    file = written(tmp_path, NEWS)
    file.chmod(0)
    if os.access(file, os.R_OK):
        pytest.skip("this user may read everything")
    done = qari(file)
    assert (done.returncode, done.stdout) == (1, b"")
    assert len(done.stderr.decode().splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--no-such"], id="unknown option"),
        pytest.param(["--date", "17/9/2023", "x"], id="a date in another form"),
        pytest.param(["--date", "20230917", "x"], id="ISO, but not as the contract writes it"),
        pytest.param(["--width", "0", "x"], id="no column"),
        pytest.param(["--date", "--", "2023-09-17"], id="an option without its value"),
        pytest.param(["-f", "csv", "x"], id="csv without a panel"),
        pytest.param(["-f", "html", "x"], id="not there yet: html"),
        pytest.param(["-f", "conll", "x"], id="not there yet: conll"),
        pytest.param(["--bidi", "sideways", "x"], id="no way of writing"),
        pytest.param(["--type", "person", "x"], id="--type without --entities"),
        pytest.param(["--people", "--places", "x"], id="two panels at once"),
        pytest.param(["-f", "json", "x", "y"], id="json of two sources"),
        pytest.param(["http://example.org/a"], id="http without permission"),
        pytest.param(["--encoding", "no-such", __file__], id="unknown encoding"),
        pytest.param(["--encoding", "no-such", "-f", "jsonl", __file__], id="unknown encoding of a line"),
        pytest.param(["-f", "jsonl", "http://example.org/a"], id="http without permission, as a line"),
        pytest.param(["-f", "JSON", "x"], id="no such format"),
        pytest.param(["-f", "json", "--people", "x", "y"], id="a panel of two sources as json"),
        pytest.param(["--list", "x"], id="the list of a source"),
        pytest.param(["--list", "-f", "json"], id="the list in another format"),
        pytest.param(["doctor", "-f", "json"], id="the doctor in another format"),
        pytest.param(["--people", "doctor"], id="the doctor among people"),
        pytest.param(["forget", "x"], id="not there yet: forget"),
        pytest.param(["forget", "--all"], id="not there yet: forget all"),
        pytest.param(["-f", "ansi", "--theme", "no-such", __file__], id="unknown theme"),
        pytest.param(["--theme", "", "-f", "ansi", __file__], id="a theme without a name"),
        pytest.param(["--theme", "no-such", __file__], id="unknown theme, of a text that has no use for it"),
        pytest.param(["--date", "", "x"], id="no day"),
        pytest.param(["--encoding=", "x"], id="no encoding"),
        pytest.param(["--lang", "", "x"], id="no language"),
    ],
)
def test_wrong_usage_is_one_line_and_code_2(arguments: Sequence[str]) -> None:
    done = qari(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(done.stderr.decode().splitlines()) == 1, done.stderr.decode()


@pytest.mark.parametrize("arguments", [[], ["-f", "jsonl"], ["--people"]], ids=" ".join)
def test_a_source_that_may_not_be_asked_for_costs_only_itself(tmp_path: Path, arguments: list[str]) -> None:
    done = qari(*arguments, "http://example.org/a", written(tmp_path, NEWS), tmp_path / "none")
    assert "السادات" in done.stdout.decode()
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 2)


def test_a_format_that_there_is_is_offered_and_no_other() -> None:
    said = qari("--lang", "en", "-f", "JSON", "x").stderr.decode()
    assert "'JSON'" in said
    assert "json" in said
    assert not {"html", "conll", "ann"} & set(said.replace(",", " ").split())


@pytest.mark.parametrize(
    "arguments", [["-f", "text"], ["-f", "ansi"], ["--events"], ["-f", "json"], ["-f", "jsonl"]], ids=" ".join
)
def test_what_is_wrong_with_my_own_files_is_named_once_and_the_rest_is_used(
    no_settings_of_mine: Path, tmp_path: Path, arguments: list[str]
) -> None:
    folder = no_settings_of_mine / "qari"
    (folder / "themes").mkdir(parents=True)
    (folder / "themes" / "mine.toml").write_text('[page]\nbackground = "#zz0000"\n')
    (folder / "settings.toml").write_text('colour = 1\nwidth = "x"\nlang = "ar"\ntheme = "mine"\n')
    done = qari(*arguments, written(tmp_path, NEWS))
    said = done.stderr.decode().splitlines()
    assert done.returncode == 0
    assert done.stdout
    if "text" in arguments:
        assert not said, "nothing of it concerns the text"
    else:
        assert [line for line in said if "colour" in line and "width" in line and "settings.toml" in line] == said[:1]
        assert [line for line in said if "page.background" in line and "mine.toml" in line] == said[1:2]
        assert "أُهمل" in said[0]


def test_a_theme_of_the_settings_that_is_gone_stops_nothing(no_settings_of_mine: Path, tmp_path: Path) -> None:
    (no_settings_of_mine / "qari").mkdir(parents=True)
    (no_settings_of_mine / "qari" / "settings.toml").write_text('theme = "gone"\n')
    done = qari("-f", "ansi", written(tmp_path, NEWS))
    assert (done.returncode, bool(done.stdout)) == (0, True)
    assert "لا يوجد مظهر 'gone'" in done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "says"), [([], "أصلحه أو احذفه"), (["--lang", "en"], "mend or remove it")], ids=["ar", "en"]
)
def test_what_is_wrong_with_my_settings_is_said_in_my_language(
    no_settings_of_mine: Path, tmp_path: Path, arguments: list[str], says: str
) -> None:
    (no_settings_of_mine / "qari").mkdir(parents=True)
    (no_settings_of_mine / "qari" / "settings.toml").write_text("x = " + 5000 * "[")
    done = qari(*arguments, "-f", "json", written(tmp_path, NEWS))
    assert (done.returncode, len(done.stderr.splitlines())) == (0, 1)
    assert says in done.stderr.decode()


def test_an_empty_standard_input_is_told_in_one_language() -> None:
    assert qari("--people").stderr.decode() == "qari: المدخل القياسي فارغ\n"


def test_json_is_the_decoded_text_with_offsets_into_it(tmp_path: Path) -> None:
    done = qari("-f", "json", "--date", "2023-09-17", written(tmp_path, b"\xef\xbb\xbf" + NEWS.encode()))
    read = json.loads(done.stdout)
    assert read["text"] == NEWS
    assert (read["document_date"], read["document_date_basis"]) == ("2023-09-17", "option")
    pieces = [m for entity in read["entities"] for m in entity["mentions"]] + read["times"]
    assert pieces
    assert all(NEWS[piece["start"] : piece["end"]] == piece["text"] for piece in pieces)


def test_the_article_of_a_page_is_its_text_and_its_day_the_documents(tmp_path: Path) -> None:
    page = "<!DOCTYPE html><html><head><title>خبر</title><meta property='article:published_time' content='2023-09-17'>"
    page += f"</head><body><nav><a href=/>الرئيسية</a></nav><p>{NEWS}</p><p>وصل الوفد اليوم.</p></body></html>"
    file = written(tmp_path, page, "a.html")
    assert qari(file).stdout.decode() == f"خبر\n\n{NEWS.strip()}\n\nوصل الوفد اليوم.\n"
    document = json.loads(qari("-f", "json", file).stdout)
    assert (document["source"]["kind"], document["title"]) == ("html", "خبر")
    assert (document["document_date"], document["document_date_basis"]) == ("2023-09-17", "metadata")
    assert [block["kind"] for block in document["blocks"]] == ["heading", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("url", "code", "says"),
    [
        ("https://127.0.0.1:9/", 1, "private network; --allow-private allows it"),
        ("http://127.0.0.1:9/", 2, "http is not secure; try https://, or --allow-private allows it"),
    ],
)
def test_the_web_is_read_with_care(url: str, code: int, says: str) -> None:
    run = qari("--lang", "en", url)
    assert (run.returncode, run.stdout) == (code, b"")
    assert says in run.stderr.decode()
    assert len(run.stderr.splitlines()) == 1
    assert qari("--allow-private", url).returncode == 1  # allowed, but nobody is there


def test_jsonl_is_a_line_a_document_in_order_without_the_failed(tmp_path: Path) -> None:
    files = [written(tmp_path, f"نص {name}\n", name) for name in ("1", "2")]
    done = qari("-f", "jsonl", files[0], tmp_path / "none", files[1])
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == ["نص 1\n", "نص 2\n"]
    assert done.returncode == 1


def test_a_panel_is_rows_under_a_header(tmp_path: Path) -> None:
    file = written(tmp_path, NEWS)
    assert qari("--places", file).stdout.decode().splitlines()[0] == "type\tid\tname\tcount\taliases\tfirst\tscore"
    header = "date\tfrom\tto\tcertainty\tstatus\tkind\twho\twhere\tstart\tend\tclause\theadline"
    assert qari("--events", file).stdout.decode().splitlines()[0] == header
    places = json.loads(qari("--places", "-f", "json", file).stdout)
    assert {"القدس", "القاهرة"} <= {place["name"] for place in places}


@pytest.mark.parametrize("arguments", [[], ["-f", "json"], ["-f", "csv"]], ids=" ".join)
def test_a_panel_of_nothing_that_can_be_read_is_nothing(tmp_path: Path, arguments: list[str]) -> None:
    done = qari("--people", *arguments, tmp_path / "none")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, b"", 1)
    empty = qari("--people", *arguments, written(tmp_path, "لا أحد هنا.\n"))
    assert (empty.returncode, bool(empty.stdout.strip())) == (0, True), "nobody is named, which is an answer"


def test_the_list_names_the_bundled_articles() -> None:
    rows = [line.split("\t") for line in qari("--list").stdout.decode().splitlines()]
    assert len(rows) >= 4
    assert all(len(row) == 3 for row in rows)
    assert qari(rows[0][0]).stdout.decode().startswith(rows[0][2])


def test_ansi_is_a_picture_no_wider_than_asked(tmp_path: Path) -> None:
    done = qari("-f", "ansi", "--color", "never", "--width", "30", written(tmp_path, NEWS))
    lines = done.stdout.decode().splitlines()
    assert max(map(len, lines)) <= 30
    assert "\x1b" not in done.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "same", "reason"),
    [
        ([], True, "what is set is how my terminal wants it"),
        (["--bidi", "auto"], True, "into a pipe that is cells"),
        (["--bidi", "logical"], False, "the command line has the last word"),
    ],
)
def test_the_picture_in_a_pipe_is_cells(
    no_settings_of_mine: Path, tmp_path: Path, arguments: list[str], same: bool, reason: str
) -> None:
    file = written(tmp_path, NEWS)
    cells = qari("-f", "ansi", "--bidi", "cells", file).stdout
    (no_settings_of_mine / "qari").mkdir(parents=True)
    (no_settings_of_mine / "qari" / "settings.toml").write_text('bidi = "rows-ltr"\n')
    assert (qari("-f", "ansi", *arguments, file).stdout == cells) == same, reason


def test_no_color_is_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path, NEWS)
    assert b"\x1b[" in qari("-f", "ansi", file).stdout
    monkeypatch.setenv("FORCE_COLOR", "0")
    assert b"\x1b[" not in qari("-f", "ansi", file).stdout
    monkeypatch.delenv("FORCE_COLOR")
    monkeypatch.setenv("NO_COLOR", "1")
    assert b"\x1b[" not in qari("-f", "ansi", file).stdout
    assert b"\x1b[" in qari("-f", "ansi", "--color", "always", file).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "printed as it was"),
        (("--repair", "all"), "printed as mended"),
        (("-f", "ansi"), "printed as mended"),
        (("-f", "json", "--repair", "all"), "printed as it was"),
    ],
)
def test_what_is_said_of_mended_text_is_true_of_what_is_printed(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    ruined = ("وصل القطار إلى المدينة في الصباح.\n" * 9).encode().decode("cp1256")
    assert said in qari("--lang", "en", *arguments, written(tmp_path, ruined)).stderr.decode()


def test_ansi_never_lets_a_control_character_of_the_source_through(tmp_path: Path) -> None:
    done = qari("-f", "ansi", "--color", "never", written(tmp_path, "قبل\x1b[31m\x00\x9b2J\u202eبعد"))
    assert not {"\x1b", "\x00", "\x9b", "\u202e"} & set(done.stdout.decode())


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    file = written(tmp_path, NEWS * 40_000)
    command = f"{sys.executable} -m reader {file} | head -c 10 >/dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=True)
    assert (done.stdout.strip(), done.stderr) == (b"0", b"")


@pytest.mark.parametrize("arguments", [["{file}"], ["-f", "json", "{file}"], ["--list"], ["--help"], ["--version"]])
@pytest.mark.parametrize("stdout", [">/dev/full", ">&-"])
def test_what_cannot_be_printed_is_one_line_and_code_1(tmp_path: Path, arguments: list[str], stdout: str) -> None:
    given = ["--lang", "en", *(argument.format(file=written(tmp_path, NEWS)) for argument in arguments)]
    done = subprocess.run(
        ["bash", "-c", f'"$@" {stdout}', "-", sys.executable, "-m", "reader", *given], capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"qari: cannot print: ")
    assert len(done.stderr.splitlines()) == 1


def test_a_message_that_nobody_can_read_does_not_go_among_the_data() -> None:
    command = ["bash", "-c", '"$@" 2>&-', "-", sys.executable, "-m", "reader", "none.txt"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (1, b"")


def test_arabic_is_utf_8_in_any_locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path, NEWS, "خبر.txt")
    for variable, value in {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}.items():
        monkeypatch.setenv(variable, value)
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    assert qari(file).stdout.decode() == NEWS
    assert json.loads(qari("-f", "json", file).stdout)["source"]["name"] == str(file)
    assert "قارئ" in qari("--help").stdout.decode()
    assert "'غائب.txt'" in qari("غائب.txt").stderr.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["{file}", "-f", "text", "{file}"], id="an option among the sources"),
        pytest.param(["-f", "text", "--", "{file}", "{file}"], id="sources behind --"),
        pytest.param(["{file}", "--", "{file}"], id="sources on both sides of --"),
    ],
)
def test_options_and_sources_in_any_order(tmp_path: Path, arguments: list[str]) -> None:
    file = written(tmp_path, NEWS)
    assert qari(*(argument.format(file=file) for argument in arguments)).stdout.decode() == NEWS * 2


def test_behind_two_hyphens_nothing_is_an_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[1]))
    monkeypatch.chdir(tmp_path)
    written(tmp_path, NEWS, "--people")
    assert qari("--", "--people").stdout.decode() == NEWS


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        pytest.param([], {"textual", "rich", "numpy", "onnxruntime", "reader.analysis.pipeline"}, id="text"),
        pytest.param(["-f", "json"], {"textual", "rich"}, id="json"),
        pytest.param(["--version"], {"textual", "rich", "reader.reading"}, id="version"),
    ],
)
def test_what_is_not_asked_for_is_not_loaded(tmp_path: Path, arguments: list[str], absent: set[str]) -> None:
    file = written(tmp_path, NEWS)
    code = (
        "import sys; from reader.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, *arguments, str(file)]
    loaded = set(subprocess.run(command, capture_output=True, check=True).stderr.decode().split())
    assert not absent & loaded


def test_nothing_is_written_beside_the_source(tmp_path: Path) -> None:
    file = written(tmp_path, NEWS)
    before = file.stat().st_mtime_ns
    qari("-f", "json", file)
    assert list(tmp_path.iterdir()) == [file]
    assert file.stat().st_mtime_ns == before


@pytest.mark.parametrize("packed", [False, True])
def test_a_page_through_a_pipe_is_its_article(packed: bool) -> None:
    page = f"<!DOCTYPE html><html><head><title>خبر</title></head><body><p>{NEWS}</p></body></html>".encode()
    run = qari(stdin=gzip.compress(page) if packed else page)
    assert (run.returncode, run.stdout.decode(), run.stderr) == (0, f"خبر\n\n{NEWS.strip()}\n", b"")


def test_nobody_leaves_anything_in_the_home_of_who_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even the libraries: ONNX Runtime would keep a number of the device there, and events to be sent."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for folder in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(folder, raising=False)
    assert qari("-f", "json", written(tmp_path, NEWS)).returncode == 0
    assert not [*home.rglob("*")]
