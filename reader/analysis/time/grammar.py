"""The engine: rules are regular expressions over tags, one letter a token, and build a meaning from what they match.

A rule names classes of words (`{weekday}`) and the fragments below (`{day_of_month}`). At every place the
longest match whose builder accepts wins; look-arounds are the gates that keep a name or a count from being a date.
Every repetition is bounded, so the work is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.analysis.model import TimeType
from reader.analysis.time import numbers, values
from reader.analysis.time.lexicon import surfaces
from reader.analysis.time.meaning import Date, Draft, Era, Fixed, Meaning, Step, Tense
from reader.analysis.time.tense import looks_ahead, tense

if TYPE_CHECKING:
    from reader.analysis.time.tokens import Segment, Token

_PLAIN = (
    "other", "clitic_and", "clitic_preposition", "latin", "mark", "stop", "comma", "dash", "open", "close", "percent",
    "slash", "colon", "small", "two_digits", "year4", "integer", "figure", "date_figure", "month_figure",
    "years_figure", "old_years_figure", "days_figure", "day_month_figure", "clock_figure",
)  # fmt: skip

FRAGMENTS = {
    "and": "{clitic_and}",
    "digits": "[{small}{two_digits}{year4}{integer}]",
    "words": "{number}(?:{clitic_and}?{number}){0,8}",
    "quantity": "(?:{digits}|{figure}|{words})",
    "months": "[{month}{weak_month}{hijri_month}{weak_hijri_month}]",
    "single": "[{day_word}{month_word}{year_word}{unit}]",
    "any_unit": "[{day_word}{month_word}{year_word}{unit}{tanwin_unit}{units}]",
    "any_era": "[{hijri_era}{common_era}{before_era}]",
    "ordinals": "(?:{ordinal}(?:{number}|{clitic_and}{the_ten})?|{the_ten})",
    "day_of_month": "(?:{small}|{first_day}|{first}|{ordinals})",
    "the_period": "[{the_year}{the_month}{the_unit}{century}]",
    "spoken_day": "[{today}{deictic}]",
    # the year behind a month or a season: said, counted from now, or that of the last date
    "year_tail": "(?:"
    "[{of}{comma}{clitic_preposition}]?(?:{year_word}|{the_year})(?P<year>{digits}|{words})(?P<era>{any_era})?"
    "|{of}?(?P<year4>{year4})(?P<era4>{any_era})?"
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
    names = dict.fromkeys(_PLAIN) | dict.fromkeys(entry.cls for _, entry in surfaces())
    return {name: chr(0xE000 + at) for at, name in enumerate(names)}


def pattern(source: str) -> re.Pattern[str]:
    """A rule's pattern with its fragments and classes put in."""
    classes: dict[str, Any] = dict(letters())
    for _ in range(4):
        for name, fragment in FRAGMENTS.items():
            source = source.replace(f"{{{name}}}", f"(?:{fragment})" if fragment[0] != "[" else fragment)
    source = re.sub(r"\{([a-z_]\w*)\}", lambda match: classes[match[1]], source)
    return re.compile(source)


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule, asked by the names of its groups."""

    segment: Segment
    match: re.Match[str]

    def has(self, name: str) -> bool:
        return self.match.groupdict().get(name) is not None

    def tokens(self, name: str) -> list[Token]:
        if not self.has(name):
            return []
        start, end = self.match.span(name)
        return self.segment.tokens[start:end]

    def key(self, name: str) -> str:
        """The value of the group's first word."""
        return self.tokens(name)[0].entry.key

    def get(self, name: str) -> str | None:
        """The same, or None where the group did not match."""
        return self.key(name) if self.has(name) else None

    def first(self, *names: str) -> str | None:
        """The first of these groups that matched."""
        return next((name for name in names if self.has(name)), None)

    def ordinal(self, name: str) -> int:
        """«الثاني والعشرين» and «22»."""
        return sum(int(token.entry.key) for token in self.tokens(name) if token.entry.key)

    def number(self, name: str) -> float | None:
        """Digits or number words; None where the figure is no plain number."""
        tokens = self.tokens(name)
        if len(tokens) == 1 and tokens[0].entry.cls != "number":
            word = tokens[0].word.replace("٫", ".").replace("٬", ",")
            if re.fullmatch(r"\d{1,3}(,\d{3}){1,3}", word):
                return float(word.replace(",", ""))
            return float(word) if re.fullmatch(r"\d{1,9}(\.\d{1,4})?", word) else None
        parts, joined = [], False
        for token in tokens:
            if token.entry.cls == "clitic_and":
                joined = True
            else:
                parts.append(numbers.Part(int(token.entry.key), joined))
                joined = False
        value = numbers.value(parts)
        return None if value is None else float(value)

    def token(self, offset: int) -> Token | None:
        """The token `offset` places behind the match (0 is the next one), or before it (-1)."""
        at = self.match.end() + offset if offset >= 0 else self.match.start() + offset
        return self.segment.tokens[at] if 0 <= at < len(self.segment.tokens) else None

    def draft(self, meaning: Meaning, *, group: str | None = None, until: str | None = None, **more: Any) -> Draft:
        """The whole match, or one group, or up to where a group begins, as a draft."""
        first, last = self.match.span(group) if group else self.match.span()
        if until:
            last = self.match.start(until)
        tokens = self.segment.tokens
        return Draft(first, last, tokens[first].start, tokens[last - 1].end, meaning, **more)


