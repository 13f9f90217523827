"""Real-shaped files of every kind, opened as a user opens them: what they are found to be, and what they say."""

from __future__ import annotations

import base64
import bz2
import codecs
import datetime
import gzip
import lzma
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from builders import Drawn, archive, docx, epub, odt, pdf, word
from written import written

from reader.sources.open import open_source

STORY = "خرج الصياد قبل الفجر ومعه شبكته القديمة، وعاد عند الغروب بسمكة واحدة. قال لأولاده: هذه تكفي."
SHORT = "باع الرجل بيته"
URDU = "يہ اردو کا ايک جملہ ہے جسے محفوظ کيا گيا"
PERSIAN = "اين كتاب را ديروز خواندم و پس دادم"
POEM = "يا ليل طل أو لا تطل *** لا بد لي أن أسهرك\nلو بات عندي قمري *** ما بت أرعى قمرك"


class Case(NamedTuple):
    name: str
    raw: bytes
    kind: str
    text: str
    expected: dict[str, Any]


def case(name: str, raw: bytes | str, kind: str, text: str, **expected: Any) -> Any:
    """A file, the kind it is found to be, its text as `written`, and what else is known of its document."""
    data = raw.encode() if isinstance(raw, str) else raw
    return pytest.param(Case(name, data, kind, text, expected), id=f"{kind}-{expected.pop('why', name)}")


def encoded(text: str, encoding: str, *, mark: bytes = b"", why: str) -> Any:
    """A plain text in an encoding that has to be found out, and told if it is a guess."""
    sure = bool(mark) or encoding == "utf-8"
    notices = () if sure else (f"{encoding} (guessed)",)
    return case("a.txt", mark + text.encode(encoding), "text", text, encoding=encoding, notices=notices, why=why)


ENCODED = [
    encoded(STORY, "utf-8", why="UTF-8"),
    encoded(STORY, "utf-8", mark=codecs.BOM_UTF8, why="UTF-8 with a mark"),
    encoded(STORY, "utf-16-le", mark=codecs.BOM_UTF16_LE, why="UTF-16"),
    encoded(STORY, "utf-16-be", mark=codecs.BOM_UTF16_BE, why="UTF-16 of the other end"),
    encoded(STORY, "utf-16-le", why="UTF-16 without a mark"),
    encoded(STORY, "utf-32-le", mark=codecs.BOM_UTF32_LE, why="UTF-32"),
    encoded(STORY, "windows-1256", why="Windows"),
    encoded(STORY, "iso-8859-6", why="ISO"),
    encoded(STORY.replace("،", ","), "cp720", why="DOS"),
    encoded(STORY, "mac-arabic", why="Macintosh"),
    encoded(SHORT, "utf-8", why="14 letters of UTF-8"),
    encoded(SHORT, "utf-16-le", why="14 letters of UTF-16"),
    encoded(SHORT, "windows-1256", why="14 bytes of Windows"),
    encoded(SHORT, "iso-8859-6", why="14 bytes of ISO"),
    encoded(SHORT, "cp720", why="14 bytes of DOS"),
    encoded("كتاب الحيوان", "windows-1256", why="12 bytes of Windows"),
    encoded("كتاب الحيوان", "iso-8859-6", why="12 bytes of ISO"),
    encoded("في بيت جدي", "windows-1256", why="10 bytes of Windows"),
    encoded(URDU, "windows-1256", why="Urdu"),
    encoded(PERSIAN, "windows-1256", why="Persian"),
    case(
        "a.txt",
        STORY.encode() + b"\xff\xfe\n" + STORY.encode(),
        "text",
        STORY + "\ufffd\ufffd\n" + STORY,
        notices=("2 bad bytes for utf-8, shown as \ufffd (line 1)",),
        why="two bad bytes",
    ),
    case(
        "a.txt",
        (STORY + "\n").encode() + SHORT.encode("cp1256"),
        "text",
        STORY + "\n" + SHORT,
        notices=("utf-8 and, in line 2, windows-1256 (guessed)",),
        why="two encodings",
    ),
]

