"""How the process ends, whatever it is at: with the right exit code, and without a word."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from in_a_terminal import InATerminal

if TYPE_CHECKING:
    from pathlib import Path

HERE = b"\x1b[99z"
"""Says that the moment has come. A terminal would ignore it."""
PATIENCE = 60
ENDING = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
TEXT = "زار الرئيس محمد أنور السادات مدينة القدس في 19 نوفمبر 1977، ثم عاد إلى القاهرة.\n"
AT_IMPORT = """
import os, sys, time
class Gate:
    def find_spec(self, name, *_):
        if name == {module!r}:
            os.write(1, {here!r})
            time.sleep(3600)
sys.meta_path.insert(0, Gate())
from reader.__main__ import run
run()
"""
"""qari, at the moment when it imports a module for the first time."""
WATCHING = """
import ctypes, os, signal, time
from reader import ending
ending.watch()
def here():
    os.write(1, {here!r})
{rest}
"""


IN_BACKGROUND = """
import os, signal, sys
child = os.fork()
if child == 0:
    os.setpgid(0, 0)
    os.execv(sys.executable, [sys.executable, "-m", "reader", *sys.argv[1:]])
assert os.WIFSTOPPED(os.waitpid(child, os.WUNTRACED)[1])
os.kill(child, signal.SIGTERM)
os.kill(child, signal.SIGCONT)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
"""`qari article &`, and `kill %1` once it has stopped, as a shell does it."""


def at_import(module: str, *arguments: str | Path) -> list[str]:
    return [sys.executable, "-c", AT_IMPORT.format(module=module, here=HERE), *map(str, arguments)]


