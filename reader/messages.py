"""What the command line, the sources and the errors say to a person, in English and in Arabic.

The English is written where it is said, `message("there is no file {name}", name=name)`; the Arabic stands here. What
the reading screen says is in `tui.wording`, what an analysis says of itself in `wording`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


LONGEST = 100
"""Characters of what a library says."""


class Message(str):
    """A line in English; `in_` says it in another language. Its values may be messages themselves, and lists."""

    __slots__ = ("_template", "_values")
    _template: str
    _values: dict[str, object]

    def __new__(cls, template: str, values: dict[str, object]) -> Self:
        said = super().__new__(cls, _filled(template, values, "en"))
        said._template = template
        said._values = values
        return said

    def in_(self, lang: str) -> str:
        """In Arabic ("ar") or English ("en")."""
        if lang != "ar":
            return str(self)
        return _filled(ARABIC.get(self._template, self._template), self._values, lang)


def _filled(template: str, values: Mapping[str, object], lang: str) -> str:
    return template.format(**{name: _said(value, lang) for name, value in values.items()}) if values else template


def _said(value: object, lang: str) -> object:
    if isinstance(value, tuple):
        return comma(lang).join(str(_said(one, lang)) for one in value)
    return in_(value, lang) if isinstance(value, str) else value


def message(template: str, **values: object) -> Message:
    """The English `template` with its `{fields}` filled in; a tuple is a list, with the commas of each language."""
    return Message(template, values)


def in_(said: str, lang: str) -> str:
    """A message in `lang`; what is no message is the same in every language."""
    return said.in_(lang) if isinstance(said, Message) else said


def some_of(items: Sequence[object], most: int) -> tuple[str, ...]:
    """The first items of a list, for a message that is to stay short."""
    said = [str(item) for item in items[:most]]
    return (*said[:-1], f"{said[-1]} …") if len(items) > most else tuple(said)


def comma(lang: str) -> str:
    """What parts the items of a list."""
    return "، " if lang == "ar" else ", "


def semicolon(lang: str) -> str:
    """What parts one thing that is said from the next."""
    return "؛ " if lang == "ar" else "; "


def reason(error: Exception) -> Message:
    """Why it could not be done: as the system says it, or on one line what a library says in English."""
    if isinstance(error, RecursionError):
        return message("its parts are nested too deep")
    if isinstance(error, UnicodeDecodeError):
        return message("it is no UTF-8")
    said = (isinstance(error, OSError) and error.strerror) or str(error)
    return Message(" ".join(said.split())[:LONGEST], {})


def recognised(said: str, templates: Iterable[str]) -> str:
    """`said`, which a library has put together, as the message that it is, if it is one of `templates`."""
    for template in templates:
        found = re.fullmatch(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(template)), said, re.DOTALL)
        if found:
            return Message(
                template, {name: _value(name, value, templates) for name, value in found.groupdict().items()}
            )
    return said


def _value(name: str, value: str, templates: Iterable[str]) -> str | tuple[str, ...]:
    return tuple(value.split(", ")) if name == "choices" else recognised(value, templates)


ARABIC: Final = {
    # the system
    "No such file or directory": "لا وجود له",
    "Permission denied": "لا إذن بذلك",
    "Is a directory": "هذا مجلد",
    "not a regular file": "ليس ملفًا عاديًّا",
    "Not a directory": "ليس مجلدًا",
    "File name too long": "الاسم أطول مما يجوز",
    "Input/output error": "خطأ في القراءة أو الكتابة",
    "No space left on device": "لا مساحة باقية على القرص",
    "Read-only file system": "القرص للقراءة فقط",
    "Too many open files": "ملفات مفتوحة كثيرة",
    "Bad file descriptor": "القناة مغلقة",
    "Operation not permitted": "لا يُسمح بذلك",
    "Cannot allocate memory": "الذاكرة لا تكفي",
    "Disk quota exceeded": "استُنفدت الحصة من القرص",
    "Connection refused": "رُفض الاتصال",
    "Connection reset by peer": "قطع الطرف الآخر الاتصال",
    "Connection timed out": "لا رد في الوقت المتاح",
    "Network is unreachable": "لا سبيل إلى الشبكة",
    "No route to host": "لا سبيل إلى المضيف",
    "Too many levels of symbolic links": "روابط رمزية تدور في حلقة",
    # standard streams, the keyboard
    "cannot read standard input": "تعذّرت قراءة المدخل القياسي",
    "cannot read standard input: {why}": "تعذّرت قراءة المدخل القياسي: {why}",
    "standard input is empty": "المدخل القياسي فارغ",
    "cannot print: standard output is closed": "تعذّرت الطباعة: المخرج القياسي مغلق",
    "give it a file, a pipe or a terminal": "وجّهه إلى ملف أو أنبوب أو طرفية",
    "cannot print: {why}": "تعذّرت الطباعة: {why}",
    "give standard output another place": "وجّه المخرج القياسي إلى مكان آخر",
    "there is no keyboard to read with": "لا لوحة مفاتيح للقراءة بها",
    "choose a --format to print instead": "اختر ‎--format للطباعة بدلًا من ذلك",
    # the program's own files
    "the program's own folder '{name}' is missing": "مجلد البرنامج '{name}' مفقود",
    "install qari again": "أعد تثبيت qari",
    "cannot remember this: {why}": "تعذّر حفظ هذا: {why}",
    "make room there, or say --bidi each time": "وفّر مساحة هناك، أو اكتب ‎--bidi كل مرة",
    # opening
    "{name} is empty": "{name} فارغ",
    "cannot read {name}: {why}": "تعذّرت قراءة {name}: {why}",
    "there is no text in it": "لا نص فيه",
    "it does not fit into memory": "لا تتسع له الذاكرة",
    "divide it, and open a part": "قسّمه وافتح جزءًا منه",
    "{name} goes on for more than {size} MB": "تجاوز {name} ‏{size} ميغابايت ولم ينته",
    "save it as a file, and open that": "احفظه في ملف وافتحه",
    "only the beginning is shown, more came than fits; save it as a file, and open that": (
        "لا يُعرض سوى أوله، فقد ورد أكثر مما يتسع له البرنامج؛ احفظه في ملف وافتحه"
    ),
    "standard input": "المدخل القياسي",
    "{name} is a directory": "{name} مجلد",
    "doctor stands alone, and prints lines of text": "يأتي doctor وحده ويطبع أسطر نص",
    "the library of a folder is not there yet": "مكتبة المجلد غير متاحة بعد",
    "name a file in it": "حدّد ملفًا فيه",
    "{name} is a device or a named pipe": "{name} جهاز أو أنبوب مسمّى",
    "pipe it in: `qari - < …`": "أدخله عبر المدخل القياسي: `qari - < …`",
    "there is no file {name}": "لا يوجد ملف {name}",
    "{name} is no file name": "{name} ليس اسم ملف",
    "`qari --list` shows the bundled articles": "يعرض `qari --list` المقالات المرفقة",
    "nothing but white space in {name}": "لا شيء في {name} سوى الفراغ",
    "{name}: {why}": "{name}: {why}",
    # encodings
    "this is {what}, not a text": "هذا {what}، وليس نصًّا",
    "a PNG picture": "صورة PNG",
    "a JPEG picture": "صورة JPEG",
    "a GIF picture": "صورة GIF",
    "a program": "برنامج",
    "an SQLite database": "قاعدة بيانات SQLite",
    "an Office document of the old kind, or a locked one": "مستند Office قديم أو مقفل",
    "an RTF document": "مستند RTF",
    "save it as DOCX or ODT, and open that": "احفظه بصيغة DOCX أو ODT وافتحه",
    "a 7z archive": "أرشيف 7z",
    "a RAR archive": "أرشيف RAR",
    "this looks like binary data, not like text": "يبدو هذا بيانات ثنائية لا نصًّا",
    "if it is text, name its encoding with --encoding": "إن كان نصًّا فحدّد ترميزه بـ ‎--encoding",
    "unknown encoding {name}": "ترميز غير معروف: {name}",
    "utf-8, windows-1256 and iso-8859-6 are common for Arabic": ("الشائع للعربية: utf-8 وwindows-1256 وiso-8859-6"),
    "this is no text in {encoding}": "ليس هذا نصًّا بترميز {encoding}",
    "if it is text, try another --encoding": "إن كان نصًّا فجرّب ‎--encoding آخر",
    "try another --encoding": "جرّب ‎--encoding آخر",
    "{encoding} (guessed)": "{encoding} (تخمينًا)",
    "{encoding}, though it says {declared}": "{encoding}، مع أنه يقول {declared}",
    "{encoding} (guessed, though it says {declared})": "{encoding} (تخمينًا، مع أنه يقول {declared})",
    "{encoding} (guessed, but it hardly looks like Arabic: --encoding names another)": (
        "{encoding} (تخمينًا، ولا يكاد يشبه العربية؛ لتحديد غيره: ‎--encoding)"
    ),
    "{encoding} (guessed, though it says {declared}, but it hardly looks like Arabic: --encoding names another)": (
        "{encoding} (تخمينًا، مع أنه يقول {declared}، ولا يكاد يشبه العربية؛ لتحديد غيره: ‎--encoding)"
    ),
    "{encoding} and, in line {lines}, {other} (guessed)": "{encoding}، وفي السطر {lines} ‏{other} (تخمينًا)",
    "{encoding} and, in lines {lines}, {other} (guessed)": "{encoding}، وفي الأسطر {lines} ‏{other} (تخمينًا)",
    "from line {line} on there is another encoding in it (guessed)": "ابتداءً من السطر {line} فيه ترميز آخر (تخمينًا)",
    "1 bad byte for {encoding}, shown as {sign} (line {lines})": (
        "بايت واحد لا يصح في {encoding}، ويظهر {sign} (السطر {lines})"
    ),
    "{count} bad bytes for {encoding}, shown as {sign} (line {lines})": (
        "بايتات لا تصح في {encoding}، عددها {count}، وتظهر {sign} (السطر {lines})"
    ),
    "{count} bad bytes for {encoding}, shown as {sign} (lines {lines})": (
        "بايتات لا تصح في {encoding}، عددها {count}، وتظهر {sign} (الأسطر {lines})"
    ),
    # archives, books, documents
    "it is damaged: it does not unpack": "تالف: تعذّر فكّ ضغطه",
    "there is nothing in this ZIP archive": "لا شيء في أرشيف ZIP هذا",
    "there are {count} files in this ZIP archive": "في أرشيف ZIP هذا ملفات عددها {count}",
    "unpack it, and name a file in it": "فكّ ضغطه وحدّد ملفًا فيه",
    "it is far too large once unpacked": "أكبر من أن يُقرأ بعد فكّ ضغطه",
    "unpack it yourself, and open a part of it": "فكّ ضغطه بنفسك وافتح جزءًا منه",
    "this ZIP archive is damaged": "أرشيف ZIP هذا تالف",
    "{name} is missing in it": "{name} مفقود فيه",
    "{name} in it is damaged": "{name} الذي فيه تالف",
    "it is locked with a password": "مقفل بكلمة مرور",
    "unpack it yourself, and open the text": "فكّ ضغطه بنفسك وافتح النص",
    "there is nothing in it": "لا شيء فيه",
    "this is a TAR archive": "هذا أرشيف TAR",
    "this is a table or a presentation, not a text": "هذا جدول أو عرض تقديمي، وليس نصًّا",
    "save its text, and open that": "احفظ نصه وافتحه",
    "this document is locked with a password": "هذا المستند مقفل بكلمة مرور",
    "save it without, and open that": "احفظه بلا كلمة مرور وافتحه",
    "its XML is damaged": "ملف XML بداخله تالف",
    "its XML is damaged: not all of its text is here": "ملف XML بداخله تالف: ليس هذا نصه كله",
    "its parts are nested too deep": "أجزاؤه متداخلة أعمق مما يُقرأ",
    "left out what is attached: {names}": "تُركت المرفقات: {names}",
    "this book is locked (DRM)": "هذا الكتاب مقفل (DRM)",
    "only the program that it was bought for opens it": "لا يفتحه إلا البرنامج الذي اشتُري له",
    "this EPUB has no package document": "لا وصف للمحتوى في ملف EPUB هذا",
    "{count} of its chapters cannot be read": "فصول تعذّرت قراءتها: {count}",
    "PDF needs one more package": "يحتاج PDF إلى حزمة إضافية",
    "pip install 'qari[pdf]'": "pip install 'qari[pdf]'",
    "this PDF is damaged": "ملف PDF هذا تالف",
    "this PDF has no text, only pictures of it": "لا نص في ملف PDF هذا، بل صور له",
    "let an OCR program read it first": "مرّره أولًا على برنامج للتعرف الضوئي على الحروف (OCR)",
    "this PDF is locked with a password": "ملف PDF هذا مقفل بكلمة مرور",
    "only the first {count} of {all} pages: it takes too long": (
        "الصفحات المقروءة: أول {count} من {all} فقط، فقراءة الباقي تطول"
    ),
    "{count} of {all} pages cannot be read": "صفحات تعذّرت قراءتها: {count} من {all}",
    # the web
    "cannot fetch {host}: {why}": "تعذّر جلب {host}: {why}",
    "cannot fetch: {why}": "تعذّر الجلب: {why}",
    "redirected to what is not allowed ({why})": "يعيد التوجيه إلى ما لا يُسمح به ({why})",
    "it redirects again and again": "يعيد التوجيه مرة بعد مرة",
    "this is no web address that can be read": "ليس هذا عنوان وب يُقرأ",
    "it begins with https:// and a host name": "يبدأ بـ https://‎ واسم المضيف",
    "a web address with a password in it is not read": "لا يُقرأ عنوان وب فيه كلمة مرور",
    "save the page, and open the file": "احفظ الصفحة وافتح الملف",
    "http is not secure": "http غير آمن",
    "try https://, or --allow-private allows it": "جرّب https://‎، أو اسمح به بـ ‎--allow-private",
    "--allow-private allows it": "يسمح به ‎--allow-private",
    "there is no host {host}": "لا يوجد مضيف {host}",
    "{host} is in a private network": "{host} في شبكة خاصة",
    "no answer in time": "لا رد في الوقت المتاح",
    "no answer": "لا رد",
    "its certificate cannot be trusted": "لا يُوثق بشهادته",
    "the secure connection failed": "تعذّر الاتصال الآمن",
    "the answer broke off before its end; try again": "انقطع الرد قبل تمامه؛ أعد المحاولة",
    "the server says {status} {reason}": "يقول الخادم {status} {reason}",
    "the server packs its answer though it was asked not to": "يضغط الخادم رده مع أنه طُلب منه ألا يفعل",
    "there is more than {count} MB of it": "فيه أكثر من {count} ميغابايت",
    # many sources
    "the process that analysed it ended (out of memory, perhaps)": "انتهت العملية التي تحلله (لعل الذاكرة لم تكفِ)",
    # settings and themes
    "mend or remove it": "أصلحه أو احذفه",
    "{name} is written in a way that cannot be changed safely": "{name} مكتوب بطريقة لا يؤمَن تغييرها",
    "it is no UTF-8": "ترميزه ليس UTF-8",
    "change it by hand": "غيّره بيدك",
    "{name} cannot be written: {why}": "تعذّرت كتابة {name}: {why}",
    "make room there, or change it by hand": "وفّر مساحة هناك، أو غيّره بيدك",
    "there are: {names}": "المتاح: {names}",
    "there is no theme '{name}'": "لا يوجد مظهر '{name}'",
    "theme {name} cannot be read: {why}": "تعذّرت قراءة المظهر {name}: {why}",
    # find
    "{query} takes too long to look for": "البحث عن {query} يطول",
    "{query} is no regular expression: {why}": "{query} ليس تعبيرًا نمطيًّا: {why}",
    # help
    "{name}: read Arabic in a terminal, and see who, where and when.": (
        "{name} (qari): لقراءة العربية في الطرفية، ومعرفة مَن وأين ومتى."
    ),
    "usage: ": "الاستعمال: ",
    "sources": "المصادر",
    "a path, - for standard input, https://…, or a bundled article": (
        "مسار ملف، أو ‎-‎ للمدخل القياسي، أو ‎https://…‎، أو اسم مقال مرفق"
    ),
    "how to decode; found out and named otherwise": "ترميز المصدر؛ إن لم يُحدَّد اكتشفه البرنامج وذكره",
    "http and private addresses as SOURCE": "قبول عناوين http وعناوين الشبكات الخاصة مصدرًا",
    "what is printed": "ما يُطبع",
    "what to print; text where stdout is no terminal": "الصيغة؛ وهي text إن لم يكن المخرج القياسي طرفية",
    "print the people": "طباعة الأشخاص",
    "print the places": "طباعة الأماكن",
    "print the organisations": "طباعة المنظمات",
    "print all that is named": "طباعة الأسماء كلها",
    "print the events": "طباعة الأحداث",
    "bundled articles: name, date, title": "المقالات المرفقة: الاسم والتاريخ والعنوان",
    "with --entities: only that type": "مع ‎--entities: هذا النوع وحده",
    "the day that relative dates are counted from": "اليوم الذي تُحسب منه التواريخ النسبية",
    "whether to print ruined text as mended": "طباعة النص التالف كما ورد، أو مُصلَحًا",
    "with jsonl: how many processes, lines in order": "مع jsonl: عدد العمليات، وتبقى الأسطر على ترتيبها",
    "how it looks": "شكل العرض",
    "escapes in ansi; NO_COLOR and FORCE_COLOR count": "ألوان ansi؛ ويُراعى NO_COLOR وFORCE_COLOR",
    "how lines are written to this terminal": "كيف تُكتب الأسطر لهذه الطرفية",
    "columns of the page": "عرض الصفحة بالأعمدة",
    "colours of the page": "مظهر الصفحة وألوانها",
    "language of the screen, of messages and of this help": "لغة الشاشة والرسائل وهذه المساعدة",
    "leave the vowel signs out of the picture": "إخفاء التشكيل في العرض",
    "digits as written, Arabic-Indic or European": "الأرقام كما كُتبت، أو ٠١٢٣، أو 0123",
    "of a paragraph: by most of its letters, or by the first": "اتجاه الفقرة: بأكثر حروفها، أو بأول حرف فيها",
    "other options": "خيارات أخرى",
    "show this help": "عرض هذه المساعدة",
    "show the version": "عرض رقم الإصدار",
    "examples:": "أمثلة:",
    "choose among the bundled articles": "الاختيار من المقالات المرفقة",
    "read it; ? shows the keys": "قراءة الملف؛ ويعرض ? المفاتيح",
    "the text itself, byte for byte": "النص نفسه كما هو، بايتًا بايتًا",
    "who is named, one a line": "من ذُكر فيه، كلٌّ في سطر",
    "what happened, in order of time": "ما حدث، بترتيب الزمن",
    "read what comes through a pipe": "قراءة ما يأتي عبر أنبوب",
    "what is right in this terminal": "ما يصلح لهذه الطرفية",
    # usage
    "see qari --help": "انظر qari --help",
    "there is nothing to read": "لا شيء يُقرأ",
    "{name} could not be analysed": "تعذّر تحليل {name}",
    "name a file, or give it through a pipe": "حدّد ملفًا، أو أدخله عبر أنبوب",
    "json is one document": "json مستند واحد",
    "leave out all but one": "أبقِ واحدًا فقط",
    "use -f jsonl for several": "استعمل ‎-f jsonl لعدة مستندات",
    "--type goes with --entities": "لا يُستعمل ‎--type إلا مع ‎--entities",
    "csv goes with a panel option": "لا تُستعمل csv إلا مع خيار لوحة",
    "add --people, --places, --organisations, --entities or --events": (
        "أضف ‎--people أو ‎--places أو ‎--organisations أو ‎--entities أو ‎--events"
    ),
    "a panel is printed as rows, json or csv, not as {format}": "تُطبع اللوحة صفوفًا أو json أو csv، لا {format}",
    "there is no --format {format}": "لا توجد صيغة اسمها {format}",
    "--list stands alone, and prints lines of text": "‎--list يأتي وحده ويطبع أسطر نص",
    "nothing of what is read is remembered yet: there is nothing to forget": "لا يُحفظ بعدُ شيء مما يُقرأ، فلا شيء يُنسى",
    "--format {format} is not there yet": "الصيغة {format} غير متاحة بعد",
    "there are text, ansi, json, jsonl and csv": "المتاح: text وansi وjson وjsonl وcsv",
    "--jobs goes with -f jsonl": "لا يُستعمل ‎--jobs إلا مع ‎-f jsonl",
    "standard input is read by one process": "المدخل القياسي تقرؤه عملية واحدة",
    "leave out --jobs": "احذف ‎--jobs",
    "argument {name}: {why}": "الخيار ‎{name}: {why}",
    "unrecognized arguments: {names}": "خيارات غير معروفة: ‎{names}",
    "expected one argument": "تلزمه قيمة واحدة",
    "not allowed with argument {name}": "لا يجتمع مع ‎{name}",
    "ignored explicit argument {value}": "لا يأخذ قيمة: {value}",
    "invalid choice: {value} (choose from {choices})": "القيمة {value} غير صالحة؛ القيم المتاحة: {choices}",
    "{value} is no day; write it as 2023-09-17": "{value} ليس يومًا؛ اكتبه هكذا: 2023-09-17",
    "{value} is no number of processes; 1 to {most}": "{value} ليس عدد عمليات؛ من 1 إلى {most}",
    "{value} is no width; {least} to {most} columns": "{value} ليس عرضًا؛ عدد الأعمدة من {least} إلى {most}",
}
"""The Arabic of every English template. Before an option of the command line stands U+200E, so that its dashes do."""
