"""The command line: arguments in, exit code out. Every heavy room is imported where it is used.

Exit codes: 0 done, 1 a source could not be read or analysed, 2 wrong usage; `reader.ending` has those of signals.
"""

from __future__ import annotations

import argparse
import datetime
import os
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from reader import __version__, ending
from reader.errors import QariError, UnreadableSourceError, UsageError
from reader.settings import CHOICES, NARROWEST, WIDEST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from _typeshed import SupportsWrite

    from reader.document.model import Document
    from reader.reading import Reading
    from reader.settings import Settings

DONE, UNREADABLE, USAGE = 0, 1, 2

FORMATS = ("text", "ansi", "json", "jsonl", "html", "conll", "ann", "csv")
NOT_YET_FORMATS = ("html", "conll", "ann")
COLORS = ("auto", "always", "never")
TYPES = ("person", "location", "organisation", "product", "work", "other")
PANELS = {
    "people": ("person",),
    "places": ("location",),
    "organisations": ("organisation",),
    "entities": TYPES,
    "events": (),
}
"""The panel options, and the types of entity that each lists."""

MOST_JOBS = 256
EXAMPLES = """\
examples:
  qari                          choose among the bundled articles
  qari article.txt              read it; ? shows the keys
  qari article.txt | less       the text itself, byte for byte
  qari --people article.txt     who is named, one a line
  qari --events --date 2023-09-17 article.txt
  curl … | qari                 read what comes through a pipe
"""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, with what to do about it; prints help and version as the rest is printed."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message, "see qari --help")

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:  # noqa: ARG002
        _emit(message)  # argparse would print in the locale's encoding, and keep a full disk to itself


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `qari` with these arguments (the process's own by default); returns the exit code."""
    try:
        return _run(_parse(arguments))
    except QariError as error:
        _say(str(error))
        return USAGE if isinstance(error, UsageError) else UNREADABLE
    except SystemExit:  # argparse, when it has printed help or version
        return DONE
    except BrokenPipeError:
        _silence_stdout()
        return DONE


def parser() -> argparse.ArgumentParser:
    """The options, as `--help` shows them and the README repeats them."""
    p = _Parser(
        prog="qari",
        description="قارئ: read Arabic in a terminal, and see who, where and when.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    p.add_argument(
        "sources", nargs="*", metavar="SOURCE", help="a path, - for standard input, https://…, or a bundled article"
    )
    p.add_argument("-f", "--format", choices=FORMATS, help="what to print; text where stdout is no terminal")
    panels = p.add_mutually_exclusive_group()
    for panel in PANELS:
        panels.add_argument(f"--{panel}", dest="panel", action="store_const", const=panel, help=f"print the {panel}")
    panels.add_argument("--list", action="store_true", help="bundled articles: name, date, title")
    p.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="with jsonl: how many processes, lines in order")
    p.add_argument("--type", choices=TYPES, help="with --entities: only that type")
    p.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the day that relative dates are counted from")
    p.add_argument("--encoding", metavar="NAME", help="how to decode; found out and named otherwise")
    p.add_argument("--color", choices=COLORS, default="auto", help="escapes in ansi; NO_COLOR and FORCE_COLOR count")
    p.add_argument("--bidi", choices=CHOICES["bidi"], help="how lines are written to this terminal")
    p.add_argument("--width", type=_columns, metavar="N", help="columns of the page")
    p.add_argument("--theme", metavar="NAME", help="colours of the page")
    p.add_argument("--lang", choices=CHOICES["lang"], help="language of the screen")
    p.add_argument("--no-tashkeel", action="store_true", help="leave the vowel signs out of the picture")
    p.add_argument("--digits", choices=CHOICES["digits"], help="digits as written, Arabic-Indic or European")
    p.add_argument(
        "--direction",
        choices=CHOICES["direction"],
        help="of a paragraph: by most of its letters, or by the first",
    )
    p.add_argument("--repair", choices=("none", "all"), default="none", help="whether to print ruined text as mended")
    p.add_argument("--allow-private", action="store_true", help="http and private addresses as SOURCE")
    p.add_argument("--version", action="version", version=f"qari {__version__}")
    return p


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    given = list(sys.argv[1:] if arguments is None else arguments)
    end = given.index("--") if "--" in given else len(given)
    options = parser().parse_intermixed_args(given[:end])  # it takes options among the sources, but trips over «--»
    options.sources += given[end + 1 :]
    if options.type and options.panel != "entities":
        raise UsageError("--type goes with --entities")
    if options.format == "csv" and not options.panel:
        raise UsageError("csv goes with a panel option", "add --people, --places, --entities or --events")
    if options.panel and options.format not in (None, "json", "csv"):
        raise UsageError(f"a panel is printed as rows, json or csv, not as {options.format}")
    if options.format in NOT_YET_FORMATS:
        raise UsageError(f"--format {options.format} is not there yet", "there are text, ansi, json, jsonl and csv")
    if options.jobs > 1 and options.format != "jsonl":
        raise UsageError("--jobs goes with -f jsonl")
    if options.jobs > 1 and "-" in options.sources:
        raise UsageError("standard input is read by one process", "leave out --jobs")
    return options


