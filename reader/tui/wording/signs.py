"""What the signs on the screen mean, what the mouse does and what can be typed, in both languages: for the help."""

from __future__ import annotations

from typing import Final, NamedTuple

from reader.tui.key import Scope
from reader.tui.state.timeline_rows import ABOUT, DOUBT, Dot
from reader.tui.wording.phrases import Phrase


class Explained(NamedTuple):
    """Something to be seen or done, and what that means."""

    sign: Phrase
    means: Phrase


def _sign(sign: str, ar: str, en: str) -> Explained:
    return Explained(Phrase(sign, sign), Phrase(ar, en))


SIGNS: Final = (
    _sign(Dot.PAST, "حدث وقع، وتاريخه مذكور في النص", "it happened, and the text says when"),
    _sign(Dot.INFERRED, "حدث استُنتج تاريخه", "it happened; its date was worked out"),
    _sign(Dot.PLANNED, "حدث متوقع أو مخطَّط له", "planned, or expected"),
    _sign(Dot.FAINT, "دون تاريخ، أو من خلفية الخبر", "without a date, or background to the news"),
    _sign("│", "الخط الزمني: يصل الأيام وأحداثها", "the timeline, from day to day"),
    _sign(ABOUT, "أمام رقم اليوم (~12): محسوب، لا مذكور", "before a day (~12): worked out, not said"),
    _sign(DOUBT, "خلف رقم اليوم (12؟): النص يناقض نفسه", "behind a day (12؟): the text contradicts itself"),
    _sign("◂", "المختار: مواضعه مضاءة في النص", "the chosen one: lit wherever it stands in the text"),
    # As it is drawn; in the words it is stored the other way, and mirrored between Arabic letters.
    _sign("‹", "ضمن ما قبله: روسيا › فلاديفوستوك", "a place, in the one before it"),
    _sign("•", "مذكور في الصفحة الظاهرة", "named on the page that is shown"),
    _sign("▂▅▇", "أين ذُكر في النص، من اليمين", "where in the text it is named, from the right"),
    _sign("━", "موضع الصفحة الظاهرة من النص", "which part of the text is shown"),
    _sign("(+9)", "صفوف أخرى لا تظهر", "so many more rows"),
    _sign("[1]", "مفتاح يخفي النوع أو يظهره، لا عدد", "a key that hides or shows a type; no count"),
    _sign(
        "▐", "موضعك من النص؛ والمضيء: نتيجة بحث أو الاسم المختار", "where you are; bright: a match, or the chosen name"
    ),
)
MOUSE: Final = (
    Explained(Phrase("نقرة", "click"), Phrase("على اسم: أضئ مواضعه", "on a name: light it wherever it stands")),
    Explained(
        Phrase("نقرة", "click"),
        Phrase("على صف: اذهب إلى موضعه في النص، ثم إلى التالي", "on a row: go there, then to the next"),
    ),
    Explained(Phrase("نقرة", "click"), Phrase("على نوع [1]: أخفه أو أظهره", "on a type [1]: hide or show it")),
    Explained(Phrase("نقرة", "click"), Phrase("على شريط التمرير: اذهب إلى هناك", "on the scroll bar: go there")),
    Explained(Phrase("سحب", "drag"), Phrase("على النص: حدّده، و y ينسخ", "over text: select it; y copies")),
    Explained(Phrase("نقرتان", "two clicks"), Phrase("على كلمة: حدّدها وانسخها", "on a word: select and copy it")),
    Explained(Phrase("ثلاث نقرات", "three clicks"), Phrase("حدّد الجملة كلها وانسخها", "select and copy the sentence")),
    Explained(Phrase("عجلة", "wheel"), Phrase("مرّر الصفحة أو القائمة", "scroll the page, or the list")),
)
TYPED: Final = {
    Scope.FIND: (
        Explained(Phrase("putin", "putin"), Phrase("الأسماء بحروف لاتينية أيضًا", "names in Latin letters too")),
    ),
}
"""What can be typed into a part of the screen, beside its keys."""