def ended_by(number: int, command: list[str], *, times: int = 1) -> tuple[int, bytes, bytes]:
    """Exit code, stdout after HERE and stderr of a command in pipes that is sent this signal at HERE."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdout
        said = b""
        while HERE not in said and (more := os.read(process.stdout.fileno(), 1000)):
            said += more
        for _ in range(times):
            process.send_signal(number)
        try:
            rest, errors = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    return process.returncode, said.partition(HERE)[2] + rest, errors


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path / "a.txt"


@pytest.mark.parametrize("number", ENDING)
@pytest.mark.parametrize(
    ("module", "reason"),
    [
        ("reader.cli", "nothing has been done yet"),
        ("reader.sources.open", "before the text is read"),
        ("reader.analysis.pipeline", "it is read"),
        ("onnxruntime", "in the middle of the analysis, where a failing import means: by the lists alone"),
        ("reader.export.json_document", "before all is printed"),
    ],
)
def test_a_signal_in_pipes_ends_at_once(module: str, reason: str, number: int, article: Path) -> None:
    assert ended_by(number, at_import(module, "-f", "json", article)) == (128 + number, b"", b""), reason


@pytest.mark.parametrize("number", ENDING)
def test_whoever_does_not_read_on_holds_up_nothing(number: int, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(TEXT * 3000, "utf-8")  # more than a pipe holds
    command = [sys.executable, "-m", "reader", str(tmp_path / "long.txt")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        os.read(process.stdout.fileno(), 1)
        process.send_signal(number)
        try:
            assert process.wait(PATIENCE) == 128 + number
        finally:
            process.kill()
        assert process.stderr.read() == b""


@pytest.mark.parametrize("number", ENDING)
@pytest.mark.parametrize(
    ("module", "reason"),
    [
        ("reader.cli", "nothing has been done yet"),
        ("reader.tui.before.keyboard", "the text is read, the terminal untouched"),
        ("reader.terminal.notice", "the first page is drawn, Textual not yet imported"),
        ("textual.drivers.linux_driver", "in the midst of Textual"),
        ("onnxruntime", "the screen is up, the analysis has begun"),
    ],
)
def test_a_signal_during_start_up_leaves_the_terminal_as_it_was(
    module: str, reason: str, number: int, article: Path, tmp_path: Path
) -> None:
    with (
        (tmp_path / "log").open("wb") as log,
        InATerminal(at_import(module, article), patience=PATIENCE, stderr=log) as qari,
    ):
        qari.read_until(HERE)
        qari.send(number)
        assert (qari.wait(), qari.left_changed()) == (128 + number, []), reason
    assert (tmp_path / "log").read_bytes() == b""


@pytest.mark.parametrize("module", ["reader.cli", "reader.terminal.notice", "onnxruntime"])
def test_a_terminal_that_vanishes_during_start_up_is_the_end(module: str, article: Path, tmp_path: Path) -> None:
    with (
        (tmp_path / "log").open("wb") as log,
        InATerminal(at_import(module, article), patience=PATIENCE, stderr=log) as qari,
    ):
        qari.read_until(HERE)
        qari.hang_up()
        assert qari.wait() == 128 + signal.SIGHUP
    assert (tmp_path / "log").read_bytes() == b""


def test_ctrl_c_before_there_is_a_screen_is_heard(article: Path) -> None:
    with InATerminal(at_import("reader.terminal.notice", article), patience=PATIENCE) as qari:
        qari.read_until(HERE)
        qari.type(b"\x03")
        assert (qari.wait(), qari.left_changed()) == (128 + signal.SIGINT, [])


def test_q_typed_before_there_is_a_page_is_heard(article: Path) -> None:
    with InATerminal([sys.executable, "-m", "reader", str(article)], patience=PATIENCE) as qari:
        qari.type(b"q")
        assert (qari.wait(), qari.left_changed()) == (0, [])


def test_in_the_background_it_stops_before_it_draws_and_can_be_ended(article: Path) -> None:
    with InATerminal([sys.executable, "-c", IN_BACKGROUND, str(article)], patience=PATIENCE) as shell:
        assert (shell.wait(), shell.written, shell.left_changed()) == (128 + signal.SIGTERM, b"", [])


@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- 2>&-"])
@pytest.mark.parametrize(("keys", "number", "code"), [(b"q", None, 0), (b"", signal.SIGTERM, 143)])
def test_without_a_standard_file_it_ends_as_well(
    closed: str, keys: bytes, number: int | None, code: int, article: Path
) -> None:
    command = ["bash", "-c", f'exec "$@" {closed}', "-", sys.executable, "-m", "reader", str(article)]
    with InATerminal(command, patience=PATIENCE) as qari:
        qari.read_until(b"\x1b[?1003h")
        qari.type(keys)
        if number is not None:
            qari.send(number)
        assert (qari.wait(), qari.left_changed()) == (code, [])


@pytest.mark.parametrize("keys", [b"\x03", b""], ids=["Ctrl-C", "SIGTERM"])
def test_a_pipe_that_does_not_end_can_be_left(keys: bytes, tmp_path: Path) -> None:
    reading, writing = os.pipe()
    with (
        (tmp_path / "log").open("wb") as log,
        InATerminal([sys.executable, "-m", "reader"], patience=PATIENCE, stdin=reading, stderr=log) as qari,
    ):
        os.close(reading)
        os.write(writing, TEXT.encode() * 1000)  # more than a pipe holds: it is being read when this returns
        if keys:
            qari.type(keys)
        else:
            qari.send(signal.SIGTERM)
        assert (qari.wait(), qari.left_changed()) == (128 + (signal.SIGINT if keys else signal.SIGTERM), [])
    os.close(writing)
    assert (tmp_path / "log").read_bytes() == b""


@pytest.mark.parametrize(
    ("rest", "reason"),
    [
        (
            "class Name:\n    def __set_name__(self, *_): here(); time.sleep(3600)\nclass Owner:\n    a = Name()",
            "what is raised in here becomes a RuntimeError in CPython 3.11",
        ),
        (
            "class A:\n    def __del__(self): here(); time.sleep(3600)\nA()",
            "what is raised in here is printed and lost",
        ),
        ("try:\n    here(); time.sleep(3600)\nexcept:\n    pass", "what is raised in here is lost"),
        (
            "lock = ctypes.create_string_buffer(128); libc = ctypes.CDLL(None)\n"
            "libc.pthread_mutex_lock(lock); here(); libc.pthread_mutex_lock(lock)",
            "in native code that never returns no handler of Python's is called",
        ),
        ("ending.add(lambda: 1 / 0); here(); time.sleep(3600)", "what cannot be undone holds up nothing"),
    ],
)
def test_a_signal_is_neither_lost_nor_told(rest: str, reason: str) -> None:
    command = [sys.executable, "-c", WATCHING.format(here=HERE, rest=rest)]
    assert ended_by(signal.SIGTERM, command) == (128 + signal.SIGTERM, b"", b""), reason


def test_a_second_signal_changes_nothing() -> None:
    rest = (
        "ending.add(lambda: os.write(1, b'second'))\n"
        "ending.add(lambda: (os.kill(os.getpid(), signal.SIGINT), time.sleep(0.1)))\n"
        "ending.add(lambda: os.write(1, b'first '))\n"
        "here(); time.sleep(3600)"
    )
    command = [sys.executable, "-c", WATCHING.format(here=HERE, rest=rest)]
    assert ended_by(signal.SIGTERM, command, times=2) == (128 + signal.SIGTERM, b"first second", b"")


def test_an_end_on_top_of_the_end_is_one_as_well() -> None:
    """A terminal that is closed sends SIGHUP and SIGCONT: whoever goes on after that finds it gone."""
    rest = (
        "signal.signal(signal.SIGCONT, lambda *_: ending.end(1))\n"
        "ending.add(lambda: os.write(1, b'undone'))\n"
        "def go_on():\n"
        "    ending.discard(go_on)\n"
        "    signal.raise_signal(signal.SIGCONT)\n"
        "ending.add(go_on)\n"
        "here(); time.sleep(3600)"
    )
    command = [sys.executable, "-c", WATCHING.format(here=HERE, rest=rest)]
    assert ended_by(signal.SIGHUP, command) == (128 + signal.SIGHUP, b"undone", b"")


def test_what_was_to_be_ignored_is_ignored() -> None:
    rest = "here(); os.read(0, 1)\nending.end(7)"
    code = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)" + WATCHING.format(here=HERE, rest=rest)
    assert ended_by(signal.SIGHUP, [sys.executable, "-c", code]) == (7, b"", b"")


def test_a_thread_in_native_code_is_not_waited_for() -> None:
    rest = (
        "from threading import Thread\n"
        "Thread(target=ctypes.CDLL(None).sleep, args=(3600,)).start()\n"
        "here(); os.read(0, 1)\nending.end(0)"
    )
    command = [sys.executable, "-c", WATCHING.format(here=HERE, rest=rest)]
    assert ended_by(signal.SIGCONT, command) == (0, b"", b"")


def test_good_order_that_is_not_kept_is_given_up() -> None:
    rest = "ending.end_soon(5); here(); time.sleep(3600)"
    command = [sys.executable, "-c", WATCHING.format(here=HERE, rest=rest)]
    assert ended_by(signal.SIGCONT, command) == (5, b"", b"")


def test_a_crash_is_told() -> None:
    code = "import sys, reader.cli; reader.cli.main = lambda: 1 / 0; from reader.__main__ import run; run()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=PATIENCE)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"ZeroDivisionError" in done.stderr