def _run(options: argparse.Namespace) -> int:
    if options.list:
        return _list_articles()
    if options.sources == ["doctor"] and not os.path.exists("doctor"):  # noqa: PTH110 - a name, not yet a path
        return _doctor(options)
    sources = options.sources or _implied_sources()
    if not options.panel and options.format is None and _on_terminal():
        return _read(sources, options)
    if not sources:
        return _list_articles()
    return _print(sources, options)


def _implied_sources() -> list[str]:
    """A pipe into a bare `qari` means standard input; a terminal, the library."""
    return [] if sys.stdin is None or sys.stdin.isatty() else ["-"]


def _list_articles() -> int:
    from reader.sources.bundled import articles, faults

    for fault in faults():
        _say(str(fault))
    _emit("".join(f"{one.name}\t{one.date or ''}\t{one.title}\n" for one in articles()))
    return DONE


def _readings(
    sources: Iterable[str],
    options: argparse.Namespace,
    fail: Callable[[QariError], None],
    *,
    stdin: BinaryIO | None = None,
) -> Iterator[Reading]:
    """The sources that can be read, one after another; `fail` hears why the others cannot."""
    from reader.reading import Reading

    for source in sources:
        try:
            reading = Reading.open(
                source,
                document_date=options.date,
                encoding=options.encoding,
                stdin=stdin,
                allow_private=options.allow_private,
            )
        except UsageError:
            raise
        except QariError as error:
            fail(error)
        else:
            yield reading


def _read(sources: list[str], options: argparse.Namespace) -> int:
    """The reading screen, or the library where no source is named."""
    from reader.reading import Reading
    from reader.tui import run

    failed: list[QariError] = []

    def head() -> Document | None:
        return Reading.head(sources[0]) if sources and not options.encoding else None

    def opened() -> list[Reading] | None:
        readings = list(_readings(sources, options, failed.append))
        return readings if readings or not sources else None

    code = run(head, opened, _settings(options))
    for error in failed:  # not before: the screen would have covered it
        _say(str(error))
    return code or (UNREADABLE if failed else DONE)


def _doctor(options: argparse.Namespace) -> int:
    """What is found out about the terminal; questions only where there is somebody to answer them."""
    from reader.terminal import doctor

    findings = doctor.visit(_settings(options), os.environ, asking=_on_terminal())
    lines = doctor.report(findings, os.environ)
    if _on_terminal():
        columns = shutil.get_terminal_size().columns
        _write("".join(doctor.for_terminal(lines, findings, columns)).encode())
    else:
        _emit("".join(f"{line}\n" for line in lines))
    return DONE


def _print(sources: list[str], options: argparse.Namespace) -> int:
    failed: list[QariError] = []

    def fail(error: QariError) -> None:
        failed.append(error)
        _say(str(error))

    format_ = options.format or "text"
    if format_ == "json" and len(sources) > 1:
        raise UsageError("json is one document", "use -f jsonl for several")
    if format_ == "jsonl":
        return _print_lines(sources, options)
    if options.panel:
        _print_panel(_told(sources, options, fail), options)
        return UNREADABLE if failed else DONE
    for source in sources:
        if source == "-" and format_ == "text" and options.repair == "none" and not _on_terminal():
            _pass_on(options, fail)
            continue
        for reading in _told([source], options, fail):
            _print_document(reading, format_, options)
    return UNREADABLE if failed else DONE


def _print_lines(sources: Sequence[str], options: argparse.Namespace) -> int:
    """A line of JSON for each source, in order."""
    from reader.batch import How, analyse_files
    from reader.progress import Progress

    how = How(options.date, options.encoding, _settings(options).lang, options.allow_private)
    progress = Progress(len(sources), sys.stderr, how.lang)
    ending.add(progress.clear)
    failed = False
    for analysed in analyse_files(sources, how, jobs=options.jobs):
        progress.clear()
        for notice in analysed.notices:
            _say(f"{analysed.source}: {notice}")
        if analysed.line is None:
            failed = True
            _say(analysed.error)
        else:
            _emit(analysed.line + "\n")
        progress.done(analysed.words)
    progress.clear()
    ending.discard(progress.clear)
    return UNREADABLE if failed else DONE


def _pass_on(options: argparse.Namespace, fail: Callable[[QariError], None]) -> None:
    """Standard input to standard output, as it comes; a page or a book has to be there before it can be read."""
    from reader.sources.stream import open_stream

    try:
        stream = open_stream(_stdin(), encoding=options.encoding)
    except UsageError:
        raise
    except QariError as error:
        fail(error)
        return
    if stream.is_document:
        for reading in _told(["-"], options, fail, stdin=stream.to_its_end()):
            _print_document(reading, "text", options)
        return
    for notice in stream.notices:
        _say(f"-: {notice}")
    for chunk in stream.as_utf8():
        _write(chunk)


def _stdin() -> int:
    """The file descriptor of standard input."""
    try:
        return sys.stdin.fileno()
    except (OSError, ValueError, AttributeError) as error:  # closed, or a process that was given none
        raise UnreadableSourceError("cannot read standard input") from error


