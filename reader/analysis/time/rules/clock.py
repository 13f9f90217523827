"""Rules for the time of day: «الساعة العاشرة والنصف صباحا», «14:30», «هذا المساء», «منتصف الليل»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.analysis.time.meaning import Clock, Date, Draft, From, Step

if TYPE_CHECKING:
    from reader.analysis.time.rules.found import Builder, Found

_HOUR_AND_MINUTE = re.compile(r"\d\d:\d\d")
_HALF, _THIRD, _QUARTER = 30, 20, 15
_AFTERNOON = ("AF", "EV")
_MIDNIGHT = 24


def clock(found: Found) -> Draft | None:
    told = _hour_and_minute(found)
    if told is None:
        return None
    hour, minute = divmod(told[0] * 60 + told[1], 60)
    hour = _on_24(hour, "EV" if found.has("pm") else found.get("part"))
    hour = 0 if hour == _MIDNIGHT and minute else hour
    return found.draft(Clock(f"{hour:02}:{minute:02}", _day(found)))


def _hour_and_minute(found: Found) -> tuple[int, int] | None:
    if found.tokens("hour")[0].entry.cls == "clock_figure":
        hour, minute = (int(part) for part in found.key("hour").split(":"))
        return hour, minute
    hour = found.ordinal("hour")
    if not 0 <= hour <= 24 or _is_no_hour(found):
        return None
    if found.has("minutes"):
        number = found.number("minutes")
        return None if number is None or number >= 60 else (hour, int(number))
    group = found.first("fraction", "less")
    cls = found.tokens(group)[0].entry.cls if group else ""
    minute = _HALF if "half" in cls else _THIRD if "third" in cls else _QUARTER if "quarter" in cls else 0
    return hour, -minute if found.has("except") else minute


def _is_no_hour(found: Found) -> bool:
    """«ظهر الجيل الأول ظهر أمس»: hours are feminine («الأولى», «الثانية عشرة»)."""
    hour = found.tokens("hour")[0]
    return hour.entry.cls == "ordinal" and not hour.word.endswith(("ة", "اولي"))


def _on_24(hour: int, part: str | None) -> int:
    """«الثالثة عصرا» is 15; «الواحدة ليلا» is 1, «العاشرة ليلا» 22."""
    if hour > 12:
        return hour
    if part in _AFTERNOON or (part == "MI" and hour < 10) or (part == "NI" and 5 < hour < 12):
        return hour % 12 + 12
    if part in ("MO", "DA", "NI") and hour == 12:
        return 24 if part == "NI" else 0
    return hour


def _day(found: Found) -> Date | Step | None:
    """The day said beside the hour: «مساء اليوم», «من صباح الجمعة»."""
    if found.has("weekday"):
        steps = found.integer("qualifier")
        return Date(weekday=int(found.key("weekday")), steps=steps)
    return Step("D", int(found.key("spoken"))) if found.has("spoken") else None


def hour_of_item(found: Found) -> Draft | None:
    """«09:00 - 10:00 الجلسة الافتتاحية»: the hours that an item of a programme begins with; «2:1» is a score, «2:30»
    may be a verse."""
    heads, at = found.segment.heads, found.match.start()
    opens = at in heads or (at - 2 in heads and found.segment.tokens[at - 1].entry.cls == "dash")
    return clock(found) if opens and _HOUR_AND_MINUTE.fullmatch(found.tokens("hour")[0].word) else None


def midnight(found: Found) -> Draft:
    return found.draft(Clock(found.key("time"), _day(found)))


def tonight(found: Found) -> Draft:
    """«الليلة», «الليلة الماضية», «تلك الليلة»."""
    if found.has("pointer"):
        return found.draft(Step("D", 0, From.LAST), part="NI")
    steps = found.integer("qualifier") or 0
    return found.draft(Step("D", steps), part="NI")


def this_part(found: Found) -> Draft:
    return found.draft(Step("D", 0), part=found.key("part"))


_HOUR = "(?P<hour>{clock_figure}|{small}|{ordinal}{number}?)"
_FRACTION = (
    "(?:{clitic_and}(?P<fraction>[{the_half}{the_third}{the_quarter}{half}{quarter}{third}])"
    "|(?P<except>{except})(?P<less>[{the_third}{the_quarter}{quarter}{third}])"
    "|{clitic_and}(?P<minutes>{quantity})[{unit}{units}{tanwin_unit}])?"
)
_PART = "{of}?{in}?(?P<part>[{part}{the_part}{part_adverb}])"
_DAY = (
    "(?:{of}?{day_word}?"
    "(?:(?P<weekday>{weekday})(?P<qualifier>{qualifier})?|(?P<spoken>[{today}{deictic}]){weekday}?))?"
)

RULES: tuple[tuple[str, Builder], ...] = (
    ("{hour}{colon}?" + _HOUR + _FRACTION + "(?:(?P<pm>{common_era})|" + _PART + ")?" + _DAY, clock),
    ("(?<!{the_units})" + _HOUR + _FRACTION + "(?P<part>[{part}{the_part}{part_adverb}])" + _DAY, clock),
    ("(?<={in})(?P<hour>{clock_figure})" + _DAY, clock),
    ("(?P<hour>{clock_figure})(?P<pm>{common_era})", clock),
    ("(?P<hour>{clock_figure})(?=[{dash}{other}{verb}])", hour_of_item),
    ("(?P<time>{midnight})" + _DAY, midnight),
    ("(?P<tonight>{tonight})(?P<qualifier>{qualifier})?", tonight),
    ("(?P<pointer>{that})(?P<tonight>{tonight})", tonight),
    ("{this}(?P<part>{the_part})", this_part),
    ("{this}(?P<tonight>{tonight})", tonight),
)
