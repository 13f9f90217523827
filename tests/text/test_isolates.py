"""What stands as an isolate among Arabic letters."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.bidi import resolve, visual_order
from reader.text.isolates import isolates

ROWS = [
    ("على الرقم +966 55 012 3456 غدا", ["+966 55 012 3456"], "a number as it is dialled"),
    ("رمز الدولة +971 فقط", ["+971"], "the code of a country"),
    ("هاتف +20 2 2795 1234، غدا", ["+20 2 2795 1234"], "groups of one digit too"),
    ("أرباح +20 100 2003 2004 2005 2006 2007 2008", ["+20"], "more digits than a number that is dialled has"),
    ("هاتف +966550123456", ["+966550123456"], "or none"),
    ("وربح +12,500 نقطة و+2.5 و+1,234 ريال", [], "an amount is ordered as one with a minus is"),
    ("وصعد +35% و+35٪ (+1.2%) و+7 %", [], "and so is a share"),
    ("صدر الإصدار 2.4.1-rc1 اليوم", ["2.4.1-rc1"], "a version"),
    ("صدر 2.4.1 اليوم", [], "whose numbers alone are one number anyway (W4)"),
    ("المدى 10-20 مترا و -23 درجة", [], "a range and a sign stay as UAX #9 has them"),
    ("لغة C++ ثم C# ثم main() هنا", ["C++", "C#", "main()"], "names of code"),
    ("وهو in C++ now هنا", ["in C++ now"], "with the Latin words around: one phrase, one direction"),
    ("انظر https://a.b/c?d=e#f، ثم عد", ["https://a.b/c?d=e#f"], "an address, the comma left out"),
    (
        "في https://ar.wikipedia.org/wiki/القاهرة، وhttp://موقع.مصر/صفحة/12؟",
        ["https://ar.wikipedia.org/wiki/القاهرة", "http://موقع.مصر/صفحة/12"],
        "names of the web are Arabic too",
    ),
    ("(https://a.b/مصر_(توضيح))", ["https://a.b/مصر_(توضيح)"], "brackets within, not around"),
    ("راسل me@example.com اليوم", ["me@example.com"], "a mailbox"),
    ("في /usr/local/bin أو C:\\Users\\x هنا", ["/usr/local/bin", "C:\\Users\\x"], "paths"),
    ("و/home/احمد/ملفات/a.txt هنا", ["/home/احمد/ملفات/a.txt"], "names of folders too; a waw before is none of it"),
    ("مصر/Egypt واليمن/Yemen", [], "a name and the same in Latin letters"),
    ("نفذ git log --oneline -n 5 | head ثم", ["git log --oneline -n 5 | head"], "commands, with numbers and pipes"),
    ("نفذ chmod 755 /bin/a && cd /tmp ثم", ["chmod 755 /bin/a && cd /tmp"], "a number before a path"),
    ("كتب C++ 20 سنة", ["C++"], "a number between Latin and Arabic belongs to either"),
    ("و/أو 1/2 في 2023/09/17", [], "a slash makes no path"),
    ("--lang ar    لغة الواجهة", ["--lang ar"], "an option and its value"),
    ("<b>نص</b> هنا", ["<b>", "</b>"], "tags"),
    ("في 2023-09-17T14:30Z أو 2023-09-17", ["2023-09-17T14:30Z", "2023-09-17"], "ISO times and days"),
    ("كتب @user و #Python هنا", ["@user", "#Python"], "handles and hashtags"),
    ("استعمل .NET و`ls -l` هنا", [".NET", "`ls -l`"], "a leading full stop; quoted code"),
    ("طائرة F-16 و COVID-19", [], "what begins with a letter and ends with its number holds together (W7)"),
    ('على X: "We are here!" ثم', ["We are here!"], "Latin words in quotation marks, with their last sign"),
    ("من «Go on.» و“Stop?”", ["Go on.", "Stop?"], "in marks of all kinds"),
    ('و"Apple" و"Google"', ["Apple", "Google"], "one after the other"),
    ('قال "نعم yes" و"yes نعم"', [], "not where Arabic is quoted as well"),
    ('شاشة 15"x20" فقط', [], "inches are no quotation marks"),
    ("قال \u2066C++\u2069 هنا", [], "the writer has isolated it"),
    ("نص عربي فقط.", [], "nothing to isolate"),
    ("", [], "nothing at all"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_isolates(text: str, expected: list[str], why: str) -> None:
    assert [span.of(text) for span in isolates(text)] == expected, why


@pytest.mark.parametrize("base", [0, 1])
@pytest.mark.parametrize(("text", "why"), [(text, why) for text, _, why in ROWS if text])
def test_an_isolate_reads_from_left_to_right(text: str, why: str, base: int) -> None:
    units = isolates(text)
    drawn = "".join(text[index] for index in visual_order(resolve(text, base, units), 0, len(text)))
    assert all(_each_way(unit.of(text)) in drawn for unit in units), why


def _each_way(unit: str) -> str:
    """From left to right, the Arabic names in it each from right to left."""
    return re.sub(r"[ء-ي]+(?:_\([ء-ي]+\))?", lambda name: name[0][::-1], unit)


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from('ابت abcXYZ019.+-/:@#<>()`\\_"«»\u2066\u2069\u202b '), max_size=60))
def test_isolates_are_apart_and_levels_are_those_of_signs_around_them(text: str) -> None:
    units = isolates(text)
    assert all(one.end <= other.start for one, other in pairwise(units))
    signed = text
    for unit in reversed(units):
        parted = re.sub(r"[/\\?#&=:.@]", "\u200e\\g<0>\u200e", unit.of(text))
        signed = f"{signed[: unit.start]}\u2066{parted}\u2069{signed[unit.end :]}"
    assert _levels(signed, resolve(signed, 1).levels) == _levels(text, resolve(text, 1, units).levels)


def _levels(text: str, levels: tuple[int | None, ...]) -> list[int | None]:
    return [level for char, level in zip(text, levels, strict=True) if char not in "\u2066\u2069\u200e"]
