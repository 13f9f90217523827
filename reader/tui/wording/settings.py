"""What each setting is called and does, and what its values are called, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from reader.tui.wording.phrases import Phrase, number

if TYPE_CHECKING:
    from reader.settings import Setting
    from reader.text.arabic import Digits


class Told(NamedTuple):
    """A setting: its name, and what it does."""

    name: Phrase
    does: Phrase


TOLD: Final = {
    "lang": Told(
        Phrase("لغة الواجهة", "Language"),
        Phrase("لغة اللوحات والرسائل؛ النص كما هو", "of panels and messages; the text stays as it is"),
    ),
    "theme": Told(
        Phrase("المظهر", "Theme"),
        Phrase("ألوان الصفحة واللوحات وعلامات الأسماء", "colours of page, panels and names"),
    ),
    "digits": Told(
        Phrase("الأرقام", "Digits"),
        Phrase("أشكال الأرقام في النص والواجهة", "their forms in the text and around it"),
    ),
    "bidi": Told(
        Phrase("طريقة الكتابة", "Way of writing"),
        Phrase(
            "كيف تُكتب الأسطر لهذه الطرفية؛ غيّرها إن ظهر النص معكوسًا",
            "how rows are written to this terminal: change it where the text looks reversed",
        ),
    ),
    "width": Told(
        Phrase("عرض السطر", "Line width"),
        Phrase("أعمدة النص، إن اتسعت لها الشاشة", "columns of text, where the screen has them"),
    ),
    "tashkeel": Told(
        Phrase("التشكيل", "Tashkeel"),
        Phrase("إظهار الحركات، أو إخفاؤها", "whether vowel signs are shown"),
    ),
    "direction": Told(
        Phrase("اتجاه الفقرة", "Direction"),
        Phrase("بأكثر حروفها، أو بأول حرف فيها", "of a paragraph: by most of its letters, or by its first"),
    ),
    "margin": Told(
        Phrase("الهامش", "Margin"),
        Phrase("أعمدة تُترك على جانبي النص على الأقل", "columns left free at each side of the text, at least"),
    ),
    "spacing": Told(
        Phrase("تباعد الأسطر", "Line spacing"),
        Phrase("أسطر فارغة بعد كل سطر", "blank rows after each row"),
    ),
    "justify": Told(
        Phrase("حواف مستوية", "Straight margins"),
        Phrase(
            "بمدّ الحروف (كشيدة) مرة في الكلمة، لا في الأسماء ولا في المشكول، ولا يُنسخ المدّ",
            "letters drawn out (kashida), once a word; never in names or vowelled text, and never copied",
        ),
    ),
}
VALUES: Final = {
    "ar": Phrase("العربية", "Arabic"),
    "en": Phrase("الإنجليزية", "English"),
    "as-is": Phrase("كما كُتبت", "as written"),
    "arab": Phrase("٠١٢٣", "٠١٢٣"),
    "latin": Phrase("0123", "0123"),
    "auto": Phrase("تلقائيًّا", "by itself"),
    "cells": Phrase("خلايا كما تُرى", "cells as they are seen"),
    "rows-ltr": Phrase("أسطر من اليسار", "rows from the left"),
    "rows-rtl": Phrase("أسطر من اليمين", "rows from the right"),
    "words": Phrase("كلمات معكوسة", "words turned round"),
    "logical": Phrase("بترتيب النص", "in the order of the text"),
    "majority": Phrase("بأكثر الحروف", "most letters"),
    "strict": Phrase("بأول حرف", "first letter"),
}
"""The closed choices, by their names in the file."""
_YES, _NO = Phrase("نعم", "yes"), Phrase("لا", "no")
_BY_ITSELF: Final = {"width": Phrase("كما يريح العين", "as reads well")}


def value_of(setting: Setting, value: object, lang: str, digits: Digits) -> str:
    """A value in words."""
    if value is None:
        said = _BY_ITSELF.get(setting.name, VALUES["auto"])
    elif isinstance(value, bool):
        said = _YES if value else _NO
    elif isinstance(value, int):
        return number(value, digits)
    elif setting.choices:
        said = VALUES[str(value)]
    else:
        return str(value)
    return said.ar if lang == "ar" else said.en
