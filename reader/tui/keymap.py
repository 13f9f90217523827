"""The one table of keys: what each does, where, and how the help says it in both languages.

Widgets and screens take their bindings from here (`bindings`), the help screen and the last line their words.
A key that is a letter works on an Arabic keyboard too, without switching it: `ARABIC_LAYOUT` knows what the
same physical key types there.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

if TYPE_CHECKING:
    from collections.abc import Iterator

ARABIC_LAYOUT = dict(
    zip(
        "qwertyuiop[]asdfghjkl;'zxcvnm,./",
        "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ",
        strict=True,
    )
) | {
    # The lam-alef keys type one ligature character (X keyboard layout "ara"), not its two letters.
    "b": "ﻻ",
    "B": "ﻵ",
    "G": "ﻷ",
    "T": "ﻹ",
    "N": "آ",
    "H": "أ",
    "Y": "إ",
    ">": ".",
    "<": "comma",
    "?": "؟",
    "%": "٪",
}
"""What the Arabic (101) keyboard types where the Latin one types the key: only keys that differ."""


class Scope(StrEnum):
    """Which part of the screen must have the focus."""

    PAGE = "page"
    SELECT = "select"
    """The page, while text is being selected with keys."""
    PANELS = "panels"
    FIND = "find"
    DATE = "date"
    """The bar in which the document date is typed."""
    LIBRARY = "library"
    HELP = "help"
    SCREEN = "screen"
    """Any part but the bars one types into."""


@dataclass(frozen=True, slots=True)
class Key:
    """What some keys do. `keys` are Textual's names for them, separated by spaces; `shown` is the one to print.

    `action` is a method of the scope's widget or, after "screen.", of the screen; `brief` are the words for
    the last line, where the key is one of those needed most.
    """

    id: str
    keys: str
    action: str
    ar: str
    en: str
    scope: Scope
    brief: tuple[str, str] | None = None
    shown: str = ""

    @property
    def latin(self) -> tuple[str, ...]:
        return tuple(self.keys.split())

    @property
    def arabic(self) -> tuple[str, ...]:
        """The same physical keys on an Arabic keyboard, where they type something else."""
        return tuple(ARABIC_LAYOUT[key] for key in self.latin if key in ARABIC_LAYOUT)

    def help(self, lang: str) -> str:
        return self.ar if lang == "ar" else self.en

    def display(self, lang: str) -> str:
        """The key as the last line and the help print it."""
        del lang  # key caps carry Latin letters on every Arabic keyboard
        return self.shown or SHOWN.get(self.latin[0], self.latin[0])


SHOWN = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
}

KEYS: tuple[Key, ...] = (
    # the page
    Key("down", "j down", "line(1)", "سطر إلى الأسفل", "line down", Scope.PAGE, shown="j ↓"),
    Key("up", "k up", "line(-1)", "سطر إلى الأعلى", "line up", Scope.PAGE, shown="k ↑"),
    Key(
        "page_down",
        "space pagedown ctrl+f",
        "page(1)",
        "صفحة إلى الأسفل",
        "page down",
        Scope.PAGE,
        brief=("صفحة", "page"),
        shown="Space",
    ),
    Key("page_up", "b pageup ctrl+b shift+space", "page(-1)", "صفحة إلى الأعلى", "page up", Scope.PAGE, shown="b"),
    Key("half_down", "d ctrl+d", "half(1)", "نصف صفحة إلى الأسفل", "half a page down", Scope.PAGE),
    Key("half_up", "u ctrl+u", "half(-1)", "نصف صفحة إلى الأعلى", "half a page up", Scope.PAGE),
    Key("top", "g home ctrl+home", "top", "أول النص", "start of the text", Scope.PAGE, shown="g"),
    Key("end", "G end ctrl+end", "end", "آخر النص", "end of the text", Scope.PAGE, shown="G"),
    Key("go_on", "enter", "screen.go_on", "امضِ إلى الذكر التالي", "on to the next mention", Scope.PAGE),
    Key("select", "v", "select", "ابدأ التحديد", "start selecting", Scope.PAGE, shown="v"),
    Key(
        "select_on",
        "shift+left",
        "extend('forward')",
        "مدّ التحديد حرفًا",
        "extend the selection onwards",
        Scope.PAGE,
        shown="Shift+←",
    ),
    Key(
        "select_back",
        "shift+right",
        "extend('back')",
        "ردّ التحديد حرفًا",
        "draw the selection back",
        Scope.PAGE,
        shown="Shift+→",
    ),
    Key(
        "select_down",
        "shift+down",
        "extend('down')",
        "مدّ التحديد سطرًا",
        "extend the selection a line",
        Scope.PAGE,
        shown="Shift+↓",
    ),
    Key(
        "select_up",
        "shift+up",
        "extend('up')",
        "ردّ التحديد سطرًا",
        "draw the selection back a line",
        Scope.PAGE,
        shown="Shift+↑",
    ),
    # while selecting
    Key("caret_left", "h left", "caret('left')", "إلى اليسار", "to the left", Scope.SELECT, shown="h ←"),
    Key("caret_right", "l right", "caret('right')", "إلى اليمين", "to the right", Scope.SELECT, shown="l →"),
    Key("caret_word", "w", "caret('word')", "الكلمة التالية", "next word", Scope.SELECT),
    Key("caret_word_back", "e", "caret('word_back')", "الكلمة السابقة", "previous word", Scope.SELECT),
    Key(
        "copy",
        "y ctrl+c",
        "copy",
        "انسخ النص المحدد",
        "copy what is selected",
        Scope.SELECT,
        brief=("نسخ", "copy"),
        shown="y",
    ),
    # the panels
    Key(
        "panel_down", "j down", "row(1)", "الصف التالي", "next row", Scope.PANELS, brief=("التالي", "next"), shown="j ↓"
    ),
    Key("panel_up", "k up", "row(-1)", "الصف السابق", "previous row", Scope.PANELS, shown="k ↑"),
    Key("panel_page_down", "space pagedown", "rows(1)", "صفحة صفوف", "a page of rows", Scope.PANELS),
    Key("panel_page_up", "b pageup", "rows(-1)", "صفحة صفوف إلى الأعلى", "a page of rows up", Scope.PANELS),
    Key("panel_top", "g home", "first", "أول صف", "first row", Scope.PANELS),
    Key("panel_end", "G end", "last", "آخر صف", "last row", Scope.PANELS),
    Key(
        "panel_enter",
        "enter",
        "enter(1)",
        "اذهب إلى الموضع، ثم الذي يليه",
        "go there, then to the next",
        Scope.PANELS,
        brief=("اذهب", "go"),
    ),
    Key(
        "panel_before",
        "shift+enter o",
        "enter(-1)",
        "اذهب إلى الموضع السابق",
        "go to the one before",
        Scope.PANELS,
        shown="o",
    ),
    Key(
        "panel_filter",
        "f",
        "filter",
        "صفِّ الصفوف بالكتابة",
        "narrow the rows by typing",
        Scope.PANELS,
        brief=("تصفية", "filter"),
    ),
    Key(
        "panel_order",
        "s",
        "order",
        "رتّب بالعدد أو بالزمن، أو كالنص",
        "by count or time, or as in the text",
        Scope.PANELS,
    ),
    Key(
        "panel_kind",
        "left",
        "kind(1)",
        "المنظمات وغيرها مكان الأماكن",
        "organisations … instead of places",
        Scope.PANELS,
    ),
    Key("panel_kind_back", "right", "kind(-1)", "النوع السابق", "the kind before", Scope.PANELS),
    Key("panel_why", "w", "why", "على أي أساس هذا التاريخ", "what this date rests on", Scope.PANELS),
    Key(
        "panel_only",
        "e",
        "only",
        "أحداث هذا الاسم وحده، أو كلها",
        "events of this name alone, or all",
        Scope.PANELS,
        brief=("أحداث الاسم", "its events"),
    ),
    Key("panel_hijri", "h", "screen.hijri", "التاريخ الهجري أيضًا", "Hijri dates as well", Scope.PANELS),
    # anywhere but in the bars
    Key("find", "/", "find", "ابحث في النص", "find in the text", Scope.SCREEN, brief=("بحث", "find")),
    Key("find_next", "n", "hit(1)", "النتيجة التالية", "next match", Scope.SCREEN),
    Key("find_previous", "N", "hit(-1)", "النتيجة السابقة", "previous match", Scope.SCREEN),
    Key(
        "next_mention",
        "]",
        "mention(1)",
        "الذكر التالي",
        "next mention",
        Scope.SCREEN,
        brief=("الذكر التالي", "mention"),
    ),
    Key("previous_mention", "[", "mention(-1)", "الذكر السابق", "previous mention", Scope.SCREEN),
    Key("back", "backspace ctrl+o", "back", "ارجع إلى حيث كنت", "back to where you were", Scope.SCREEN, shown="⌫"),
    Key("forward", "ctrl+r", "forward", "تقدّم إلى حيث كنت", "forward again", Scope.SCREEN, shown="^r"),
    Key("next_text", "> ctrl+right", "text(1)", "النص التالي", "next text", Scope.SCREEN, shown=">"),
    Key("previous_text", "< ctrl+left", "text(-1)", "النص السابق", "previous text", Scope.SCREEN, shown="<"),
    Key(
        "date",
        "c",
        "date",
        "تاريخ النص: منه تُحسب «اليوم» و«أمس»",
        "date of the text, to count “today” from",
        Scope.SCREEN,
    ),
    Key("percent", "%", "percent", "إلى هذه النسبة: ٥٠٪", "to that percentage: 50%", Scope.SCREEN, shown="50%"),
    Key(
        "panels",
        "p",
        "panels",
        "أظهر اللوحات أو أخفها",
        "show or hide the panels",
        Scope.SCREEN,
        brief=("لوحات", "panels"),
    ),
    Key(
        "focus",
        "tab",
        "focus_part(1)",
        "إلى اللوحة التالية",
        "to the next panel",
        Scope.SCREEN,
        brief=("انتقال", "switch"),
    ),
    Key(
        "focus_back",
        "shift+tab",
        "focus_part(-1)",
        "إلى اللوحة السابقة",
        "to the previous panel",
        Scope.SCREEN,
        shown="Shift+Tab",
    ),
    Key("tashkeel", "t", "tashkeel", "أظهر التشكيل أو أخفه", "show or hide tashkeel", Scope.SCREEN),
    Key("digits", "i", "digits", "أشكال الأرقام", "forms of the digits", Scope.SCREEN),
    Key("theme", "T m", "theme", "المظهر التالي", "next theme", Scope.SCREEN, shown="m"),
    Key("lang", "a", "lang", "لغة الواجهة", "language of the interface", Scope.SCREEN),
    Key("escape", "escape", "escape", "أغلق، أو ألغِ الاختيار", "close, or choose nothing", Scope.SCREEN),
    Key("help", "? f1", "help", "كل المفاتيح", "all keys", Scope.SCREEN, brief=("مفاتيح", "keys"), shown="?"),
    Key(
        "suspend",
        "ctrl+z",
        "app.suspend_process",
        "إلى سطر الأوامر، والعودة بالأمر fg",
        "to the shell; fg comes back",
        Scope.SCREEN,
        shown="^z",
    ),
    Key("quit", "q ctrl+q ctrl+c", "quit", "خروج", "quit", Scope.SCREEN, brief=("خروج", "quit"), shown="q"),
    Key("library", "l", "library", "المكتبة", "library", Scope.SCREEN),
    # the library
    Key("library_theme", "T m", "theme", "المظهر التالي", "next theme", Scope.LIBRARY, shown="m"),
    Key("library_lang", "a", "lang", "لغة الواجهة", "language of the interface", Scope.LIBRARY),
    Key("library_help", "? f1", "help", "كل المفاتيح", "all keys", Scope.LIBRARY, brief=("مفاتيح", "keys"), shown="?"),
    Key(
        "library_quit",
        "q escape ctrl+q ctrl+c",
        "quit",
        "خروج",
        "quit",
        Scope.LIBRARY,
        brief=("خروج", "quit"),
        shown="q",
    ),
    # the help
    Key("help_down", "j down enter", "line(1)", "سطر إلى الأسفل", "line down", Scope.HELP, shown="j ↓"),
    Key("help_up", "k up", "line(-1)", "سطر إلى الأعلى", "line up", Scope.HELP, shown="k ↑"),
    Key(
        "help_page_down",
        "space pagedown",
        "page(1)",
        "صفحة إلى الأسفل",
        "page down",
        Scope.HELP,
        brief=("صفحة", "page"),
    ),
    Key("help_page_up", "b pageup", "page(-1)", "صفحة إلى الأعلى", "page up", Scope.HELP),
    Key(
        "help_close", "escape q ? f1 ctrl+c", "close", "أغلق", "close", Scope.HELP, brief=("أغلق", "close"), shown="Esc"
    ),
    # the find bar
    Key(
        "find_accept",
        "enter",
        "screen.find_accept",
        "ثبّت النتائج",
        "keep the matches",
        Scope.FIND,
        brief=("ثبّت", "keep"),
    ),
    Key(
        "find_on",
        "down ctrl+n",
        "screen.hit(1)",
        "النتيجة التالية",
        "next match",
        Scope.FIND,
        brief=("التالية", "next"),
        shown="↓",
    ),
    Key(
        "find_up",
        "up ctrl+p",
        "screen.hit(-1)",
        "النتيجة السابقة",
        "previous match",
        Scope.FIND,
        brief=("السابقة", "previous"),
        shown="↑",
    ),
    Key(
        "find_exact",
        "ctrl+e",
        "screen.find_exact",
        "بالحرف كما كُتب",
        "exactly as written",
        Scope.FIND,
        brief=("حرفيًّا", "exact"),
        shown="^e",
    ),
    Key("find_erase", "backspace ctrl+h", "screen.find_erase", "امحُ حرفًا", "erase a letter", Scope.FIND, shown="⌫"),
    Key("find_clear", "ctrl+u", "screen.find_clear", "امحُ الكل", "erase all", Scope.FIND, shown="^u"),
    Key("find_cancel", "escape", "screen.find_cancel", "ارجع", "go back", Scope.FIND, brief=("ارجع", "back")),
    # the date bar
    Key(
        "date_accept",
        "enter",
        "screen.date_accept",
        "احسب من هذا اليوم؛ والفارغ كما في النص",
        "count from this day; from none, as the text has it",
        Scope.DATE,
    ),
    Key("date_erase", "backspace ctrl+h", "screen.date_erase", "امحُ حرفًا", "erase a letter", Scope.DATE, shown="⌫"),
    Key("date_clear", "ctrl+u", "screen.date_clear", "امحُ الكل", "erase all", Scope.DATE, shown="^u"),
    Key("date_cancel", "escape", "screen.date_cancel", "ارجع", "go back", Scope.DATE),
)


def of_scope(*scopes: Scope) -> tuple[Key, ...]:
    """The keys of these parts, in the order of the table."""
    return tuple(key for key in KEYS if key.scope in scopes)


def bindings(*scopes: Scope) -> list[BindingType]:
    """Textual's bindings for these parts: for a class's `BINDINGS`."""
    return list(_bindings(of_scope(*scopes)))


def _bindings(keys: tuple[Key, ...]) -> Iterator[BindingType]:
    for key in keys:
        for name in (*key.latin, *key.arabic):
            yield Binding(name, key.action, key.en, show=False, id=f"{key.id}:{name}")
