"""What the interface says, in Arabic and in English. Text of a document is never here."""

from __future__ import annotations

from typing import NamedTuple

from reader.text.arabic import Digits, to_digits


class Phrase(NamedTuple):
    """One thing to say, in both languages."""

    ar: str
    en: str


class Counted(NamedTuple):
    """A noun with a number: what to say for 0, 1, 2, 3 to 10, 11 to 99 and for hundreds (Arabic); 1 and more (English).

    A form with `{n}` shows the number; the Arabic singular and dual are words of their own.
    """

    none: str
    one: str
    two: str
    few: str
    many: str
    en_one: str
    en_many: str
    hundreds: str = ""
    """Where it is another word than `many`: «١٠٠ يوم» beside «١١ يومًا»."""


PHRASES: dict[str, Phrase] = {
    # panels
    "once_named": Phrase(" (والمطويّ {n}: x)", " (and {n} folded: x)"),
    "people": Phrase("الأشخاص", "People"),
    "places": Phrase("الأماكن", "Places"),
    "organisations": Phrase("المنظمات", "Organisations"),
    "products": Phrase("المنتجات", "Products"),
    "works": Phrase("الأعمال", "Works"),
    "others": Phrase("أسماء أخرى", "Others"),
    "events": Phrase("الأحداث", "Events"),
    "undated": Phrase("دون تاريخ", "Undated"),
    "times": Phrase("التواريخ", "Dates"),
    "not_found_out": Phrase("تعذّر التحليل هنا", "could not be found out"),
    "left_out": Phrase("أُوقف التحليل", "Analysis stopped"),
    "stopped": Phrase("إلى هنا", "so far"),
    "incomplete": Phrase("تعذّر إتمامها", "incomplete"),
    "all_shown": Phrase("النص كله", "all of it"),
    "still_coming": Phrase("ما زال النص يأتي", "the text is still coming"),
    "nothing_mended": Phrase("لا شيء مُصلَح في هذا النص", "nothing was mended in this text"),
    "seems_ruined": Phrase("النص تالف، و r يُصلحه", "the text is ruined; r mends it"),
    "file_changed": Phrase("تغيّر الملف: \u2068R\u2069", "file changed: R"),
    "file_unchanged": Phrase("لم يتغيّر الملف منذ قُرئ", "the file has not changed since it was read"),
    "search_first": Phrase("ابحث أولًا: /", "search first: /"),
    "none_found": Phrase("لا شيء هنا", "Nothing here"),
    "searching": Phrase("قيد التحليل…", "Being analysed…"),
    "in_time_order": Phrase("بترتيب الزمن", "in order of time"),
    "in_story_order": Phrase("بترتيب النص", "in order of the text"),
    "perhaps": Phrase("لعله {names}", "perhaps {names}"),
    "or": Phrase(" أو ", " or "),
    "country_city": Phrase("{country} › {city}", "{country} › {city}"),
    # dates
    "between": Phrase("{a} – {b}", "{a} – {b}"),
    "decade": Phrase("عقد {n}", "{n}s"),
    "before_christ": Phrase("{when} ق.م", "{when} BC"),
    "day_of_publication": Phrase("يوم النشر", "Day of publication"),
    "before_publication": Phrase("قبل {days} من النشر", "{days} before publication"),
    "after_publication": Phrase("بعد {days} من النشر", "{days} after publication"),
    "hijri_year": Phrase("{n} هـ", "{n} AH"),
    "beside": Phrase("{a}، {b}", "{a}, {b}"),
    # the event with the cursor
    "who": Phrase("الأطراف: ", "Who: "),
    "where": Phrase("المكان: ", "Where: "),
    # what the date of an event rests on
    "quoted": Phrase("«{words}»", "“{words}”"),
    "said": Phrase("كما ورد: «{words}»", "as said: “{words}”"),
    "from_document_date": Phrase("«{words}»، من تاريخ النص {day}", "“{words}”, from the date of the text, {day}"),
    "from_unknown_date": Phrase("«{words}»، وتاريخ النص غير معروف", "“{words}”; the date of the text is unknown"),
    "from_previous_date": Phrase(
        "«{words}»، من تاريخ ورد قبله في النص", "“{words}”, from a date before it in the text"
    ),
    "from_weekday_anchor": Phrase("«{words}»، من يوم يسمّيه النص", "“{words}”, from a weekday that the text names"),
    "from_nothing": Phrase("«{words}»، ولا تاريخ يُحسب منه", "“{words}”, with no date to count it from"),
    "doubtful": Phrase("والنص يناقض نفسه هنا", "the text contradicts itself here"),
    "because": Phrase("{a}: {b}", "{a}: {b}"),
    "and_also": Phrase("{a}، {b}", "{a}; {b}"),
    # the document date
    "document_date_short": Phrase("تاريخ النص: {day}", "text of {day}"),
    "document_date_missing": Phrase("تاريخ النص؟", "date of the text?"),
    "events_of": Phrase("أحداث {name}", "Events: {name}"),
    "choose_first": Phrase("اختر اسمًا أولًا", "choose a name first"),
    "document_date": Phrase("تاريخ النص", "Date of the text"),
    "date_known": Phrase("{day}، {basis}", "{day}, {basis}"),
    "date_unknown": Phrase("غير معروف", "unknown"),
    "date_from_option": Phrase("كما حددته", "as you set it"),
    "date_from_metadata": Phrase("من بيانات الملف", "from the file’s data"),
    "date_from_dateline": Phrase("من صدر النص", "from the head of the text"),
    "date_example": Phrase("مثل: 17/9/2023 أو ٣ ربيع الأول ١٤٤٥", "such as 2023-09-17 or 17/9/2023"),
    "date_bad": Phrase("تاريخ غير صحيح", "that is no day of a calendar"),
    # legend
    "person": Phrase("شخص", "person"),
    "location": Phrase("مكان", "place"),
    "organisation": Phrase("منظمة", "organisation"),
    "product": Phrase("منتج", "product"),
    "work": Phrase("عمل", "work"),
    "other": Phrase("أخرى", "other"),
    "time": Phrase("تاريخ", "date"),
    # status
    "analysing": Phrase("تحليل", "analysing"),
    "coming": Phrase("وصل حتى الآن: {lines}", "{lines} so far, more is coming"),
    "cut": Phrase("أوله فقط", "only its beginning"),
    "analysis_stopped": Phrase("أُوقف التحليل: z يتابعه", "analysis stopped: z goes on"),
    "analysis_goes_on": Phrase("يُتابَع التحليل", "the analysis goes on"),
    "analysis_over": Phrase("اكتمل التحليل", "the analysis is complete"),
    "analysis_failed": Phrase("تعذّر التحليل", "analysis failed"),
    "of": Phrase("{a} من {b}", "{a} of {b}"),
    "percent": Phrase("{n}٪", "{n}٪"),
    "percent_latin": Phrase("{n}%", "{n}%"),
    "copied": Phrase("نُسخت {words}", "copied {words}"),
    "copied_with_source": Phrase("نُسخت {words} مع المصدر", "copied {words} with the source"),
    "nothing_selected": Phrase("لم يُحدَّد شيء: v، أو الفأرة", "nothing is selected: v, or the mouse"),
    "paragraph_of": Phrase("الفقرة {a} من {b}", "paragraph {a} of {b}"),
    "no_mentions": Phrase("لا أسماء هنا بعد", "no name yet"),
    "no_way_back": Phrase("لا موضع سابق", "no earlier place"),
    "no_way_on": Phrase("لا موضع لاحق", "no later place"),
    "first_text": Phrase("هذا أول نص", "this is the first text"),
    "last_text": Phrase("هذا آخر نص", "this is the last text"),
    "tashkeel_on": Phrase("التشكيل ظاهر", "tashkeel shown"),
    "tashkeel_off": Phrase("التشكيل مخفي", "tashkeel hidden"),
    "digits_as-is": Phrase("الأرقام كما كُتبت", "digits as written"),
    "digits_arab": Phrase("الأرقام ٠١٢٣", "digits ٠١٢٣"),
    "digits_latin": Phrase("الأرقام 0123", "digits 0123"),
    "justified": Phrase(
        "حواف مستوية، والأسماء والمشكول كما هي", "straight margins; names and vowelled text as they are"
    ),
    "ragged": Phrase("حواف حرة", "ragged margins"),
    "kept": Phrase("حُفظ للمرات القادمة", "kept for good"),
    "not_kept": Phrase(
        "تعذّر الحفظ في {file}؛ أصلحه أو غيّره بيدك", "cannot be kept in {file}: mend it, or change it by hand"
    ),
    "theme_unreadable": Phrase("{file} ليس ملف TOML صحيحًا", "{file} cannot be read as TOML"),
    "no_headings": Phrase("لا عناوين في هذا النص", "this text has no headings"),
    "way": Phrase("طريقة الكتابة: {way}", "way of writing: {way}"),
    "way_cells": Phrase("خلايا كما تُرى", "cells as they are seen (cells)"),
    "way_rows-ltr": Phrase("أسطر من اليسار", "rows from the left (rows-ltr)"),
    "way_rows-rtl": Phrase("أسطر من اليمين", "rows from the right (rows-rtl)"),
    "way_words": Phrase("كلمات معكوسة", "words turned round (words)"),
    "way_logical": Phrase("بترتيب النص", "in the order of the text (logical)"),
    "shown": Phrase("تظهر الآن: {types}", "{types} shown"),
    "hidden": Phrase("مخفيّ الآن: {types}", "{types} hidden"),
    # find
    "find": Phrase("بحث", "find"),
    "exact": Phrase("حرفيًّا", "exact"),
    "no_hit": Phrase("لا نتائج", "no match"),
    # lists over the page
    "outline": Phrase("عناوين النص", "Headings"),
    "themes": Phrase("المظاهر", "Themes"),
    "settings": Phrase("الإعدادات", "Settings"),
    "hits": Phrase("النتائج", "Matches"),
    "looking": Phrase("قيد البحث…", "searching…"),
    "pattern": Phrase("نمط", "pattern"),
    "bad_pattern": Phrase("نمط غير صحيح", "not a valid pattern"),
    "slow_pattern": Phrase("نمط بطيء، توقف البحث", "too slow, stopped"),
    # library, help
    "library": Phrase("المكتبة", "Library"),
    "help": Phrase("المفاتيح", "Keys"),
    "signs": Phrase("العلامات", "Signs"),
    "looks_so": Phrase("كلمة", "a word"),
    "mouse": Phrase("الفأرة", "Mouse"),
    # parts of the screen, as headings of the help
    "scope_page": Phrase("الصفحة", "Page"),
    "scope_panels": Phrase("اللوحات", "Panels"),
    "scope_filter": Phrase("التصفية", "Filter"),
    "scope_find": Phrase("البحث", "Find"),
    "scope_date": Phrase("تاريخ النص", "Date"),
    "scope_select": Phrase("التحديد", "Selection"),
    "scope_screen": Phrase("في كل مكان", "Everywhere"),
    "scope_choice": Phrase("القوائم فوق الصفحة", "Lists over the page"),
    "scope_settings": Phrase("الإعدادات", "Settings"),
    "scope_library": Phrase("المكتبة", "Library"),
    "scope_help": Phrase("هذه الصفحة", "This page"),
}

