"""What an analysis says of itself, in the reader's language: why an event has its date, what could not be found;
and what was passed over in a user's own files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from reader.analysis.model import EventBasis, Notice, NoticeKind
from reader.messages import comma, in_
from reader.text.repair import Ruin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.errors import Mistake
    from reader.reading import Reading


class Said(NamedTuple):
    """One thing in both languages."""

    ar: str
    en: str

    def in_(self, lang: str) -> str:
        """In Arabic ("ar") or English ("en")."""
        return self.en if lang == "en" else self.ar


_BASES: Final = {
    EventBasis.NO_TIME: Said("بلا تاريخ في النص", "the text gives no date"),
    EventBasis.VAGUE_TIME: Said("زمن غير محدد في الجملة نفسها", "a time in the same sentence that is no date"),
    EventBasis.OWN_TIME: Said("زمن مذكور في الجملة نفسها", "a time in the same sentence"),
    EventBasis.WITH_DATED: Said("مع حدث مؤرخ في الجملة", "with a dated event of the sentence"),
    EventBasis.UNDER_DATE: Said("تحت تاريخ هو عنوانه", "under a heading that is a date"),
    EventBasis.LIFE: Said("سنوات حياته بين قوسين بعد اسمه", "the life in brackets behind the name"),
    EventBasis.JOINED_TO_DATED: Said("معطوف على حدث مؤرخ في الجملة", "joined to a dated event of the sentence"),
}
_NOTICES: Final = {
    NoticeKind.NOT_ARABIC: Said(
        "النص ليس بالعربية، والأسماء والتواريخ والأحداث تُلتمس كما تكتبها العربية",
        "names, dates and events are sought as Arabic writes them, and this text is not in Arabic",
    ),
    NoticeKind.NO_RECOGNISER: Said(
        "الأسماء من القوائم وحدها: نموذج التعرف على الأسماء أو ما يشغّله غير موجود؛ أعد تثبيت qari",
        "names are found by lists alone: the recogniser's weights, or onnxruntime, are not there; install qari anew",
    ),
    NoticeKind.DAMAGED_RECOGNISER: Said(
        "الأسماء من القوائم وحدها: ملفات نموذج التعرف على الأسماء تالفة ({error})؛ أعد تثبيت qari",
        "names are found by lists alone: the recogniser's weights are damaged ({error}); install qari anew",
    ),
    NoticeKind.STEP_FAILED: Said(
        "تعذّر جزء من التحليل: {part} (خلل في البرنامج: {error})",
        "a part of the analysis failed: {part} (a fault of the program: {error})",
    ),
}
_PARTS: Final = {
    "dateline": Said("تاريخ النص", "the date of the text"),
    "names": Said("الأسماء", "names"),
    "entities": Said("جمع الأسماء", "gathering names"),
    "times": Said("التواريخ", "dates"),
    "events": Said("الأحداث", "events"),
}
"""What the steps of a room find, by the room's name before the colon."""


_RUINS: Final = {
    Ruin.MOJIBAKE: Said("حروف قُرئت بترميز خاطئ", "letters read in a wrong encoding"),
    Ruin.VISUAL_ORDER: Said("أسطر مقلوبة الترتيب", "lines in visual order"),
    Ruin.FORMS: Said("أشكال العرض بدل الحروف", "presentation forms for letters"),
    Ruin.SPACED: Said("حروف متباعدة", "letters spaced apart"),
    Ruin.TATWEEL: Said("تطويل مفرط", "tatweel"),
}
_SHOWN: Final = Said("أُصلح للعرض ({what})، والنسخ والطباعة كما ورد", "mended on the screen ({what}); printed as it was")
_GIVEN: Final = Said("طُبع مُصلَحًا ({what})", "printed as mended ({what})")

_PASSED_OVER: Final = Said(
    "{file}: أُهمل ما لم يُفهم ({what})، واستُعمل الباقي",
    "{file}: not understood and passed over ({what}); the rest is used",
)


def mistakes(made: Iterable[Mistake], lang: str) -> tuple[str, ...]:
    """What means nothing in a user's files, a line for each file."""
    of_files: dict[str, list[str]] = {}
    for file, key, value, expected in made:
        said = f"{key} = {value} ({comma(lang).join(expected)})" if value else key
        of_files.setdefault(file, []).append(said)
    said_of = _PASSED_OVER.in_(lang)
    return tuple(said_of.format(file=file, what=comma(lang).join(said)) for file, said in of_files.items())


def ruined(ruins: Iterable[Ruin], lang: str, *, given: bool = False) -> str:
    """What was wrong with a text and has been mended: for the eye, or in what is given out as well."""
    what = comma(lang).join(_RUINS[ruin].in_(lang) for ruin in ruins)
    return (_GIVEN if given else _SHOWN).in_(lang).format(what=what)


def told(reading: Reading, lang: str) -> tuple[str, ...]:
    """All there is to know of a reading, a line each: of its source, of what was mended, of its analysis."""
    mended = (ruined(reading.ruins, lang),) if reading.ruins else ()
    return (
        *(in_(one, lang) for one in reading.document.notices),
        *mended,
        *(notice(one, lang) for one in reading.analysis.notices),
    )


def basis(of: EventBasis, lang: str) -> str:
    """Why an event has its date, in one line."""
    return _BASES[of].in_(lang)


def notice(told: Notice, lang: str) -> str:
    """What there is to know, in one line."""
    part = _PARTS.get(told.step.partition(":")[0])
    return _NOTICES[told.kind].in_(lang).format(part=part.in_(lang) if part else told.step, error=told.error)