MARKDOWN = """\
---
title: "دفتر الرحلة"
date: 2021-04-02
author: سلمى
---

# دفتر الرحلة

وصلنا **مساء** إلى [المدينة](http://example.org)
وكان المطر خفيفا.

## ما حملناه

- خبز
- ماء
  - من البئر
1. خريطة
2. مصباح

> من سافر
> عرف.

| البلد | الليالي |
|-------|---------|
| فاس   | ٣       |

```python
print("سلام")
```

<div><p>فقرة في وسم</p></div>
"""

SRT = """\
1
00:00:01,000 --> 00:00:03,500
<i>لقد رحل الجميع</i>

2
00:00:03,600 --> 00:00:05,000
ولم يبق في القرية
إلا الشيخ وحماره.

3
00:00:20,000 --> 00:00:22,000
- هل رأيتهم؟
- نعم &amp; لا.
"""

VTT = """\
WEBVTT - فيلم قصير

NOTE ملاحظة

intro
00:01.000 --> 00:03.500 align:right
<v سعاد>لقد رحل الجميع

00:03.600 --> 00:05.000
{\\an8}إلا الشيخ.
"""

SUBJECT = base64.b64encode("موعد الرحيل".encode("cp1256")).decode()
EML = """\
Received: from mx.example.org
From: =?utf-8?b?2YTZitmE2Yk=?= <layla@example.org>
To: karim@example.org
Subject: =?windows-1256?B?{encoded}?= {subject}
Date: Sun, 17 Sep 2023 21:15:00 +0300
MIME-Version: 1.0
Content-Type: {type}
Content-Transfer-Encoding: 8bit

"""


def eml(body: bytes, type_: str = "text/plain; charset=utf-8", subject: str = "") -> bytes:
    return EML.format(type=type_, encoded=SUBJECT, subject=subject).encode() + body


MULTIPART = """\
--XX
Content-Type: text/html; charset=utf-8

<p>صفحة</p>
--XX
Content-Type: text/plain; charset=utf-8; format=flowed

نلتقي غدا عند{space}
باب السوق.

> هل نلتقي؟
>> نعم، متى؟
--XX
Content-Type: application/pdf; name="x.pdf"
Content-Disposition: attachment; filename="x.pdf"
Content-Transfer-Encoding: base64

JVBERi0=
--XX--
""".replace("{space}", " ").encode()  # the space at the end says that the line goes on

RSS = """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>أخبار الوادي</title>
<item><title>مطر &amp; ريح</title><pubDate>Sun, 17 Sep 2023 08:00:00 +0300</pubDate>
<description>&lt;p&gt;هطل المطر &lt;b&gt;أمس&lt;/b&gt;.&lt;/p&gt;</description></item>
<item><title>معرض</title><pubDate>Fri, 15 Sep 2023 08:00:00 +0300</pubDate><description>قصير</description>
<content:encoded><![CDATA[<h2>التفاصيل</h2><p>افتتح المعرض.</p>]]></content:encoded></item>
</channel></rss>
"""

ATOM = """\
<feed xmlns="http://www.w3.org/2005/Atom"><title>مدونة</title><updated>2022-01-05T00:00:00Z</updated>
<entry><title>أول</title><published>2022-01-04T10:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>سلام.</p><p>وداع.</p></div></content></entry></feed>
"""

OPENITI = """\
######OpenITI#
#META# 010.AuthorNAME    :: أبو عثمان الجاحظ
#META# 020.BookTITLE     :: كتاب البيان
#META# 021.BookSUBJ      :: أدب
#META#Header#End#

### | باب في الكلام
# PageV01P003 قال @PER01 سهل إن البلاغة ms0012 وضوح
~~ المعنى.
### || فصل
# يا ليل طل %~% أو لا تطل
# $RWY$ حدثنا @QB@ فلان @QE@ قال.
### $ ترجمة رجل من أهل البصرة
"""

MAN = "LS(1)          أوامر          LS(1)\n\n"
MAN += "N\bNA\bAM\bME\bE\n       l\bls\bs - سرد _\bم_\bح_\bت_\bو_\bى المجلد\n\nش\bشر\bرح\bح\n       سطر.\n"

HEADINGS = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
HEADINGS += '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
HEADINGS += '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="عنوان خاص"/><w:basedOn w:val="1"/></w:style>'
HEADINGS += '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>'
NUMBERS = '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1">'
NUMBERS += '<w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'


