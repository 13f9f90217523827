"""The date a text gives itself, at its head: «القاهرة – 12 مارس 2021», «تاريخ النشر: 12/3/2021»."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate
from typing import TYPE_CHECKING

from reader.analysis.model import TimeType
from reader.analysis.time.find import find_times
from reader.analysis.time.lexicon import fold_word, lexicon
from reader.analysis.words.keys import key, keys
from reader.analysis.words.verbs import verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.model import TimeExpression

_HEAD = 5  # lines
_LONGEST = 60  # characters of a line that is a dateline and nothing else
_LEAD = 40  # characters before the date, where the text goes on behind it
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MAIL = re.compile(r"(?:Date|Sent):\s*(\S.*)", re.IGNORECASE)
# What may stand before the date in a dateline: a place, an agency, «في», «نُشر بتاريخ».
_BEFORE = re.compile(r"[^.!؟?؛]{0,40}")
_ITEM = re.compile(r"\s*[*•·▪●-]")
_BEHIND = re.compile(r"[ \t]*(?:\([^)]{1,25}\)[ \t]*)?[-–—ـ|]|[ \t]*\)?[ \t]*$")
_AFTER_PLACE = re.compile(r"[^.!؟?؛]{0,40}[،,–—)-][ \t]*")  # «بيروت، 3 أيار 2020، …»
_LIVES_ON = re.compile(r"[ \t]*[-–—][ \t]*\)")
_HOUR = re.compile(r"[ \t|–—-]*(?:الساعة[ \t]*)?\d{1,2}:\d\d(?::\d\d)?[ \t]*(?:صباحا|صباح[ًا]{2}|مساءً?|[صم])?")
_BETWEEN = re.compile(r"\s*(?:[-–—/]|إلى|الى|حتى|و)\s*")  # the ends of a range
_LABELS = keys("تاريخ التاريخ نشر النشر تحديث التحديث حرر تحريرا الإرسال أرسل")
_TELLING = keys("نشر كتب حرر صدر أعد أرسل حدث")
"""Verbs of what is done with a text, before its date."""
_CHRONICLE, _DATES = 4000, 3  # characters in which one shows that it is one, and by how many dates
_LATER = 2  # years, and how many dates: a text that tells what came long after a day was not written on it


def document_date_hint(text: str) -> datetime.date | None:
    """The day of a dateline among the first lines, or None. Conservative: a full civil date, in a line that is
    nothing else or right before the dash that opens the news («بيروت، 3 أيار 2020 – …»), or behind its label in a
    page or a mail («التاريخ: …», «Date: …»). A sentence, an item and a range are none."""
    lines = [line for line in text[:2000].splitlines() if line.strip()][:_HEAD]
    return next((day for line in lines if (day := _of_mail(line) or _of_line(line, text))), None)


def _of_mail(line: str) -> datetime.date | None:
    header = _MAIL.match(line[:200])
    told = parsedate(header[1]) if header else None
    try:
        return datetime.date(*told[:3]) if told else None
    except ValueError:
        return None


def _of_line(line: str, text: str) -> datetime.date | None:
    head = line[:200]
    times = find_times(head, None)
    if not times or times[0].type is not TimeType.DATE or not _DAY.fullmatch(times[0].value) or times[0].doubtful:
        return None
    before = head[: times[0].span.start]
    words = before.replace(":", " ").split()
    if (
        _is_life(head, times)
        or _ITEM.match(head)
        or _is_range(head, times)
        or not _BEFORE.fullmatch(before)
        or _tells(words)
    ):
        return None
    alone = _stands_alone(line, times[0])
    labelled = any(key(word) in _LABELS for word in words[:2])
    if not (alone or (labelled and ":" in before)):
        return None
    if not labelled and (_is_outlived(text, times[0]) or _is_chronicle(text)):
        return None
    return datetime.date.fromisoformat(times[0].value)


def _stands_alone(line: str, day: TimeExpression) -> bool:
    """Whether the line is the date and nothing else, or the date opens the news behind it."""
    before, behind = line[: day.span.start], line[day.span.end : 200]
    hour = _HOUR.match(behind)
    rest = behind[hour.end() :] if hour else behind
    comma = behind.lstrip()[:1] == "،" and _AFTER_PLACE.fullmatch(before) is not None
    colon = behind.lstrip()[:1] == ":" and bool(before.strip())  # «12 مارس: …» heads an entry
    opens = len(before) <= _LEAD and (comma or colon or _BEHIND.match(behind) is not None)
    return opens or (len(line) <= _LONGEST and not rest.strip(" \t)–—-|:،."))


def _is_range(head: str, times: Sequence[TimeExpression]) -> bool:
    first, *others = times
    days = (other for other in others[:1] if other.type is TimeType.DATE)
    return any(_BETWEEN.fullmatch(head[first.span.end : other.span.start]) for other in days)


def _is_life(head: str, times: Sequence[TimeExpression]) -> bool:
    """Whether the first date begins a life in brackets: «(22 يناير 1939 –)», «(حلب 22 يناير 1939 – دمشق 2001)»."""
    first, *others = times
    _, opened, before = head[: first.span.start].rpartition("(")
    if not opened or ")" in before:
        return False
    closed = head.find(")", first.span.end)
    return _LIVES_ON.match(head, first.span.end) is not None or any(other.span.end <= closed for other in others)


def _tells(words: Sequence[str]) -> bool:
    """Whether what stands before a date makes it one of a happening: a verb («تأسست الشركة في …»), or the noun that
    the day is a name with («اتفاق 17 مايو»)."""
    verbs = (verb(key(word), marbuta="ة" in word) for word in words)
    if any(sense is not None and sense.lemma not in _TELLING for sense in verbs):
        return True
    named = lexicon().words.get(fold_word(words[-1]).text) if words else None
    return named is not None and named.cls in ("event_noun", "named_after")


def _is_chronicle(text: str) -> bool:
    """Whether dates stand alone in three lines, with something told between: a page has one of its own, and that of its
    last change."""
    lines = [line for line in map(str.strip, text[:_CHRONICLE].splitlines()) if line]
    dates = [at for at, line in enumerate(lines) if _is_date(line)]
    return len(dates) >= _DATES and dates[-1] - dates[0] >= len(dates)


def _is_date(line: str) -> bool:
    if len(line) > _LONGEST or not any(map(str.isdigit, line)):
        return False
    times = find_times(line, None)
    rest = line[: times[0].span.start] + line[times[0].span.end :] if times else line
    return bool(times) and times[0].earliest is not None and not any(map(str.isalnum, rest))


def _is_outlived(text: str, day: TimeExpression) -> bool:
    """Whether the text tells of days long after: «في 16 يوليو 1969 –» opens a history as well."""
    year = int(day.value[:4])
    later = (time.latest for time in find_times(text[:2000], None) if time.latest and not time.latest.startswith("-"))
    return sum(int(latest.split("-")[0]) >= year + _LATER for latest in later) >= _LATER
