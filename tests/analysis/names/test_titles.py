"""What title a person is given, each row with why it stands here."""

import pytest
from bracketed import block_of

from reader.analysis.names import believe, titles


@pytest.mark.parametrize(
    ("line", "title", "why"),
    [
        ("التقى وزير الدفاع الإيطالي [زورك ديلف] أمس", "وزير الدفاع الإيطالي", "an office and of which people"),
        ("سلم الكتاب للسيد [زورك ديلف] أمس", "السيد", "the article has its alef back"),
        ("استقبل رئيس الوزراء و[زورك ديلف] الوفد", None, "another person behind «و»"),
        ("سلم الكتاب لِلسيد [زورك ديلف] أمس", "السيد", "and no vowel sign of the clitic"),
        ("قرأت كتاب المغني ل[زورك ديلف] أمس", None, "the author of what is called like a profession"),
        ("برئاسة السيد المستشار/ [زورك ديلف] أمس", "السيد المستشار", "the slash of minutes and letters"),
        ("قالت وزيرة الصحة / [زورك ديلف] أمس", "وزيرة الصحة", "with spaces around it"),
        ("وقع المدير (العام) [زورك ديلف] أمس", None, "another sign parts them"),
        ("كان الـسيـد [زورك ديلف] هنا", "السيد", "no tatweel"),
    ],
)
def test_titles(line: str, title: str | None, why: str) -> None:
    block = block_of(line)
    believe.take(block)
    titles.find(block)
    assert [mention.title for mention in block.mentions] == [title], why
