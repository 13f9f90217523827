"""The engine: rules are regular expressions over tags, one letter a token, and build a meaning from what they match.

A rule names classes of words (`{weekday}`) and the fragments below (`{day_of_month}`). At every place the
longest match whose builder accepts wins; look-arounds are the gates that keep a name or a count from being a date.
Every repetition is bounded, so the work is linear in the text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.analysis.time.lexicon import surfaces
from reader.analysis.time.rules.found import Found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.time.meaning import Draft
    from reader.analysis.time.rules.found import Builder
    from reader.analysis.time.tokens import Segment

_OF_NO_TIME = (
    "other", "verb", "clitic_and", "clitic_preposition", "latin", "mark", "stop", "comma", "dash", "open", "close",
    "percent", "slash", "colon",
)  # fmt: skip
"""Classes of words and signs that are no part of an expression, or never its first, …"""
_IN_DIGITS = (
    "small", "two_digits", "year4", "integer", "figure", "date_figure", "month_figure", "years_figure", "years_pair",
    "old_years_figure", "days_figure", "day_month_figure", "clock_figure",
)  # fmt: skip
"""… and of figures; all others are those of the lexicon."""

FRAGMENTS = {
    "and": "{clitic_and}",
    "digits": "[{small}{two_digits}{year4}{integer}]",
    "words": "{number}(?:{clitic_and}?{number}){0,8}",
    "quantity": "(?:{digits}|{figure}|{words})",
    "months": "[{month}{weak_month}{hijri_month}{weak_hijri_month}]",
    "single": "[{day_word}{month_word}{year_word}{unit}]",
    "any_unit": "[{day_word}{month_word}{year_word}{unit}{tanwin_unit}{units}]",
    "any_era": "[{hijri_era}{common_era}{before_era}]",
    "counting": "[{counted}{percent}{units}{tanwin_unit}{number}{slash}{figure}{small}{year_word}{month_word}]",
    "ordinals": "(?:{ordinal}(?:{number}|{clitic_and}{the_ten})?|{the_ten})",
    "day_of_month": "(?:{small}|{first_day}|{first}|{ordinals})",
    "the_period": "[{the_year}{the_month}{the_unit}{century}]",
    "spoken_day": "[{today}{deictic}]",
    # the year behind a month or a season: said, counted from now, or that of the last date
    "year_tail": "(?:"
    "{comma}?[{of}{in}{clitic_preposition}]?(?:{year_word}|{the_year})(?P<year>{digits}|{words})(?P<era>{any_era})?"
    "|(?:{of}|(?P<bracket>{open})|(?P<parted>{comma})(?!{year4}{counting}))?"
    "(?P<year4>{year4})(?P<era4>{any_era})?(?(bracket){close})"
    "|(?P<year3>{digits})(?P<era3>{any_era})"
    "|{of}?(?P<year_pointer>[{this}{that}{same}])?(?P<year_unit>{the_year})(?P<year_qualifier>{qualifier}|{anaphor})?"
    "|(?P<qualifier>{qualifier}))",
    # a quantity of time: «ثلاثة أيام ونصف», «يومين», «نصف قرن», «عدة أسابيع»
    "amount": "(?P<modifier>{modifier})?(?:"
    "(?P<quantity>{quantity}){full}?(?P<unit>{any_unit})(?:{clitic_and}(?P<half>[{half}{the_half}]))?"
    "|(?P<dual>{dual})(?:{clitic_and}(?P<dual_half>[{half}{the_half}]))?"
    "|(?P<fraction>[{half}{quarter}])(?P<of_unit>{single})"
    "|(?P<some>{some})(?P<some_units>{units})"
    "|(?P<one_unit>[{day_word}{month_word}{year_word}{unit}{tanwin_unit}])"
    "(?:{clitic_and}(?P<one_half>[{half}{the_half}])|(?P<one>{number})|{full}))"
    "(?:[{the_year}{the_month}{hour}{the_unit}{today}](?![{qualifier}{vague_qualifier}{weekday}]))?{full}?",
}  # fmt: skip


@cache
def letters() -> dict[str, str]:
    """A private-use letter for every class of tokens."""
    names = dict.fromkeys((*_OF_NO_TIME, *_IN_DIGITS)) | dict.fromkeys(entry.cls for _, entry in surfaces())
    return {name: chr(0xE000 + at) for at, name in enumerate(names)}


def pattern(source: str) -> re.Pattern[str]:
    """A rule's pattern with its fragments and classes put in."""
    classes: dict[str, Any] = dict(letters())
    for _ in range(4):
        for name, fragment in FRAGMENTS.items():
            source = source.replace(f"{{{name}}}", f"(?:{fragment})" if fragment[0] != "[" else fragment)
    source = re.sub(r"\{([a-z_]\w*)\}", lambda match: classes[match[1]], source)
    return re.compile(source)


class Rule(NamedTuple):
    """What a rule matches, and what it makes of a match."""

    pattern: re.Pattern[str]
    build: Builder


@cache
def rules_of(table: tuple[tuple[str, Builder], ...]) -> tuple[Rule, ...]:
    """The rules of a table, ready to match."""
    return tuple(Rule(pattern(source), build) for source, build in table)


def match(segment: Segment, rules: Sequence[Rule]) -> None:
    """Gives a segment its expressions, in text order, none overlapping."""
    known = letters()
    segment.tags = tags = "".join([known[token.entry.cls] for token in segment.tokens])
    idle = _idle()
    at = 0
    while at < len(tags):
        made = None if tags[at] in idle else _longest(segment, at, rules)
        if made is None:
            at += 1
            continue
        segment.drafts.extend(made[0])
        at = max(made[1], at + 1)


@cache
def _idle() -> frozenset[str]:
    """Tags that no expression begins with."""
    return frozenset(
        letters()[name]
        for name in (*_OF_NO_TIME, "in", "of", "to", "during", "office", "counted", "numbered", "age", "future")
    )


def _longest(segment: Segment, at: int, rules: Sequence[Rule]) -> tuple[list[Draft], int] | None:
    matches = [(match, rule) for rule in rules if (match := rule.pattern.match(segment.tags, at))]
    matches.sort(key=lambda pair: -pair[0].end())
    for match, rule in matches:
        made = rule.build(Found(segment, match))
        if made is not None:
            made = made if isinstance(made, list) else [made]
            return made, max((draft.last for draft in made), default=match.end())
    return None