Builder = Callable[[Found], "Draft | list[Draft] | None"]


class Rule(NamedTuple):
    """What a rule matches, and what it makes of a match (None: not this, after all; []: a name, to be left alone)."""

    pattern: re.Pattern[str]
    build: Builder


def rules_of(table: list[tuple[str, Builder]]) -> list[Rule]:
    return [Rule(pattern(source), build) for source, build in table]


@cache
def _rules() -> tuple[Rule, ...]:
    from reader.analysis.time.rules import clock, days, periods, spans, years

    return tuple(rules_of([*days.RULES, *years.RULES, *periods.RULES, *spans.RULES, *clock.RULES]))


def drafts(segment: Segment) -> list[Draft]:
    """Every expression of a segment, in text order, none overlapping."""
    tags = segment.tags(letters())
    idle = _idle()
    found: list[Draft] = []
    at = 0
    while at < len(tags):
        if tags[at] in idle:
            at += 1
            continue
        made = _longest(segment, tags, at)
        if made is None:
            at += 1
            continue
        found.extend(made[0])
        at = max(made[1], at + 1)
    told = [draft._replace(tense=_tense(segment, draft)) for draft in _joined(segment, tags, found)]
    for at in range(len(told) - 1, 0, -1):  # both ends of a range are looked for in one direction
        if _connects(tags[told[at - 1].last : told[at].first], letters()):
            told[at - 1] = told[at - 1]._replace(tense=told[at].tense)
    return told


def _tense(segment: Segment, draft: Draft) -> Tense:
    date = draft.meaning
    if isinstance(date, Date) and date.month and date.year is None and looks_ahead(segment, draft.first):
        return Tense.PRESENT
    return tense(segment, draft.first, draft.last)


@cache
def _idle() -> frozenset[str]:
    """Tags that no expression begins with."""
    return frozenset(
        letters()[name]
        for name in (*_PLAIN[:13], "in", "of", "to", "during", "office", "counted", "numbered", "age", "future")
    )


def _longest(segment: Segment, tags: str, at: int) -> tuple[list[Draft], int] | None:
    matches = [(match, rule) for rule in _rules() if (match := rule.pattern.match(tags, at))]
    matches.sort(key=lambda pair: -pair[0].end())
    for match, rule in matches:
        made = rule.build(Found(segment, match))
        if made is not None:
            made = made if isinstance(made, list) else [made]
            return made, max((draft.last for draft in made), default=match.end())
    return None


def _joined(segment: Segment, tags: str, found: list[Draft]) -> list[Draft]:
    """Drafts put together with what stands beside them: edges, modifiers, a second calendar, the range they end."""
    known = letters()
    joined: list[Draft] = []
    for draft in found:
        draft = _with_edge(segment, tags, draft, joined[-1].last if joined else 0)
        if joined and (
            both := _both_calendars(segment, tags, joined[-1], draft) or _one_duration(tags, joined[-1], draft)
        ):
            joined[-1] = both
        else:
            joined.append(draft)
    for at in range(len(joined) - 1, 0, -1):
        left, right = joined[at - 1], joined[at]
        between = tags[left.last : right.first]
        if _connects(between, known) or left.last == right.first == left.last:
            joined[at - 1], joined[at] = _lend(left, right)
    return joined


