"""The day that a source gives itself: in its data (ISO 8601, RFC 5322), or in a line for people."""

from __future__ import annotations

import datetime
import re

from reader.text.arabic import ARAB_DIGITS, LATIN_DIGITS, PERSIAN_DIGITS, RIDING

_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_DIGITS = str.maketrans(ARAB_DIGITS + PERSIAN_DIGITS, LATIN_DIGITS * 2)
_RIDING = re.compile(f"[{RIDING}]")

_NAMES = (
    ("يناير", "كانون الثاني", "جانفي", "january", "jan"),
    ("فبراير", "شباط", "فيفري", "february", "feb"),
    ("مارس", "آذار", "اذار", "march", "mar"),
    ("أبريل", "إبريل", "ابريل", "نيسان", "أفريل", "افريل", "april", "apr"),
    ("مايو", "أيار", "ايار", "ماي", "may"),
    ("يونيو", "يونيه", "حزيران", "جوان", "june", "jun"),
    ("يوليو", "يوليه", "تموز", "جويلية", "يوليوز", "july", "jul"),
    ("أغسطس", "اغسطس", "آب", "اب", "أوت", "اوت", "غشت", "august", "aug"),
    ("سبتمبر", "أيلول", "ايلول", "شتنبر", "september", "sept", "sep"),
    ("أكتوبر", "اكتوبر", "تشرين الأول", "تشرين الاول", "october", "oct"),
    ("نوفمبر", "تشرين الثاني", "نونبر", "november", "nov"),
    ("ديسمبر", "كانون الأول", "كانون الاول", "دجنبر", "december", "dec"),
)
"""The months as sites write them, from the Gulf to the Maghreb."""
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"((?:19|20)\d\d)(?!\d)"
_OTHER_NAME = r"(?:\s*[/(]\s*[^\W\d][^\d)]{1,15}\)?)?"
"""The same month by its other name: «17 سبتمبر/أيلول 2023»."""
_WRITTEN = (
    (re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[\s.-]*({_MONTH}){_OTHER_NAME}[\s،,.-]*{_YEAR}"), (1, 2, 3)),
    (re.compile(rf"(?<!\w)({_MONTH})\.?\s+(\d{{1,2}})(?!\d)[\s،,]*{_YEAR}"), (2, 1, 3)),
)
_YEAR_FIRST = re.compile(rf"(?<!\d){_YEAR}\s*[-/.]\s*(\d{{1,2}})\s*[-/.]\s*(\d{{1,2}})(?!\d)")
_DAY_FIRST = re.compile(rf"(?<![\d/.-])(\d{{1,2}})\s*([-/.])\s*(\d{{1,2}})\s*\2\s*{_YEAR}(?![/.-]\d)")
_DATE_WORDS = """
    أحد احد اثنين إثنين ثلاثاء أربعاء اربعاء خميس جمعة سبت يوم نشر تاريخ ساعة توقيت ص م هـ ه ـ مـ صباحا مساء
    محرم صفر ربيع أول آخر ثاني جمادى أولى آخرة رجب شعبان رمضان شوال ذو ذي قعدة حجة
"""
_OF_DATES = frozenset(_DATE_WORDS.split())
"""What stands around a date and says nothing else: the days of the week, the Hijri months, the hour."""
_LOOKED_AT = 500


def day_in_data(text: str) -> datetime.date | None:
    """The day of a time stamp, as it was written where it was written: no time zone moves it."""
    found = _ISO.match(text)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    from email.utils import parsedate

    try:
        fields = parsedate(text[:_LOOKED_AT])
    except (ValueError, IndexError, TypeError):  # what its parser lets through
        fields = None
    return _day(*fields[:3]) if fields else day_in_words(text)


def day_in_words(text: str) -> datetime.date | None:
    """The first full Gregorian date in a line such as «الأحد 17 سبتمبر/أيلول 2023»; the day before the month
    in 5/9/2023, as everywhere where Arabic is written. A Hijri date beside it does not disturb."""
    line = _RIDING.sub("", text[:_LOOKED_AT]).translate(_DIGITS).lower()
    for pattern, (day, month, year) in _WRITTEN:
        found = pattern.search(line)
        if found:
            return _day(int(found[year]), _MONTHS[found[month]], int(found[day]))
    found = _YEAR_FIRST.search(line)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    found = _DAY_FIRST.search(line)
    if not found:
        return None
    day, month, year = int(found[1]), int(found[3]), int(found[4])
    return _day(year, month, day) if month <= 12 else _day(year, day, month)


def is_of_date(word: str) -> bool:
    """Whether a word is the name of a month, or one of those that stand around a date."""
    return word.lower() in _MONTHS or word.removeprefix("ال") in _OF_DATES


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except (ValueError, OverflowError):
        return None
