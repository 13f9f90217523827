"""The command line: arguments in, exit code out. Every heavy room is imported where it is used.

Exit codes: 0 done, 1 a source could not be read or analysed, 2 wrong usage; `reader.ending` has those of signals.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from reader import ending
from reader.arguments import PANELS, language, parse
from reader.errors import AnalysisError, QariError, UsageError
from reader.messages import in_, message
from reader.settings import Settings
from reader.streams import emit, on_terminal, say, silence_stdout, stdin_file, write

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.document.model import Document
    from reader.reading import Reading

DONE, UNREADABLE, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `qari` with these arguments (the process's own by default); returns the exit code."""
    try:
        return _run(parse(arguments))
    except QariError as error:
        say(error.in_(language(arguments)))
        return _code([error])
    except SystemExit:  # argparse, when it has printed help or version
        return DONE
    except BrokenPipeError:
        silence_stdout()
        return DONE


def _code(failed: Sequence[QariError]) -> int:
    """What the process ends with after so much has failed."""
    if any(isinstance(error, UsageError) for error in failed):
        return USAGE
    return UNREADABLE if failed else DONE


def _run(options: argparse.Namespace) -> int:
    if options.list:
        return _list_articles(_lang(options))
    if options.sources == ["doctor"] and not os.path.exists("doctor"):  # noqa: PTH110 - a name, not yet a path
        if options.panel or options.format not in (None, "text"):
            raise UsageError(message("doctor stands alone, and prints lines of text"))
        return _doctor(options)
    if options.sources[:1] == ["forget"] and not os.path.exists("forget"):  # noqa: PTH110
        raise UsageError(message("nothing of what is read is remembered yet: there is nothing to forget"))
    sources = options.sources or _implied_sources()
    if not options.panel and options.format is None:
        _refuse_a_library(sources)
        if on_terminal():
            return _read(sources, options)
    if not sources and (options.panel or options.format not in (None, "text")):
        raise UsageError(message("there is nothing to read"), message("name a file, or give it through a pipe"))
    if not sources:
        return _list_articles(_lang(options))
    return _print(sources, options)


def _refuse_a_library(sources: Sequence[str]) -> None:
    """A folder and nothing else asks for its library; among other sources it is one that cannot be read."""
    from reader.sources.open import is_folder

    if len(sources) == 1 and is_folder(sources[0]):
        raise UsageError(message("the library of a folder is not there yet"), message("name a file in it"))


def _implied_sources() -> list[str]:
    """A pipe into a bare `qari` means standard input; a terminal, the library."""
    return [] if sys.stdin is None or sys.stdin.isatty() else ["-"]


def _list_articles(lang: str) -> int:
    from reader.sources.bundled import articles, faults

    for fault in faults():
        say(fault.in_(lang))
    emit("".join(f"{one.name}\t{one.date or ''}\t{one.title}\n" for one in articles()))
    return DONE


def _readings(
    sources: Iterable[str], open_: Callable[[str], Reading], fail: Callable[[QariError], None]
) -> Iterator[Reading]:
    """The sources that can be read, one after another; `fail` hears why the others cannot."""
    for source in sources:
        try:
            reading = open_(source)
        except QariError as error:
            fail(error)
        else:
            yield reading


def _open(source: str, options: argparse.Namespace, stdin: BinaryIO | None = None, *, mend: bool = True) -> Reading:
    from reader.reading import Reading

    return Reading.open(
        source,
        document_date=options.date,
        encoding=options.encoding,
        stdin=stdin,
        allow_private=options.allow_private,
        mend=mend,
        repair=options.repair == "all",
    )


def _read(sources: list[str], options: argparse.Namespace) -> int:
    """The reading screen, or the library where no source is named."""
    from reader.reading import Reading
    from reader.tui import run

    failed: list[QariError] = []

    def head() -> Document | None:
        return Reading.head(sources[0]) if sources and not options.encoding else None

    def open_(source: str) -> Reading:
        if sources != ["-"] or sys.stdin is None or sys.stdin.isatty():
            return _open(source, options)
        pipe = os.dup(stdin_file())  # file 0 is going to be the keyboard
        return Reading.arrive(pipe, document_date=options.date, encoding=options.encoding)

    def opened() -> list[Reading] | None:
        readings = list(_readings(sources, open_, failed.append))
        return readings if readings or not sources else None

    settings, warnings = _settled(options)
    code = run(head, opened, settings, warnings, partial(Reading.article, document_date=options.date))
    for error in failed:  # not before: the screen would have covered it
        say(error.in_(settings.lang))
    return code or _code(failed)


