"""Scores the rows of the timeline against what an editor would write into them (lines `#r` of reader/training/open), on
the passages that the recogniser has not read: `python tests/eval/score_rows.py [--show]`. `learn_rows` learns ten
weights from them.

Of the happenings that are found, in per cent: F of the words that wide rows say, and narrow ones; the rows that say
just the editor's words, whatever is put in (`alike`), and those of which that agrees as well (`whole`); and F of the
rows into which something is put, right where it shares a word with what the editor puts in.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Final
from unittest.mock import patch

import answers
import open_events
import score_events
from counts import HEAD, Count
from score_headlines import BRACKET, words

from reader.analysis.events import headline, hearing
from reader.analysis.events.choosing import Word, words_around
from reader.training.opened import open_passage, open_passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.analysis.events.forms import Words
    from reader.analysis.events.sentence import Candidate
    from reader.analysis.model import Event
    from reader.analysis.words.tokens import Token
    from reader.training.samples import Row, Sample

_LETTERS: Final = ("و", "ف", "ب", "ل")
"""What a row may have left out before its first word."""
Counts = dict[str, Count]


def wanted() -> Iterator[tuple[str, Sample]]:
    """The passages that are held out, of which some rows are known, with what is written of them."""
    for path in sorted(open_events.OPEN.glob("*.txt")):
        for passage in open_passages(path):
            sample = open_passage(passage)
            if sample.held_out and any(happening.row for happening in sample.happenings or ()):
                yield passage, sample


def choices(*, narrow: bool) -> Iterator[tuple[list[Word], list[bool]]]:
    """The words that the row of each happening found may say, and whether the editor's says them."""
    seen: list[tuple[Words, Candidate]] = []

    def watch(words: Words, candidate: Candidate) -> tuple[str, str]:
        seen.append((words, candidate))
        return headline.headlines(words, candidate)

    with patch.object(sys.modules["reader.analysis.events.find"], "headlines", watch):
        for passage, sample in wanted():
            seen.clear()
            score_events.analyse_text(sample.text, open_events.day(passage))
            rows = {one.span.start: one.row for one in sample.happenings or () if one.row is not None}
            for words, candidate in seen:
                token = words.sentence.tokens[candidate.token]
                row = next((row for at, row in rows.items() if token.start <= at < token.end), None)
                heard = hearing.row(candidate)
                if row is not None and heard is not None:
                    kept = row.short if narrow else row.long
                    around = words_around(words, candidate, heard)[narrow]
                    said = [_is_said(words.sentence.tokens[word.token], kept) for word in around]
                    if any(said):
                        yield around, said


def _is_said(token: Token, kept: Iterable[int]) -> bool:
    return any(token.start <= at < token.end for at in kept)


def score(passages: Iterable[tuple[str, Sample]], shown: list[str] | None = None) -> Counts:
    """The counts; the rows that say other words are added to `shown`."""
    counts = {name: Count() for name in ("long", "short", "long alike", "short alike", "long whole", "put in")}
    for passage, sample in passages:
        events = score_events.analyse_text(sample.text, open_events.day(passage)).events
        for happening in sample.happenings or ():
            event = next((one for one in events if one.trigger.overlaps(happening.span)), None)
            if happening.row is not None and event is not None:
                _add(counts, sample.text, happening.row, event, shown)
    return counts


def _add(counts: Counts, text: str, row: Row, event: Event, shown: list[str] | None) -> None:
    put_in = {word for one in BRACKET.findall(event.headline) for word in words(one)}
    asked = {word for one in row.put_in for word in words(one)}
    agree = not put_in.isdisjoint(asked)
    counts["put in"].add(agree, bool(put_in), bool(asked))
    for name, said, kept in (("long", event.headline, row.long), ("short", event.headline_short, row.short)):
        spoken = list(words(BRACKET.sub(" ", said)))
        editors = [word for at in sorted(kept) for word in words(text[at:].split(maxsplit=1)[0])]
        right = _shared(spoken, editors)
        counts[name].add(right, len(spoken), len(editors))
        alike = right == len(spoken) == len(editors)
        counts[f"{name} alike"].add(alike, 1, 1)
        if name == "long":
            counts["long whole"].add(alike and (agree or not (put_in or asked)), 1, 1)
        if shown is not None and not alike:
            shown.append(f"{name}: {said} <> {' '.join(editors)} {sorted(row.put_in)}")


def _shared(spoken: list[str], editors: list[str]) -> int:
    """How many words both have; the first of a row without its clitic."""
    left = list(editors)
    found = 0
    for at, word in enumerate(spoken):
        letters = ("", *_LETTERS) if at == 0 else ("",)
        like = next((other for other in left if word in {other.removeprefix(one) for one in letters}), None)
        if like is not None:
            left.remove(like)
            found += 1
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--show", action="store_true", help="the rows that say other words")
    options = parser.parse_args()
    answers.recall()
    shown = list[str]() if options.show else None
    counts = score(wanted(), shown)
    sys.stdout.write(f"{'':12} {HEAD}\n")
    sys.stdout.writelines(f"{name:12} {count}\n" for name, count in counts.items())
    sys.stdout.write("\n".join(shown or ()))
    answers.keep()


if __name__ == "__main__":
    main()
