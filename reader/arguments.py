"""The options of the command line: what they are, what they mean together, what is said where they mean nothing."""

from __future__ import annotations

import argparse
import datetime
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, NoReturn

from reader import __version__, settings
from reader.errors import UsageError
from reader.messages import message, recognised
from reader.settings import CHOICES, NARROWEST, WIDEST
from reader.streams import emit

if TYPE_CHECKING:
    from collections.abc import Sequence

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

    def error(self, message: str) -> NoReturn:
        raise UsageError(recognised(message, _ARGPARSE), SEE_HELP)

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:  # noqa: ARG002
        emit(message)  # argparse would print in the locale's encoding, and keep a full disk to itself


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
    p.add_argument(
        "-f", "--format", type=_format, choices=FORMATS, help="what to print; text where stdout is no terminal"
    )
    panels = p.add_mutually_exclusive_group()
    for panel in PANELS:
        panels.add_argument(f"--{panel}", dest="panel", action="store_const", const=panel, help=f"print the {panel}")
    panels.add_argument("--list", action="store_true", help="bundled articles: name, date, title")
    p.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="with jsonl: how many processes, lines in order")
    p.add_argument("--type", choices=TYPES, help="with --entities: only that type")
    p.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the day that relative dates are counted from")
    p.add_argument("--encoding", type=_encoding, metavar="NAME", help="how to decode; found out and named otherwise")
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


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options in `arguments` (the process's own where None). Raises UsageError for what cannot be meant."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    end = given.index("--") if "--" in given else len(given)
    options = parser().parse_intermixed_args(given[:end])  # it takes options among the sources, but trips over «--»
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
    asked = [one.removeprefix("--lang=") for one in given if one.startswith("--lang=")]
    asked += [after for one, after in pairwise(given) if one == "--lang"]
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