def _doctor(options: argparse.Namespace) -> int:
    """What is found out about the terminal; questions only where there is somebody to answer them."""
    from reader.terminal import doctor

    findings = doctor.visit(_settled(options)[0], os.environ, asking=on_terminal())
    lines = doctor.report(findings, os.environ)
    if on_terminal():
        columns = shutil.get_terminal_size().columns
        write("".join(doctor.for_terminal(lines, findings, columns)).encode())
    else:
        emit("".join(f"{line}\n" for line in lines))
    return DONE


def _print(sources: list[str], options: argparse.Namespace) -> int:
    format_ = options.format or "text"
    if format_ == "json" and len(sources) > 1:
        several = message("leave out all but one") if options.panel else message("use -f jsonl for several")
        raise UsageError(message("json is one document"), several)
    is_text = format_ == "text" and not options.panel
    settings = Settings(lang=_lang(options)) if is_text else _settled(options)[0]
    if format_ == "jsonl":
        return _print_lines(sources, options, settings)
    failed: list[QariError] = []

    def fail(error: QariError) -> None:
        failed.append(error)
        say(error.in_(settings.lang))

    if options.panel:
        _print_panel(_told(sources, options, settings, fail), options, settings, fail)
        return _code(failed)
    for source in sources:
        if source == "-" and format_ == "text" and options.repair == "none":
            _pass_on(options, settings, fail)
            continue
        for reading in _told([source], options, settings, fail):
            try:
                _print_document(reading, format_, options, settings)
            except AnalysisError as error:
                fail(error)
    return _code(failed)


def _print_lines(sources: Sequence[str], options: argparse.Namespace, settings: Settings) -> int:
    """A line of JSON for each source, in order."""
    from reader.batch import How, analyse_files
    from reader.progress import Progress

    how = How(options.date, options.encoding, settings.lang, options.allow_private)
    progress = Progress(len(sources), sys.stderr, how.lang)
    ending.add(progress.clear)
    code = DONE
    for analysed in analyse_files(sources, how, jobs=options.jobs):
        progress.clear()
        for notice in analysed.notices:
            say(f"{analysed.source}: {notice}")
        if analysed.line is None:
            code = USAGE if analysed.misused else max(code, UNREADABLE)
            say(analysed.error)
        else:
            emit(analysed.line + "\n")
        progress.done(analysed.words)
    progress.clear()
    ending.discard(progress.clear)
    return code


def _pass_on(options: argparse.Namespace, settings: Settings, fail: Callable[[QariError], None]) -> None:
    """Standard input to standard output, as it comes; a page or a book has to be there before it can be read."""
    from reader.sources.stream import open_stream

    try:
        stream = open_stream(stdin_file(), encoding=options.encoding)
    except QariError as error:
        fail(error)
        return
    if stream.is_document:
        for reading in _told(["-"], options, settings, fail, stdin=stream.to_its_end()):
            _print_document(reading, "text", options, settings)
        return

    def tell(notice: str) -> None:
        say(f"-: {in_(notice, settings.lang)}")

    for notice in stream.notices:
        tell(notice)
    try:
        if on_terminal():
            for text in stream.as_text(tell):
                emit(text)
        else:
            for chunk in stream.as_utf8(tell):
                write(chunk)
    except QariError as error:
        fail(error)


def _told(
    sources: Sequence[str],
    options: argparse.Namespace,
    settings: Settings,
    fail: Callable[[QariError], None],
    *,
    stdin: BinaryIO | None = None,
) -> Iterator[Reading]:
    """The sources that can be read, with what is to be known of each."""
    picture, text = options.format == "ansi", not options.panel and options.format in (None, "text")
    mend = options.repair == "all" or not text
    given = picture or (text and mend)  # data hold the text as it was written, whatever is mended for names
    readings = _readings(sources, lambda source: _open(source, options, stdin, mend=mend), fail)
    return (_with_notices(reading, settings.lang, mended=mend, given=given) for reading in readings)