COUNTED: dict[str, Counted] = {
    "minutes": Counted(
        "بقي أقل من دقيقة",
        "بقيت دقيقة واحدة",
        "بقيت دقيقتان",
        "بقيت {n} دقائق",
        "بقيت {n} دقيقة",
        "{n} minute left",
        "{n} minutes left",
    ),
    "hours": Counted(
        "بقي أقل من ساعة",
        "بقيت ساعة واحدة",
        "بقيت ساعتان",
        "بقيت {n} ساعات",
        "بقيت {n} ساعة",
        "{n} hour left",
        "{n} hours left",
    ),
    # The genitive: what stands behind «قبل» and «بعد».
    "days": Counted("يوم", "يوم", "يومين", "{n} أيام", "{n} يومًا", "{n} day", "{n} days", "{n} يوم"),
    "lines": Counted("لا أسطر", "سطر واحد", "سطران", "{n} أسطر", "{n} سطرًا", "{n} line", "{n} lines", "{n} سطر"),
    "words": Counted("لا كلمات", "كلمة واحدة", "كلمتان", "{n} كلمات", "{n} كلمة", "{n} word", "{n} words"),
}


def phrase(key: str, lang: str, **values: str) -> str:
    """The phrase called `key` in `lang` ("ar" or "en"), its `{fields}` filled in."""
    return getattr(PHRASES[key], lang).format(**values) if values else str(getattr(PHRASES[key], lang))


def number(value: int, digits: Digits) -> str:
    """A number as the interface writes it."""
    return to_digits(str(value), digits)


def counted(key: str, count: int, lang: str, digits: Digits) -> str:
    """`count` things, in words that agree with the number."""
    forms = COUNTED[key]
    return _form(forms, count, lang).format(n=number(count, digits))


def _form(forms: Counted, count: int, lang: str) -> str:
    if lang == "en":
        return forms.en_one if count == 1 else forms.en_many
    if count <= 2:
        return (forms.none, forms.one, forms.two)[count]
    # Arabic grammar: 3-10 take the plural; so do 103-110, 203-210 …; 100, 101, 102, 200 … the genitive singular.
    if count % 100 < 3:
        return forms.hundreds or forms.many
    return forms.few if count % 100 <= 10 else forms.many
