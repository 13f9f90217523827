"""The options of the command line: what they are, what they mean together, what is said where they mean nothing."""

from __future__ import annotations

import argparse
import datetime
import os
import re
import sys
from functools import partial
from itertools import pairwise
from shutil import get_terminal_size
from typing import TYPE_CHECKING, NoReturn

from reader import __version__, settings
from reader.errors import UsageError
from reader.messages import in_, message, recognised
from reader.settings import CHOICES, NARROWEST, WIDEST
from reader.streams import emit, on_terminal, write

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from _typeshed import SupportsWrite

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
_PANELS_TOLD = {
    "people": message("print the people"),
    "places": message("print the places"),
    "organisations": message("print the organisations"),
    "entities": message("print all that is named"),
    "events": message("print the events"),
}

MOST_JOBS = 256
EXAMPLES = (
    ("qari", message("choose among the bundled articles")),
    ("qari article.txt", message("read it; ? shows the keys")),
    ("qari article.txt | less", message("the text itself, byte for byte")),
    ("qari --people article.txt", message("who is named, one a line")),
    ("qari --events --date 2023-09-17 a.txt", message("what happened, in order of time")),
    ("curl … | qari", message("read what comes through a pipe")),
    ("qari doctor", message("what is right in this terminal")),
)
_COLUMN = 40
"""Where what an example does is told."""
_WIDEST = 78
"""Columns of the help."""
_USAGE = message("usage: ")
_TYPED = re.compile(r"^(\S+ (?=qari)|  )(\S.*?)(?=  |$)", re.MULTILINE)
"""What is to be typed, at the beginning of a line of help."""