def _with_notices(reading: Reading, lang: str, *, mended: bool, given: bool) -> Reading:
    ruins = reading.ruins if mended else reading.seeming_ruins
    for notice in reading.document.notices:
        say(f"{reading.document.source.name}: {in_(notice, lang)}")
    if ruins:
        from reader import wording

        say(f"{reading.document.source.name}: {wording.ruined(ruins, lang, given=given)}")
    return reading


def _print_document(reading: Reading, format_: str, options: argparse.Namespace, settings: Settings) -> None:
    from reader.export import plain

    if format_ == "text":
        as_bytes = plain.text_for_terminal if on_terminal() else plain.text_bytes
        write(as_bytes(reading.document if options.repair == "all" else reading.original))
        return
    if format_ == "ansi":
        from reader.export import ansi
        from reader.terminal.printing import printer

        if not on_terminal():
            settings = replace(settings, bidi=options.bidi or Settings().bidi)  # the set way is that of my terminal
        settings, in_its_way = printer(settings, os.environ, to_terminal=on_terminal())
        colour = _wants_colour(options)
        if colour:
            _analyse(reading, settings.lang)
        for row in ansi.render(reading, settings, colour=colour):
            write(in_its_way(row).encode())
    else:
        from reader.export import json_document

        _analyse(reading, settings.lang)
        for part in json_document.parts(reading, settings.lang):
            emit(part)
        emit("\n")


def _analyse(reading: Reading, lang: str) -> None:
    from reader import wording

    for notice in reading.analyse().notices:
        say(f"{reading.document.source.name}: {wording.notice(notice, lang)}")


def _print_panel(
    readings: Iterable[Reading],
    options: argparse.Namespace,
    settings: Settings,
    fail: Callable[[QariError], None],
) -> None:
    """The rows of all sources; nothing, not even what their columns are called, where none could be analysed."""
    from reader.analysis.model import EntityType
    from reader.export import tables

    rows: list[tables.Row] = []
    analysed = 0
    for reading in readings:
        try:
            _analyse(reading, settings.lang)
        except AnalysisError as error:
            fail(error)
            continue
        analysed += 1
        if options.panel == "events":
            rows += tables.event_rows(reading)
        else:
            types = (options.type,) if options.type else PANELS[options.panel]
            rows += tables.entity_rows(reading, map(EntityType, types))
    if not analysed:
        return
    columns = tables.EVENT_COLUMNS if options.panel == "events" else tables.ENTITY_COLUMNS
    if options.format == "json":
        emit(tables.as_json(rows))
    else:
        emit((tables.as_csv if options.format == "csv" else tables.as_tsv)(columns, rows))


def _lang(options: argparse.Namespace) -> str:
    """The language to speak to a person in. Of their own files nothing else is asked, nor said."""
    return options.lang or language([])


def _settled(options: argparse.Namespace) -> tuple[Settings, tuple[str, ...]]:
    """What the user has set, with what this command line says on top; and what was wrong with it, which is said."""
    from reader import settings
    from reader.styles.load import load

    said = {key: getattr(options, key) for key in ("theme", "lang", "digits", "bidi", "direction", "width")}
    said["tashkeel"] = False if options.no_tashkeel else None
    faults: list[QariError] = []
    try:
        chosen, mistakes = settings.load()
    except QariError as error:
        chosen, mistakes = Settings(), ()
        faults.append(error)
    chosen = replace(chosen, **{key: value for key, value in said.items() if value is not None})
    try:
        mistakes = (*mistakes, *(load(chosen.theme).mistakes if chosen.theme is not None else ()))
    except UsageError as error:
        chosen = replace(chosen, theme=None)
        faults.append(error)
    warnings = [fault.in_(chosen.lang) for fault in faults]
    if mistakes:
        from reader import wording

        warnings += wording.mistakes(mistakes, chosen.lang)
    for warning in warnings:
        say(warning)
    return chosen, tuple(warnings)


def _wants_colour(options: argparse.Namespace) -> bool:
    """Asking for a picture asks for its colours, unless `--color never`, NO_COLOR (no-color.org) or a FORCE_COLOR of
    0 (as Node has it) says no."""
    if options.color != "auto":
        return bool(options.color == "always")
    forced = os.environ.get("FORCE_COLOR")
    return forced not in ("0", "false") if forced else not os.environ.get("NO_COLOR")
