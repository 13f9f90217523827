"""What the doctor says, in Arabic and in English."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # questions
    "which": ("أيّ سطر يُقرأ سليمًا؟ اضغط رقمه.", "Which row reads right? Press its number."),
    "as_it_is": (
        "السطر {n} كما هو الآن: Enter، ولا تغيير: Esc",
        "Enter: row {n}, as it is now. Esc: change nothing.",
    ),
    "marks": ("هل كل حركة على حرفها؟", "Is every vowel sign on its own letter?"),
    "meet": ("هل تتصل حروف الكلمة الواحدة؟", "Do the letters of a word meet?"),
    "yes_no": ("نعم: 1، لا: 2، لا أدري: Esc", "1: yes. 2: no. Esc: no idea."),
    # the report
    "terminal": ("الطرفية: {title}", "terminal: {title}"),
    "unnamed": ("لا يُعرف اسمها", "its name is not known"),
    "because": ("أجابت: {answers}", "it answers: {answers}"),
    "silent": ("لم تُجب عن شيء", "it answers nothing"),
    "variables": ("في البيئة: {variables}", "in the environment: {variables}"),
    "alone_cells": ("بنفسها: ترسم الخلايا كما تُكتب", "by itself it draws cells as they are written"),
    "alone_rows-ltr": ("بنفسها: تعيد ترتيب كل سطر من اليسار", "by itself it reorders each row from the left"),
    "alone_rows-rtl": (
        "بنفسها: تعيد ترتيب كل سطر من جهة أول حرف فيه",
        "by itself it reorders each row from the side of its first letter",
    ),
    "alone_words": ("بنفسها: تعكس كل كلمة عربية", "by itself it reverses each Arabic word"),
    "sent": ("يُرسَل إليها: {switch}، ثم عكسه عند الخروج", "it is sent {switch}, and the reverse at the end"),
    "sent_nothing": ("لا يُرسَل إليها شيء", "it is sent nothing"),
    "way": ("طريقة الكتابة: {way}", "way of writing: {way}"),
    "way_by_you": ("طريقة الكتابة: {way}، كما اخترت", "way of writing: {way}, as you chose"),
    "widths_right": (
        "كل حرف متصل، مع حركاته، في خلية واحدة",
        "every joined letter, with its vowel signs, takes one cell",
    ),
    "width_wrong": (
        "خلايا {sample} عددها {taken} لا {expected}: لن تستوي الأسطر",
        "{sample}: cells taken {taken}, expected {expected}: rows will not line up",
    ),
    "widths_unknown": ("لا تقول الطرفية أين المؤشر", "it does not say where the cursor is"),
    "marks_shown": ("التشكيل: ظاهر", "vowel signs: shown"),
    "marks_hidden": ("التشكيل: مخفي", "vowel signs: hidden"),
    "font": (
        "الخط بلا حروف عربية متصلة في خلاياها: اختر مثلًا DejaVu Sans Mono",
        "the font has no joined Arabic letters of a cell's width: choose one such as DejaVu Sans Mono",
    ),
    "kept": ("حُفظ هذا لهذه الطرفية: {key}", "this is remembered for this terminal: {key}"),
    "ask": ("شغّل qari doctor في الطرفية نفسها ليسأل", "run qari doctor in the terminal itself to be asked"),
    "key": ("داخل البرنامج: المفتاح {key} يجرّب الطريقة التالية", "while reading, {key} tries the next way"),
}


def say(key: str, lang: str, /, **values: object) -> str:
    """The phrase called `key` in "ar" or "en", its `{fields}` filled in."""
    return WORDS[key][0 if lang == "ar" else 1].format(**values)