def _connects(between: str, known: dict[str, str]) -> bool:
    """Whether only «إلى», «حتى», «و», a dash, a slash or a comma stands between."""
    allowed = {known[name] for name in ("to", "clitic_and", "dash", "slash", "comma")}
    return 1 <= len(between) <= 2 and set(between) <= allowed


def _with_edge(segment: Segment, tags: str, draft: Draft, free: int) -> Draft:
    """«مطلع», «أواخر», «منتصف» before a date belong to it; «نحو» only marks it."""
    known, at = letters(), draft.first - 1
    if at > free and tags[at] == known["of"] and tags[at - 1] == known["edge"]:
        at -= 1
    if at < free or draft.mod:
        return draft
    token = segment.tokens[at]
    if token.entry.cls == "edge":
        step = draft.meaning
        if isinstance(step, Step) and step.unit == "W" and token.word == "نهاية":
            return draft._replace(first=at, start=token.start, meaning=replace(step, unit="WE"))  # the weekend
        return draft._replace(first=at, start=token.start, mod=token.entry.key)
    if token.entry.cls == "modifier":
        return draft._replace(mod=token.entry.key)
    return draft


def _both_calendars(segment: Segment, tags: str, left: Draft, right: Draft) -> Draft | None:
    """«سنة 505هـ/1111م» and «… الموافق …» are one expression, valued in the civil calendar."""
    known = letters()
    if not (isinstance(left.meaning, Date) and isinstance(right.meaning, Date)):
        return None
    between = tags[left.last : right.first]
    joiners = {known["slash"], known["open"], known["agreeing"], known["dash"], known["clitic_preposition"]}
    if not between or len(between) > 4 or not set(between) <= joiners | {known["comma"], known["close"]}:
        return None
    if not set(between) & joiners:
        return None
    if not (left.meaning.month or left.meaning.year):
        return _agreeing(left, right) if {known["agreeing"], known["open"]} & set(between) else None
    hijri, civil = (left, right) if left.meaning.era is Era.HIJRI else (right, left)
    if not (isinstance(hijri.meaning, Date) and isinstance(civil.meaning, Date)):
        return None
    if hijri.meaning.era is not Era.HIJRI or civil.meaning.era is not Era.CIVIL or civil.meaning.year is None:
        return None
    last, end = right.last, right.end
    if known["open"] in between and last < len(tags) and tags[last] == known["close"]:
        end, last = segment.tokens[last].end, last + 1
    meaning = civil.meaning
    return left._replace(last=last, end=end, meaning=meaning, hijri=hijri.meaning, mod=left.mod or right.mod)


def _one_duration(tags: str, left: Draft, right: Draft) -> Draft | None:
    """«90 ساعة و30 دقيقة» is one duration."""
    first, second = left.meaning, right.meaning
    if not (isinstance(first, Fixed) and isinstance(second, Fixed)) or left.mod or right.mod:
        return None
    if tags[left.last : right.first] != letters()["clitic_and"]:
        return None
    value = values.combined(first.value, second.value)
    if value is None or first.type is not TimeType.DURATION or second.type is not TimeType.DURATION:
        return None
    return left._replace(last=right.last, end=right.end, meaning=Fixed(TimeType.DURATION, value))


def _agreeing(left: Draft, right: Draft) -> Draft | None:
    """«الثلاثاء الموافق 12 سبتمبر»: one day, said twice."""
    if not (isinstance(left.meaning, Date) and isinstance(right.meaning, Date)) or not right.meaning.day:
        return None
    meaning = replace(right.meaning, weekday=left.meaning.weekday)
    return left._replace(last=right.last, end=right.end, meaning=meaning)


def _lend(left: Draft, right: Draft) -> tuple[Draft, Draft]:
    """In a range, one end takes from the other what it leaves out: month, year, «الماضي»."""
    a, b = left.meaning, right.meaning
    if not (isinstance(a, Date) and isinstance(b, Date)):
        return left, right
    if a.day and not a.month and b.month:
        a = replace(a, month=b.month, era=b.era, steps=b.steps)
    if a.month and b.month and a.year is None and b.year is not None and not a.year_step and a.steps is None:
        a = replace(a, year=b.year - (1 if a.month > b.month else 0), era=b.era)
    if a.month and b.month and a.year is None and b.year is None and a.steps is None and not a.year_step:
        a = replace(a, year_step=b.year_step, steps=b.steps)
    if a.weekday and b.weekday and not (a.month or b.month) and a.steps is None:
        a = replace(a, steps=b.steps)
    return left._replace(meaning=a), right
