"""Rules for stretches and steps: durations, «قبل شهرين», «الأسبوع الماضي», repetition, vague references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.model import TimeType
from reader.analysis.time import tense, values
from reader.analysis.time.meaning import After, Draft, Fixed, From, Step, Tense

if TYPE_CHECKING:
    from reader.analysis.time.rules.found import Builder, Found

_YEARS_OF = {"DE": 10, "CE": 100}
_VAGUE = {-2: "PAST_REF", -1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF", 2: "FUTURE_REF"}


def _amount(found: Found) -> tuple[float | None, str] | None:
    """How many of which unit; the count is None for «عدة أيام». None where it is no amount of time."""
    if found.has("quantity"):
        count, after = found.number("quantity"), found.token(0)
        if not count:
            return None
        if found.tokens("unit")[0].entry.cls == "year_word" and after is not None and after.entry.cls == "year4":
            return None  # «القرار 1701 عام 2006»
        if found.tokens("unit")[0].word == "عقد" and found.tokens("quantity")[-1].entry.cls == "year4":
            return None  # «في 1990 عقد المجلس جلسة»
        return count + (0.5 if found.has("half") else 0), found.key("unit")
    if found.has("dual"):
        return 2 + (0.5 if found.has("dual_half") else 0), found.key("dual")
    if found.has("fraction"):
        return _fraction(found.tokens("fraction")[0].entry.cls, found.key("of_unit"))
    if found.has("some"):
        return None, found.key("some_units")
    if found.has("one") and found.number("one") != 1:
        return None
    return 1 + (0.5 if found.has("one_half") else 0), found.key("one_unit")


def _fraction(cls: str, unit: str) -> tuple[float, str] | None:
    """Half an hour is 30 minutes, half a century 50 years."""
    part = 2 if cls == "half" else 4
    whole = {"TM": (60, "TS"), "TH": (60, "TM"), "D": (24, "TH"), "Y": (12, "M"), "DE": (10, "Y"), "CE": (100, "Y")}
    if unit not in whole:
        return 1 / part, unit
    count, smaller = whole[unit]
    return count / part, smaller


def _step(count: float, unit: str, origin: From = From.NOW) -> Step:
    years = _YEARS_OF.get(unit)
    return Step("Y", count * years, origin) if years else Step(unit, count, origin)


def duration(found: Found) -> Draft | None:
    told = _amount(found)
    if told is None:
        return None
    return found.draft(Fixed(TimeType.DURATION, values.duration(*told)), mod=found.get("modifier"))


def single_unit(found: Found) -> Draft:
    """One, where nothing counts it: «بعد يوم من …», «دام أسبوعا»."""
    return found.draft(Fixed(TimeType.DURATION, values.duration(1, found.key("single"))))


def modified_single(found: Found) -> Draft | None:
    """«أكثر من عام», «نحو شهر»."""
    if not found.has("modifier"):
        return None
    return single_unit(found)._replace(mod=found.get("modifier"))


def hundreds_of(found: Found) -> Draft:
    """«مئات السنين»."""
    return found.draft(Fixed(TimeType.DURATION, values.duration(None, found.key("units"))))


def tanwin_unit(found: Found) -> Draft | None:
    """«دام شهرا»; «يوما» is "one day" and «عاما» "general" as often."""
    return single_unit(found) if found.key("single") in ("W", "M", "CE") else None


def bare_plural(found: Found) -> Draft | None:
    """«لسنوات», «خلال أسابيع»: nobody says how many."""
    before = found.token(-1)
    if before is not None and before.entry.cls == "clitic_preposition" and before.word != "ل":
        return None
    after = found.token(0)
    if found.tokens("units")[0].word == "اشهر" and after is not None and after.word.startswith("ال"):
        return None  # «لأشهر المطربين»
    return found.draft(Fixed(TimeType.DURATION, values.duration(None, found.key("units"))))


def ago(found: Found) -> Draft | None:
    told = _single_or_amount(found)
    if told is None:
        return None
    count, unit = told
    if count is None:
        return found.draft(Fixed(TimeType.DATE, "PAST_REF"))
    return found.draft(_step(-count, unit), mod=found.get("modifier"))


def _single_or_amount(found: Found) -> tuple[float | None, str] | None:
    if not found.has("single"):
        return _amount(found)
    after = found.token(0)
    if found.key("single") == "DE" and after is not None and after.entry.cls == "other":
        return None  # «بعد عقد اجتماع» holds one
    return 1, found.key("single")


def since(found: Found) -> Draft | None:
    """«اندلعت منذ عامين» points at a day, «يعمل منذ عامين» measures."""
    told = _single_or_amount(found)
    if told is None:
        return None
    count, unit = told
    if tense.lasts(found.segment, found.match.start()):
        made = found.draft(Fixed(TimeType.DURATION, values.duration(count, unit)), mod=found.get("modifier"))
        return _from_second(found, made)
    if count is None:
        return found.draft(Fixed(TimeType.DATE, "PAST_REF"))
    return found.draft(_step(-count, unit), mod=found.get("modifier"))


def _from_second(found: Found, draft: Draft) -> Draft:
    """The draft without its first token."""
    return draft._replace(first=draft.first + 1, start=found.segment.tokens[draft.first + 1].start)


def vague_since(found: Found) -> Draft:
    """«منذ سنوات», «قبل أيام»."""
    since_ = found.tokens("particle")[0].entry.cls == "since"
    if since_ and tense.lasts(found.segment, found.match.start()):
        made = found.draft(Fixed(TimeType.DURATION, values.duration(None, found.key("units"))))
        return _from_second(found, made)
    return found.draft(Fixed(TimeType.DATE, "PAST_REF"))


def hence(found: Found) -> Draft | None:
    """«سيعود بعد يومين» from now; «وبعد عامين عاد» from the last date, else a duration."""
    told = _single_or_amount(found)
    if told is None:
        return None
    count, unit = told
    if count is None:
        return _from_second(found, found.draft(Fixed(TimeType.DURATION, values.duration(count, unit))))
    start, end = found.match.span()
    measured = Fixed(TimeType.DURATION, values.duration(count, unit))
    trimmed = found.segment.tokens[start + 1].start
    if tense.tense(found.segment, start, end) is Tense.PAST:
        return found.draft(After(_step(count, unit, From.LAST), measured), mod=found.get("modifier"), trimmed=trimmed)
    return found.draft(_step(count, unit), mod=found.get("modifier"))


def vague_hence(found: Found) -> Draft:
    """«بعد سنوات»."""
    if tense.tense(found.segment, *found.match.span()) is Tense.PAST:
        made = found.draft(Fixed(TimeType.DURATION, values.duration(None, found.key("units"))))
        return _from_second(found, made)
    return found.draft(Fixed(TimeType.DATE, "FUTURE_REF"))


def after_that(found: Found) -> Draft | None:
    """«بعد ذلك بسبع سنوات»."""
    told = _single_or_amount(found)
    if told is None or told[0] is None:
        return None
    count, unit = told
    return found.draft(_step(int(found.key("that")) * (count or 1), unit, From.LAST))


def pointed(found: Found) -> Draft | None:
    """«الأسبوع الماضي», «هذا العام», «في العام التالي», «ذلك اليوم»."""
    unit_token = found.tokens("unit")[0]
    before = found.token(-1)
    if before is not None and before.entry.cls == "office":
        return None
    unit = unit_token.entry.key if unit_token.entry.cls != "today" else "D"
    part = found.get("part")
    qualifier = next(iter(found.tokens("qualifier")), None)
    if qualifier is None:
        pointer = found.tokens("pointer")[0].entry.cls
        return found.draft(Step(unit, 0, From.NOW if pointer == "this" else From.LAST), part=part)
    if qualifier.entry.cls == "vague_qualifier":
        return found.draft(Fixed(TimeType.DATE, "PAST_REF")) if unit != "CE" else None
    origin = From.LAST if qualifier.entry.cls == "anaphor" else From.NOW
    return found.draft(Step(unit, int(qualifier.entry.key), origin), part=part)


def edged_unit(found: Found) -> Draft:
    """«نهاية العام», «مطلع الأسبوع»: the current one."""
    return found.draft(Step(found.key("unit"), 0))


def pointed_many(found: Found) -> Draft | None:
    """«الأشهر الستة الماضية» measures; «السنوات الأخيرة» and «الأيام المقبلة» are vague."""
    unit = found.key("units")
    qualifier = found.tokens("qualifier")[0].entry
    if found.has("count"):
        count = found.number("count") if found.tokens("count")[0].entry.cls != "the_number" else _definite(found)
        return found.draft(Fixed(TimeType.DURATION, values.duration(count, unit))) if count else None
    if qualifier.cls == "vague_qualifier":
        return found.draft(Fixed(TimeType.DATE, qualifier.key))
    return found.draft(Fixed(TimeType.DATE, _VAGUE[int(qualifier.key)]))


def _definite(found: Found) -> float:
    return float(sum(int(token.entry.key) for token in found.tokens("count") if token.entry.key))


def pointed_two(found: Found) -> Draft:
    return found.draft(Fixed(TimeType.DURATION, values.duration(2, found.key("units"))))


def reference(found: Found) -> Draft | None:
    """«حاليا», «مؤخرا», «آنذاك». «قريبا من …» is a place."""
    token, after = found.tokens("reference")[0], found.token(0)
    if token.word == "سابقا" and not _adverb_stands(found):
        return None
    if token.word == "قريبا" and after is not None and after.entry.cls == "of":
        return None
    return found.draft(Fixed(TimeType.DATE, token.entry.key))


def _adverb_stands(found: Found) -> bool:
    """Whether no noun stands before: «أعلن سابقا» is a time, «وزير سابقا» a former one."""
    before = found.token(-1)
    return before is None or before.entry.cls != "other" or tense.of_word(before) is not None


def set_adverb(found: Found) -> Draft:
    return found.draft(Fixed(TimeType.SET, found.key("adverb")))


def every(found: Found) -> Draft | None:
    """«كل يوم», «كل أربع سنوات», «كل جمعة», «كل صباح»."""
    if found.has("weekday"):
        return found.draft(Fixed(TimeType.SET, f"XXXX-WXX-{found.key('weekday')}"))
    if found.has("part"):
        return found.draft(Fixed(TimeType.SET, f"XXXX-XX-XXT{found.key('part')}"))
    if found.has("season"):
        return found.draft(Fixed(TimeType.SET, f"XXXX-{found.key('season')}"))
    if found.has("dual"):
        return found.draft(Fixed(TimeType.SET, values.duration(2, found.key("dual"))))
    count = found.number("quantity") if found.has("quantity") else 1
    return found.draft(Fixed(TimeType.SET, values.duration(count, found.key("unit")))) if count else None


def nth_weekday(found: Found) -> Draft:
    """«الخميس الأول من كل شهر»."""
    return found.draft(Fixed(TimeType.SET, values.duration(1, found.key("unit"))))


def times_in(found: Found) -> Draft:
    """«مرتين في الأسبوع»."""
    key = found.key("unit")
    return found.draft(Fixed(TimeType.SET, values.duration(1, "D" if key == "0" else key)))


def swallowed(_found: Found) -> list[Draft]:
    """A name that only looks like a time: matched so that nothing inside it is."""
    return []


# One unit by itself, where nothing behind it makes it the head of a date.
_SINGLE = (
    "(?P<modifier>{modifier})?(?P<single>{single})"
    "(?![{of}{year4}{small}{integer}{two_digits}{figure}{number}{ordinal}{the_ten}{qualifier}"
    "{month}{weak_month}{hijri_month}{weak_hijri_month}{weekday}{bare_weekday}{holiday}{deictic}])"
)
_POINTED = "[{qualifier}{vague_qualifier}]"

RULES: tuple[tuple[str, Builder], ...] = (
    ("{not_a_time}", swallowed),
    ("{amount}(?![{percent}])", duration),
    ("(?<=[{before}{after}])(?P<single>{single})(?=[{of}{upon}])", single_unit),
    ("(?<={passing})" + "(?P<modifier>{modifier})?(?P<single>{single})(?![{year4}{number}{small}])", single_unit),
    (_SINGLE, modified_single),
    ("(?P<hundreds>[{hundreds_of}{number}])(?P<units>{the_units})", hundreds_of),
    ("(?P<single>{tanwin_unit})(?!{year_word})", tanwin_unit),
    (
        "(?<=[{during}{clitic_preposition}{since}])(?P<units>{units})(?![{weekday}{small}{year4}{the_decade}])",
        bare_plural,
    ),
    ("(?<=[{before}{after}])(?P<units>{units})(?={of})", bare_plural),
    ("{before}{amount}(?!{of})", ago),
    ("{before}" + _SINGLE, ago),
    ("{since}{amount}(?!{of})", since),
    ("{since}" + _SINGLE, since),
    ("(?P<particle>[{before}{since}])(?P<units>{units})(?![{of}{weekday}])", vague_since),
    ("{after}{amount}(?![{of}{upon}])", hence),
    ("{after}" + _SINGLE + "(?!{upon})", hence),
    ("{after}(?P<units>{units})(?![{of}{weekday}])", vague_hence),
    ("(?P<that>[{after_that}{before_that}]){clitic_preposition}(?:{amount}|(?P<single>{single}))", after_that),
    (
        "(?:{this})?(?P<unit>{the_period}|{hour}){year_kind}?(?P<qualifier>[{qualifier}{vague_qualifier}{anaphor}])",
        pointed,
    ),
    ("(?P<pointer>[{this}{that}{same}])(?P<unit>{the_period}|{hour}){year_kind}?(?![{ordinal}{year4}])", pointed),
    ("(?P<part>{part})?(?P<unit>{today})(?P<qualifier>{anaphor})", pointed),
    ("(?P<part>{part})?(?P<pointer>[{that}{same}])(?P<unit>{today})", pointed),
    ("(?<={edge})(?P<unit>{the_period})(?![{year4}{ordinal}{integer}{hijri_era}])", edged_unit),
    (
        "(?P<units>{the_units})(?P<count>{the_number}(?:{clitic_and}"
        "{the_ten}|{number})?|{the_ten}|{digits})?{few}?(?P<qualifier>" + _POINTED + ")",
        pointed_many,
    ),
    ("(?P<units>{the_units}){article}(?P<count>{digits})(?P<qualifier>" + _POINTED + ")", pointed_many),
    (
        "{article}(?P<count>{digits})(?P<units>[{units}{unit}{tanwin_unit}{day_word}])(?P<qualifier>" + _POINTED + ")",
        pointed_many,
    ),
    ("(?P<units>{the_dual})(?:" + _POINTED + "){1,2}", pointed_two),
    ("(?P<reference>{reference})", reference),
    ("{this}?(?P<unit>{the_season_of_play})(?P<qualifier>{qualifier})", pointed),
    ("(?P<pointer>{this})(?P<unit>{the_season_of_play})", pointed),
    ("(?P<adverb>{set_adverb})", set_adverb),
    ("{every}{day_word}?(?P<weekday>[{weekday}{bare_weekday}])", every),
    ("{every}{part}{day_word}?(?P<weekday>[{weekday}{bare_weekday}])", every),
    ("{day_word}?{weekday}{ordinals}{of}{every}(?P<unit>[{month_word}{year_word}])", nth_weekday),
    ("{every}(?P<part>{part})", every),
    ("{every}(?P<season>{season})", every),
    ("{every}(?P<dual>{dual})", every),
    ("{every}(?P<quantity>{quantity})?(?P<unit>{any_unit})", every),
    ("(?P<days>{units})(?P<weekday>{weekday})", every),
    (
        "(?:{once}|{quantity}{times})(?:{in}|{every}|{clitic_preposition})"
        "(?P<unit>[{the_year}{the_month}{the_unit}{hour}{today}{year_word}{month_word}{day_word}{unit"
        "}])(?![{year4}{small}{month}{hijri_month}{weak_month}{weak_hijri_month}{qualifier}])",
        times_in,
    ),
    ("(?:{once}|{quantity}{times}){every}(?P<quantity>{quantity})(?P<unit>{any_unit})", every),
)