def listed(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>'


NOTE = '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
NOTE += '<w:footnote w:id="2"><w:p><w:r><w:t>حاشية</w:t></w:r></w:p></w:footnote>'
WORD = (
    word("رسالة إلى البحر", "T")
    + word("الميناء", "1")
    + "<w:p><w:r><w:t>كتبت </w:t></w:r><w:del><w:r><w:delText>محذوف</w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t>هذا</w:t></w:r></w:ins>"
    '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r></w:p>'
    + word("قال جدي شيئا", "Q")
    + word("أول", more=listed(0))
    + word("فرع", more=listed(1))
    + word("ثان", more=listed(0))
    + word("فصل آخر", "Own")
    + f"<w:tbl><w:tr><w:tc>{word('اسم')}</w:tc><w:tc>{word('عدد')}</w:tc></w:tr></w:tbl>"
    + '<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:txbxContent>'
    + word("في إطار")
    + "</w:txbxContent></mc:Choice><mc:Fallback>"
    + word("في إطار")
    + "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)

OPEN_DOCUMENT = (
    "<text:tracked-changes><text:p>محذوف</text:p></text:tracked-changes>"
    '<text:h text:outline-level="1">الميناء</text:h><text:p>كتبت\n   هذا<text:s text:c="2"/>'
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>حاشية</text:p></text:note-body>"
    "</text:note> ثم<text:tab/>نمت.</text:p>"
    "<text:list><text:list-item><text:p>خبز</text:p><text:list><text:list-item><text:p>أسمر</text:p></text:list-item>"
    "</text:list></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>اسم</text:p>"
    "</table:table-cell><table:table-cell><text:p>عدد</text:p></table:table-cell></table:table-row></table:table>"
    '<text:p text:style-name="Quotations">قال جدي</text:p>'
)

CHAPTERS = {
    "c1.xhtml": "<h1>البداية</h1><p>كان يا ما كان&nbsp;&mdash; في قديم الزمان.</p><h2>أول الخيط</h2><p>خيط.</p>",
    "c2.xhtml": "<p>بلا عنوان في الصفحة.</p><blockquote>قول</blockquote>",
    "c3.xhtml": "<section><h2>الفرع</h2><p>نص الفرع.</p></section>",
    "notes.xhtml": "<p>ملحق.</p>",
}
CONTENTS = (
    '<ol><li><a href="c1.xhtml">البداية</a></li><li><a href="c2.xhtml#top">الوسط</a><ol><li><a href="c3.xhtml">الفرع'
)
CONTENTS += "</a></li></ol></li></ol>"
NCX = (
    '<navPoint><navLabel><text>البداية</text></navLabel><content src="c1.xhtml"/></navPoint>'
    '<navPoint><navLabel><text>الوسط</text></navLabel><content src="c2.xhtml"/>'
    '<navPoint><navLabel><text>الفرع</text></navLabel><content src="c3.xhtml"/></navPoint></navPoint>'
)
BOOK = """\
# كتاب الحكايات
## البداية
كان يا ما كان — في قديم الزمان.
### أول الخيط
خيط.
## الوسط
بلا عنوان في الصفحة.
> قول
### الفرع
نص الفرع."""

PAGE = f"<!DOCTYPE html><html><head><title>حكاية الصياد</title></head><body><p>{STORY}</p></body></html>"
PAGE_TEXT = f"# حكاية الصياد\n{STORY}"


def visual(text: str) -> list[str]:
    """A right-to-left line as it is drawn, first glyph at the left; lam-alef is one glyph."""
    glyphs = list(text.replace("لا", "\0").replace("لأ", "\1"))
    return [{"\0": "لا", "\1": "لأ"}.get(glyph, glyph) for glyph in reversed(glyphs)]


FORMATS = [
    case("a.txt", STORY, "text", STORY, why="a paragraph"),
    case("a", STORY, "text", STORY, why="no suffix"),
    case("a.pdf", STORY, "text", STORY, why="a suffix that is not true"),
    case("a.html", "قال: 3 < 5 و7 > 2", "text", "قال: 3 < 5 و7 > 2", why="a page without a tag"),
    case("a.epub", PAGE, "html", PAGE_TEXT, why="a page called a book"),
    case(
        "a.txt",
        "يبدأ كل ملف بالوسم <html> ثم <body>، وينتهي بالوسم </html>.",
        "text",
        "يبدأ كل ملف بالوسم <html> ثم <body>، وينتهي بالوسم </html>.",
        why="a text about HTML",
    ),
    case("a.txt", "يبدأ الملف بـ %PDF-1.4 دائما.", "text", "يبدأ الملف بـ %PDF-1.4 دائما.", why="a text about PDF"),
    case("a.txt", "BZh هو أول كل ملف مضغوط.", "text", "BZh هو أول كل ملف مضغوط.", why="a text about bzip2"),
    case("a.txt", "<html> هو الوسم الأول.", "text", "<html> هو الوسم الأول.", why="a text that begins with a tag"),
    case(
        "a.txt",
        "From: أحمد\nTo: ليلى\n\nسلام عليكم.",
        "text",
        "From: أحمد\nTo: ليلى\nسلام عليكم.",
        why="a letter is no mail",
    ),
    case("a.txt", "# ليس عنوانا\n\n* نجمة", "text", "# ليس عنوانا\n* * نجمة", why="Markdown's signs in plain text"),
    case("a.txt", POEM, "text", "~ " + POEM.replace("\n", "\n~ "), why="a poem"),
    case("a.txt", " \n\t\n", "text", "", notices=("nothing but white space in a.txt",), why="white space"),
    case("a.html", PAGE, "html", PAGE_TEXT, title="حكاية الصياد"),
    case("a.txt", PAGE, "html", PAGE_TEXT, why="a page called a text"),
    case("-", b"\xef\xbb\xbf <!-- saved -->\r\n" + PAGE.encode(), "html", PAGE_TEXT, why="comment before the type"),
    case("a.htm", f"<p>{STORY}<p>{SHORT}", "html", f"{STORY}\n{SHORT}", why="a piece of a page"),
    case(
        "a.html",
        f"<p>{STORY}<p>عام 2010<sup><a>3</a></sup> و25<sup>2</sup> م و10<sup>-٣</sup> في H<sub>2</sub>O",
        "html",
        f"{STORY}\nعام 2010³ و25² م و10⁻³ في H₂O",
        why="numbers above and below the line stay apart",
    ),
    case(
        "a.html",
        f"<p>{STORY}<p>قال<sup>[12]</sup> في 20<sup>th</sup> ثم<sup><p>4</sup>عاد",
        "html",
        f"{STORY}\nقال[12] في 20th ثم\n4\nعاد",
        why="other raised text, and raised by a fault",
    ),
    case(
        "a.html",
        f"<p>{STORY}<pre># يجمع عددين معا\nf(a, b)</pre><pre><code># {STORY}</code></pre><pre>{SHORT}</pre>",
        "html",
        f"{STORY}\n` # يجمع عددين معا⏎f(a, b)\n` # {STORY}\n~ {SHORT}",
        why="code with Arabic comments, and a poem",
    ),
    case(
        "a.html",
        f"<p>{STORY}<table><tr><th></th><th>2019</th><th>2020<tr><td>فاس<td><td>6<tr><td>الكل<td> <td></table>",
        "html",
        f"{STORY}\n\t2019\t2020\nفاس\t\t6\nالكل",
        why="empty cells of a table",
    ),
    case(
        "a.html", codecs.BOM_UTF16_LE + PAGE.encode("utf-16-le"), "html", PAGE_TEXT, encoding="utf-16-le", why="UTF-16"
    ),
    case(
        "a.html",
        PAGE.replace("<head>", '<head><meta charset="windows-1256">').encode("cp1256"),
        "html",
        PAGE_TEXT,
        encoding="windows-1256",
        notices=(),
        why="an encoding of its own word",
    ),
    case(
        "a.html",
        PAGE.encode("cp1256"),
        "html",
        PAGE_TEXT,
        encoding="windows-1256",
        notices=("windows-1256 (guessed)",),
        why="no word on its encoding",
    ),
    case(
        "a.xhtml",
        b'<?xml version="1.0" encoding="windows-1256"?><html><head><title/></head>'
        + f"<body><p>{STORY}</p></body></html>".encode("cp1256"),
        "html",
        STORY,
        encoding="windows-1256",
        why="an XML declaration",
    ),
    case(
        "a.md",
        MARKDOWN,
        "markdown",
        "# دفتر الرحلة\nوصلنا مساء إلى المدينة وكان المطر خفيفا.\n## ما حملناه\n* • خبز\n* • ماء\n** • من البئر\n"
        '* 1. خريطة\n* 2. مصباح\n> من سافر عرف.\nالبلد\tالليالي\nفاس\t٣\n` print("سلام")\nفقرة في وسم',
        title="دفتر الرحلة",
        date=datetime.date(2021, 4, 2),
        author="سلمى",
    ),
    case(
        "a.md",
        f"# {SHORT}\n\nعام 2010<sup>3</sup> و20<SUP>th</SUP>، H<sub>2</sub>O</sub><br>",
        "markdown",
        f"# {SHORT}\nعام 2010³ و20th، H₂O",
        why="numbers above and below the line in Markdown",
    ),
    case(
        "a.md",
        f"# {SHORT}\n\n|  | 2019 | 2020 |\n|---|---|---|\n| فاس |  | 6 |\n| الكل |  |  |",
        "markdown",
        f"# {SHORT}\n\t2019\t2020\nفاس\t\t6\nالكل",
        why="empty cells of a table in Markdown",
    ),
    case("a.md", STORY, "markdown", STORY, why="a plain text called Markdown"),
    case(
        "film.srt",
        SRT,
        "subtitles",
        "لقد رحل الجميع ولم يبق في القرية إلا الشيخ وحماره.\n- هل رأيتهم؟\n- نعم & لا.",
    ),
    case(
        "film.srt",
        SRT.replace("\n", "\r\n").encode("cp1256"),
        "subtitles",
        "لقد رحل الجميع ولم يبق في القرية إلا الشيخ وحماره.\n- هل رأيتهم؟\n- نعم & لا.",
        encoding="windows-1256",
        notices=("windows-1256 (guessed)",),
        why="of Windows",
    ),
    case("film.txt", VTT, "subtitles", "سعاد: لقد رحل الجميع إلا الشيخ.", why="WebVTT by its first word"),
    case(
        "film.vtt",
        VTT + "\n00:06.000 --> 00:07.000\n<v سعاد>رحلوا.\n\n00:07.000 --> 00:08.000\n<v.loud كريم>متى؟</v>\n",
        "subtitles",
        "سعاد: لقد رحل الجميع إلا الشيخ. رحلوا.\nكريم: متى؟",
        why="who speaks is named when it is another",
    ),
    case(
        "film.vtt",
        "WEBVTT\n\n00:01.000 --> 00:03.000\nلا.\n\n00:03.010 --> 00:05.000\nلا.\n\n00:06.000 --> 00:07.000\nلا.\n",
        "subtitles",
        "لا. لا.",
        why="a cue that goes on is one, one that comes again is another",
    ),
    case(
        "film.srt",
        SRT + "\n4\n00:00:42,000 --> 00:00:44,000\n- هل رأيتهم؟\n- نعم &amp; لا.\n",
        "subtitles",
        "لقد رحل الجميع ولم يبق في القرية إلا الشيخ وحماره.\n- هل رأيتهم؟\n- نعم & لا.\n- هل رأيتهم؟\n- نعم & لا.",
        why="the same words twenty seconds later",
    ),
    case(
        "a.eml",
        eml("نلتقي غدا.\n\nليلى\n".encode()),
        "mail",
        "# موعد الرحيل\nنلتقي غدا.\nليلى",
        title="موعد الرحيل",
        date=datetime.date(2023, 9, 17),
        author="ليلى",
    ),
    case(
        "mail",
        eml(MULTIPART, 'multipart/mixed; boundary="XX"', "2"),
        "mail",
        "# موعد الرحيل 2\nنلتقي غدا عند باب السوق.\n> هل نلتقي؟\n>> نعم، متى؟",
        notices=("left out what is attached: x.pdf",),
        why="in parts",
    ),
    case(
        "a.eml",
        eml("<p>سلام</p><ul><li>أول</li></ul>".encode("cp1256"), "text/html; charset=windows-1256"),
        "mail",
        "# موعد الرحيل\nسلام\n* • أول",
        encoding="windows-1256",
        why="a page",
    ),
    case(
        "feed.xml",
        RSS,
        "feed",
        "# أخبار الوادي\n## مطر & ريح\n2023-09-17\nهطل المطر أمس.\n## معرض\n2023-09-15\n#### التفاصيل\nافتتح المعرض.",
        title="أخبار الوادي",
        date=datetime.date(2023, 9, 17),
    ),
    case(
        "feed",
        RSS.replace("utf-8", "windows-1256").encode("cp1256"),
        "feed",
        "# أخبار الوادي\n## مطر & ريح\n2023-09-17\nهطل المطر أمس.\n## معرض\n2023-09-15\n#### التفاصيل\nافتتح المعرض.",
        encoding="windows-1256",
        why="of Windows",
    ),
    case(
        "feed.html",
        RSS.replace("مطر &amp; ريح", "مطر & ريح&nbsp;"),
        "feed",
        "# أخبار الوادي\n## مطر & ريح\n2023-09-17\nهطل المطر أمس.\n## معرض\n2023-09-15\n#### التفاصيل\nافتتح المعرض.",
        why="XML that is none",
    ),
    case(
        "a.atom", ATOM, "feed", "# مدونة\n## أول\n2022-01-04\nسلام.\nوداع.", date=datetime.date(2022, 1, 5), why="Atom"
    ),
    case(
        "0255Jahiz.Bayan-ara1",
        OPENITI,
        "openiti",
        "# كتاب البيان\n## باب في الكلام\nقال سهل إن البلاغة وضوح المعنى.\n### فصل\n~ يا ليل طل *** أو لا تطل\n"
        "حدثنا فلان قال.\nترجمة رجل من أهل البصرة",
        title="كتاب البيان",
        author="أبو عثمان الجاحظ",
    ),
    case("ls.txt", MAN, "man", "# LS(1)\n## NAME\nls - سرد محتوى المجلد\n## شرح\nسطر.", title="LS(1)"),
    case("a.txt.gz", gzip.compress(STORY.encode()), "text", STORY, why="gzip"),
    case("a.bz2", bz2.compress(STORY.encode("cp1256")), "text", STORY, encoding="windows-1256", why="bzip2 of Windows"),
    case("a.xz", lzma.compress(STORY.encode()), "text", STORY, why="xz"),
    case(
        "a.xz", lzma.compress(b"abc ") + lzma.compress(STORY.encode()), "text", "abc " + STORY, why="two streams of xz"
    ),
    case("a.md.gz", gzip.compress("# عنوان".encode()), "markdown", "# عنوان", why="Markdown in gzip"),
    case("a", gzip.compress(gzip.compress(PAGE.encode())), "html", PAGE_TEXT, why="a page in gzip in gzip"),
    case(
        "a.zip",
        archive({"نص/": b"", "نص/حكاية.txt": STORY.encode("cp1256"), "__MACOSX/._x": b"junk", ".DS_Store": b"x"}),
        "text",
        STORY,
        encoding="windows-1256",
        why="ZIP with one text",
    ),
    case("a.zip", archive({"../../x.md": "# عنوان".encode()}), "markdown", "# عنوان", why="a name that leads out"),
    case(
        "a.zip",
        archive({"b.epub": epub(CHAPTERS, contents=CONTENTS, linear_no=["notes.xhtml"])}),
        "epub",
        BOOK,
        why="in ZIP",
    ),
    case(
        "book.epub",
        epub(CHAPTERS, contents=CONTENTS, linear_no=["notes.xhtml"]),
        "epub",
        BOOK,
        title="كتاب الحكايات",
        author="نجيب الراوي",
        date=None,
    ),
    case("book.zip", epub(CHAPTERS, ncx=NCX, linear_no=["notes.xhtml"]), "epub", BOOK, why="EPUB 2"),
    case(
        "book.epub",
        epub({"c1.xhtml": CHAPTERS["c1.xhtml"]}),
        "epub",
        "# كتاب الحكايات\n## البداية\nكان يا ما كان — في قديم الزمان.\n### أول الخيط\nخيط.",
        why="no table of contents",
    ),
    case(
        "book.epub",
        epub({"c1.xhtml": "<p>فقرة<p>أخرى<br/>سطر</p>"}),
        "epub",
        "# كتاب الحكايات\nفقرة\nأخرى\nسطر",
        why="a chapter that is no XML",
    ),
    case(
        "a.docx",
        docx(WORD, styles=HEADINGS, numbering=NUMBERS, footnotes=NOTE, title="Document1"),
        "docx",
        "# رسالة إلى البحر\n## الميناء\nكتبت هذا[2]\n> قال جدي شيئا\n* 1. أول\n** • فرع\n* 2. ثان\n## فصل آخر\n"
        "اسم\tعدد\nفي إطار\n[2] حاشية",
        title="رسالة إلى البحر",
        author="ليلى",
    ),
    case(
        "a.docx",
        docx(
            "<w:p><w:r><w:t>عام 2010</w:t></w:r>"
            '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>3</w:t></w:r>'
            '<w:r><w:rPr><w:vertAlign w:val="baseline"/></w:rPr><w:t>1</w:t></w:r></w:p>'
        ),
        "docx",
        "عام 2010³1",
        why="a number above the line in Word",
    ),
    case(
        "a.docx",
        docx(f"<w:tbl><w:tr>{''.join(f'<w:tc>{word(cell)}</w:tc>' for cell in ('فاس', '', '6', ''))}</w:tr></w:tbl>"),
        "docx",
        "فاس\t\t6",
        why="empty cells of a table in Word",
    ),
    case("a.doc", docx(word("سطر")), "docx", "سطر", why="without styles"),
    case(
        "a.docx",
        docx(word("الميناء", "1") + word("سطر"), styles=HEADINGS, title="مستند1"),
        "docx",
        "## الميناء\nسطر",
        title="الميناء",
        why="a title that the program has given",
    ),
    case(
        "a.docx",
        docx(word("سطر") + word("آخر") + "<w:p><w:r><w:t>ثم ينق"),
        "docx",
        "سطر\nآخر\nثم ينق",
        notices=("its XML is damaged: not all of its text is here",),
        why="one that breaks off",
    ),
    case("a.docx", docx(word("قبل &note; بعد")), "docx", "قبل &note; بعد", notices=(), why="an entity of its own"),
    case(
        "a.odt",
        odt("<text:p>سطر</text:p><text:p>ثم <"),
        "odt",
        "# رسالة إلى البحر\nسطر\nثم",
        notices=("its XML is damaged: not all of its text is here",),
        why="one that breaks off, too",
    ),
    case(
        "a.odt",
        odt(OPEN_DOCUMENT),
        "odt",
        "# رسالة إلى البحر\n## الميناء\nكتبت هذا  [1] ثم\tنمت.\n* • خبز\n** • أسمر\nاسم\tعدد\n> قال جدي\n[1] حاشية",
        title="رسالة إلى البحر",
        author="كريم",
    ),
    case(
        "a.pdf",
        pdf(
            [
                [
                    Drawn(visual("حكاية الجبل"), 300, 740, 20),
                    Drawn([*visual("إلى"), " ", *"1998", " ", *visual("عاد الأولاد سنة")], 100, 700),
                    Drawn([*visual("بيتهم"), " ", *"Blue", " ", *"Star", " ", *visual("وسموه")], 112, 684),
                    Drawn(visual(")ثم ناموا("), 190, 640),
                ]
            ],
            title="x.indd",
        ),
        "pdf",
        "# حكاية الجبل\nعاد الأولاد سنة 1998 إلى وسموه Blue Star بيتهم\n(ثم ناموا)",
        title="حكاية الجبل",
        why="lines in visual order",
    ),
]


@pytest.mark.parametrize("case", [*ENCODED, *FORMATS])
def test_a_file_is_what_it_is(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if case.name == "-":
        import io

        document = open_source("-", stdin=io.BytesIO(case.raw))
    else:
        Path(case.name).write_bytes(case.raw)
        document = open_source(case.name)
    assert document.source.kind == case.kind
    if case in [param.values[0] for param in ENCODED]:
        assert document.text == case.text
    else:
        assert written(document) == case.text
    for name, value in case.expected.items():
        where = document.source if name == "encoding" else document if name == "notices" else document.metadata
        assert getattr(where, name) == value, name