SEE_HELP = message("see qari --help")
_ARGPARSE = (
    "argument {name}: {why}",
    "unrecognized arguments: {names}",
    "expected one argument",
    "not allowed with argument {name}",
    "ignored explicit argument {value}",
    "invalid choice: {value} (choose from {choices})",
    "{value} is no day; write it as 2023-09-17",
    "{value} is no number of processes; 1 to {most}",
    "{value} is no width; {least} to {most} columns",
)
"""What argparse says, of its own or with words of ours in it."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, with what to do about it; prints help and version as the rest is printed."""

    given: Sequence[str] = ()
    """The command line, which may ask for help in a language."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(recognised(message, _ARGPARSE), SEE_HELP)

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:  # noqa: ARG002
        _print_help(language(self.given))

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:  # noqa: ARG002
        emit(message)  # argparse would print in the locale's encoding, and keep a full disk to itself


def parser(lang: str = "en") -> _Parser:
    """The options, as `--help` shows them in this language and the README repeats them."""
    said = partial(in_, lang=lang)
    p = _Parser(
        prog="qari",
        usage="qari [OPTION ...] [SOURCE ...]",
        description=said(message("{name}: read Arabic in a terminal, and see who, where and when.", name="قارئ")),
        epilog=_examples(lang),
        formatter_class=partial(argparse.RawDescriptionHelpFormatter, width=_columns_of_help()),
        allow_abbrev=False,
        add_help=False,
    )
    sources = p.add_argument_group(said(message("sources")))
    sources.add_argument(
        "sources",
        nargs="*",
        metavar="SOURCE",
        help=said(message("a path, - for standard input, https://…, or a bundled article")),
    )
    sources.add_argument(
        "--encoding",
        type=_encoding,
        metavar="NAME",
        help=said(message("how to decode; found out and named otherwise")),
    )
    sources.add_argument(
        "--allow-private", action="store_true", help=said(message("http and private addresses as SOURCE"))
    )
    _add_printing(p.add_argument_group(said(message("what is printed"))), said)
    _add_looks(p.add_argument_group(said(message("how it looks"))), said)
    others = p.add_argument_group(said(message("other options")))
    others.add_argument("-h", "--help", action="help", help=said(message("show this help")))
    others.add_argument(
        "--version", action="version", version=f"qari {__version__}", help=said(message("show the version"))
    )
    return p


def _add_printing(group: argparse._ArgumentGroup, said: Callable[[str], str]) -> None:
    group.add_argument(
        "-f",
        "--format",
        type=_format,
        metavar="{text,ansi,json,jsonl,csv}",
        help=said(message("what to print; text where stdout is no terminal")),
    )
    panels = group.add_mutually_exclusive_group()
    for panel, what in _PANELS_TOLD.items():
        panels.add_argument(f"--{panel}", dest="panel", action="store_const", const=panel, help=said(what))
    panels.add_argument("--list", action="store_true", help=said(message("bundled articles: name, date, title")))
    group.add_argument("--type", choices=TYPES, help=said(message("with --entities: only that type")))
    group.add_argument(
        "--date",
        type=_day,
        metavar="YYYY-MM-DD",
        help=said(message("the day that relative dates are counted from")),
    )
    group.add_argument(
        "--repair",
        choices=("none", "all"),
        default="none",
        help=said(message("whether to print ruined text as mended")),
    )
    group.add_argument(
        "--jobs",
        type=_jobs,
        default=1,
        metavar="N",
        help=said(message("with jsonl: how many processes, lines in order")),
    )


def _add_looks(group: argparse._ArgumentGroup, said: Callable[[str], str]) -> None:
    group.add_argument(
        "--color",
        choices=COLORS,
        default="auto",
        help=said(message("escapes in ansi; NO_COLOR and FORCE_COLOR count")),
    )
    group.add_argument("--bidi", choices=CHOICES["bidi"], help=said(message("how lines are written to this terminal")))
    group.add_argument("--width", type=_columns, metavar="N", help=said(message("columns of the page")))
    group.add_argument("--theme", type=_theme, metavar="NAME", help=said(message("colours of the page")))
    group.add_argument(
        "--lang", choices=CHOICES["lang"], help=said(message("language of the screen, of messages and of this help"))
    )
    group.add_argument(
        "--no-tashkeel", action="store_true", help=said(message("leave the vowel signs out of the picture"))
    )
    group.add_argument(
        "--digits",
        choices=CHOICES["digits"],
        help=said(message("digits as written, Arabic-Indic or European")),
    )
    group.add_argument(
        "--direction",
        choices=CHOICES["direction"],
        help=said(message("of a paragraph: by most of its letters, or by the first")),
    )


def _examples(lang: str) -> str:
    rows = (f"  {command:{_COLUMN}}{in_(what, lang)}" for command, what in EXAMPLES)
    return "\n".join((in_(message("examples:"), lang), *rows))


def help_in(lang: str) -> str:
    """What `--help` says."""
    return in_(_USAGE, lang) + parser(lang).format_help().removeprefix(_USAGE)


def _print_help(lang: str) -> None:
    """On a terminal Arabic is drawn, as the doctor's report is: the terminal might not do so by itself. In a pipe
    nothing unseen stands beside what is to be typed: it would be copied along."""
    if lang != "ar" or not on_terminal():
        emit(help_in(lang))
        return
    from reader.terminal.printing import from_the_right

    lines = from_the_right(typed_apart(help_in(lang)).splitlines(), settings.mine(), os.environ, _columns_of_help())
    write("".join(lines).encode())


def typed_apart(said: str) -> str:
    """With marks by which what is to be typed keeps its direction to its last bracket in a line of Arabic."""
    return _TYPED.sub("\\1\u200e\\2\u200e", said)


def _columns_of_help() -> int:
    return min(get_terminal_size().columns, _WIDEST)


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options in `arguments` (the process's own where None). Raises UsageError for what cannot be meant."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    end = given.index("--") if "--" in given else len(given)
    p = parser()
    p.given = given[:end]
    options = p.parse_intermixed_args(given[:end])  # it takes options among the sources, but trips over «--»
    options.sources += given[end + 1 :]
    if options.list and (options.sources or options.format not in (None, "text")):
        raise UsageError(message("--list stands alone, and prints lines of text"))
    if options.type and options.panel != "entities":
        raise UsageError(message("--type goes with --entities"))
    if options.format == "csv" and not options.panel:
        raise UsageError(
            message("csv goes with a panel option"),
            message("add --people, --places, --organisations, --entities or --events"),
        )
    if options.panel and options.format not in (None, "json", "csv"):
        raise UsageError(message("a panel is printed as rows, json or csv, not as {format}", format=options.format))
    if options.jobs > 1 and options.format != "jsonl":
        raise UsageError(message("--jobs goes with -f jsonl"))
    if options.jobs > 1 and "-" in options.sources:
        raise UsageError(message("standard input is read by one process"), message("leave out --jobs"))
    return options


def language(arguments: Sequence[str] | None) -> str:
    """The language to say in what is wrong with `arguments`: the one they ask for, else the one that is set."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    given = given[: given.index("--")] if "--" in given else given
    asked = [
        after if one == "--lang" else one.removeprefix("--lang=")
        for one, after in pairwise([*given, ""])
        if one == "--lang" or one.startswith("--lang=")
    ]
    return asked[-1] if asked and asked[-1] in CHOICES["lang"] else settings.language()


def _format(name: str) -> str:
    if name in FORMATS and name not in NOT_YET_FORMATS:
        return name
    raise UsageError(
        message("--format {format} is not there yet", format=name)
        if name in FORMATS
        else message("there is no --format {format}", format=repr(name)),
        message("there are text, ansi, json, jsonl and csv"),
    )


def _encoding(name: str) -> str:
    from reader.sources.decode import registered

    registered(name)
    return name


def _theme(name: str) -> str:
    from reader.styles.load import load

    load(name)  # one that is not there is told before any work is done
    return name


def _day(text: str) -> datetime.date:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2023-09-17")
    return day


def _jobs(text: str) -> int:
    if text.isdecimal() and len(text) <= len(str(MOST_JOBS)) and 1 <= int(text) <= MOST_JOBS:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; 1 to {MOST_JOBS}")


def _columns(text: str) -> int:
    if text.isdecimal() and len(text) <= len(str(WIDEST)) and NARROWEST <= int(text) <= WIDEST:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no width; {NARROWEST} to {WIDEST} columns")