def _told(
    sources: Sequence[str],
    options: argparse.Namespace,
    fail: Callable[[QariError], None],
    *,
    stdin: BinaryIO | None = None,
) -> Iterator[Reading]:
    """The sources that can be read, with what is to be known of each."""
    return (_with_notices(reading, options) for reading in _readings(sources, options, fail, stdin=stdin))


def _with_notices(reading: Reading, options: argparse.Namespace) -> Reading:
    for notice in reading.document.notices:
        _say(f"{reading.document.source.name}: {notice}")
    if reading.ruins:
        from reader import wording

        lang = _settings(options).lang
        _say(f"{reading.document.source.name}: {wording.ruined(reading.ruins, lang, given=options.repair == 'all')}")
    return reading


def _print_document(reading: Reading, format_: str, options: argparse.Namespace) -> None:
    from reader.export import plain

    if format_ == "text":
        as_bytes = plain.text_for_terminal if _on_terminal() else plain.text_bytes
        _write(as_bytes(reading.document if options.repair == "all" else reading.original))
        return
    if format_ == "ansi":
        from reader.export import ansi
        from reader.terminal.printing import printer

        settings, in_its_way = printer(_settings(options), os.environ, to_terminal=_on_terminal())
        for row in ansi.render(reading, settings, colour=_wants_colour(options)):
            _write(in_its_way(row).encode())
    else:
        from reader.export import json_document

        lang = _settings(options).lang
        _analyse(reading, lang)
        _emit(json_document.dumps(reading, lang, indent=2 if format_ == "json" else None) + "\n")


def _analyse(reading: Reading, lang: str) -> None:
    from reader import wording

    for notice in reading.analyse().notices:
        _say(f"{reading.document.source.name}: {wording.notice(notice, lang)}")


def _print_panel(readings: Iterable[Reading], options: argparse.Namespace) -> None:
    from reader.analysis.model import EntityType
    from reader.export import tables

    rows: list[tables.Row] = []
    lang = _settings(options).lang
    for reading in readings:
        _analyse(reading, lang)
        if options.panel == "events":
            rows += tables.event_rows(reading)
        else:
            types = (options.type,) if options.type else PANELS[options.panel]
            rows += tables.entity_rows(reading, map(EntityType, types))
    columns = tables.EVENT_COLUMNS if options.panel == "events" else tables.ENTITY_COLUMNS
    if options.format == "json":
        _emit(tables.as_json(rows))
    else:
        _emit((tables.as_csv if options.format == "csv" else tables.as_tsv)(columns, rows))


def _settings(options: argparse.Namespace) -> Settings:
    """What the user has set, with what this command line says on top."""
    import dataclasses

    from reader import settings
    from reader.styles.load import load

    try:
        chosen = settings.load()
    except QariError as error:
        _say(str(error))
        chosen = settings.Settings()
    said = {key: getattr(options, key) for key in ("theme", "lang", "digits", "bidi", "direction", "width")}
    said["tashkeel"] = False if options.no_tashkeel else None
    chosen = dataclasses.replace(chosen, **{key: value for key, value in said.items() if value is not None})
    if chosen.theme:
        load(chosen.theme)  # a theme that is not there is told before any work is done
    return chosen


def _wants_colour(options: argparse.Namespace) -> bool:
    """Asking for a picture asks for its colours, unless `--color never` or NO_COLOR (no-color.org) says no."""
    if options.color != "auto":
        return bool(options.color == "always")
    return bool(os.environ.get("FORCE_COLOR")) or not os.environ.get("NO_COLOR")


def _emit(text: str) -> None:
    """Print text as UTF-8; what a source may have smuggled in is made visible before a terminal sees it."""
    from reader.export.plain import encode
    from reader.text.controls import visible

    _write(encode(visible(text) if _on_terminal() else text))


def _on_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _write(data: bytes) -> None:
    if sys.stdout is None:  # closed by whoever started us
        raise QariError("cannot print: standard output is closed", "give it a file, a pipe or a terminal")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _silence_stdout()
        raise QariError(f"cannot print: {error.strerror}", "give standard output another place") from error


def _silence_stdout() -> None:
    """What is left in the buffer cannot be written: let Python's own last flush go nowhere, silently."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(message: str) -> None:
    """One line for the person, on stderr and in UTF-8; it never carries a control character."""
    from reader.export.plain import encode
    from reader.text.controls import visible

    if sys.stderr is None:
        return
    with suppress(OSError):  # nobody can be told
        sys.stderr.buffer.write(encode("qari: " + " ".join(visible(message).split()) + "\n"))
        sys.stderr.buffer.flush()


def _day(text: str) -> datetime.date:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2023-09-17")
    return day


def _jobs(text: str) -> int:
    if text.isdecimal() and 1 <= int(text[:4]) <= MOST_JOBS:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; 1 to {MOST_JOBS}")


def _columns(text: str) -> int:
    if text.isdecimal() and len(text) <= len(str(WIDEST)) and NARROWEST <= int(text) <= WIDEST:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no width; {NARROWEST} to {WIDEST} columns")
