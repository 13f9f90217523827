"""The one table of keys: what each does, where, and how the help says it in both languages.

Widgets and screens take their bindings from here (`bindings`), the help screen and the last line their words.
A key that is a letter works on an Arabic keyboard too, without switching it: `ARABIC_LAYOUT` knows what the
same physical key types there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from reader.tui.key import Key, Scope
from reader.tui.keys_of_lists import LISTS
from reader.tui.keys_of_page import PAGE
from reader.tui.keys_of_panels import PANELS

if TYPE_CHECKING:
    from collections.abc import Iterator

WAY_KEY = "B"
"""Tries the next way of writing to this terminal."""

KEYS: tuple[Key, ...] = (
    *PAGE,
    *PANELS,
    # anywhere but in the bars
    Key("find", "/", "do('searching.open')", "ابحث في النص", "find in the text", Scope.SCREEN, brief=("بحث", "find")),
    Key("find_next", "n", "do('searching.step', 1)", "النتيجة التالية", "next match", Scope.SCREEN),
    Key(
        "hits", "H", "do('list_hits')", "قائمة النتائج، أو اللوحات", "list of all matches, or the panels", Scope.SCREEN
    ),
    Key("find_previous", "N", "do('searching.step', -1)", "النتيجة السابقة", "previous match", Scope.SCREEN),
    Key(
        "next_mention",
        "]",
        "do('going.mention', 1)",
        "الاسم التالي",
        "next name",
        Scope.SCREEN,
        brief=("الاسم التالي", "name"),
    ),
    Key("previous_mention", "[", "do('going.mention', -1)", "الاسم السابق", "previous name", Scope.SCREEN),
    Key(
        "back",
        "backspace ctrl+o",
        "do('going.back')",
        "ارجع إلى حيث كنت",
        "back to where you were",
        Scope.SCREEN,
        shown="⌫",
    ),
    Key("forward", "ctrl+r", "do('going.forward')", "إلى الأمام من جديد", "forward again", Scope.SCREEN, shown="^r"),
    Key("next_text", "> ctrl+right", "app.text(1)", "النص التالي", "next text", Scope.SCREEN, shown=">"),
    Key("previous_text", "< ctrl+left", "app.text(-1)", "النص السابق", "previous text", Scope.SCREEN, shown="<"),
    Key(
        "date",
        "c",
        "do('dating.open')",
        "تاريخ النص: منه يُحسب «اليوم» و«أمس»",
        "date of the text, to count “today” from",
        Scope.SCREEN,
    ),
    Key(
        "percent",
        "%",
        "do('hiding.percent')",
        "إلى هذه النسبة: ٥٠٪",
        "to that percentage: 50%",
        Scope.SCREEN,
        shown="50%",
    ),
    Key(
        "panels",
        "p",
        "do('margin.toggle')",
        "أظهر اللوحات أو أخفها",
        "show or hide the panels",
        Scope.SCREEN,
        brief=("لوحات", "panels"),
    ),
    Key(
        "focus",
        "tab",
        "do('margin.focus', 1)",
        "إلى اللوحة التالية",
        "to the next panel",
        Scope.SCREEN,
        brief=("اللوحة التالية", "next panel"),
    ),
    Key(
        "focus_back",
        "shift+tab",
        "do('margin.focus', -1)",
        "إلى اللوحة السابقة",
        "to the previous panel",
        Scope.SCREEN,
        shown="Shift+Tab",
    ),
    Key("tashkeel", "t", "do('looks.tashkeel')", "أظهر التشكيل أو أخفه", "show or hide tashkeel", Scope.SCREEN),
    Key("mended", "r", "do('other_way')", "كما كُتب، أو مُصلَحًا", "as written, or mended", Scope.SCREEN),
    Key(
        "again",
        "R",
        "do('read_again')",
        "اقرأ الملف من جديد إن تغيّر",
        "read the file again, if it has changed",
        Scope.SCREEN,
        shown="R",
    ),
    Key(
        "analysis",
        "z",
        "do('following.switch')",
        "أوقف التحليل، أو تابعه",
        "stop the analysis, or go on with it",
        Scope.SCREEN,
    ),
    Key("digits", "i", "do('looks.digits')", "أشكال الأرقام", "forms of the digits", Scope.SCREEN),
    Key(
        "justify",
        "J",
        "do('looks.justify')",
        "حواف مستوية بالكشيدة",
        "straight margins (kashida)",
        Scope.SCREEN,
    ),
    Key("theme", "T m", "app.themes", "اختر مظهرًا", "choose a theme", Scope.SCREEN, shown="m"),
    Key("settings", "P", "app.settings", "الإعدادات", "settings", Scope.SCREEN),
    Key("outline", "O", "outline", "عناوين النص", "headings of the text", Scope.SCREEN),
    Key("lang", "a", "do('looks.lang')", "لغة الواجهة", "language of the interface", Scope.SCREEN),
    Key("way", WAY_KEY, "do('looks.way')", "النص معكوس؟ طريقة أخرى", "text reversed? another way", Scope.SCREEN),
    Key("escape", "escape", "do('escape')", "أغلق، أو ألغِ الاختيار", "close, or choose nothing", Scope.SCREEN),
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
    Key("quit", "q ctrl+q", "app.leave", "خروج", "quit", Scope.SCREEN, brief=("خروج", "quit"), shown="q"),
    Key("interrupt", "ctrl+c", "app.interrupt", "غادر البرنامج", "leave the program", Scope.SCREEN, shown="^c"),
    Key("library", "l", "app.library", "المكتبة", "library", Scope.SCREEN),
    *LISTS,
    # the library
    Key("library_theme", "T m", "app.themes", "اختر مظهرًا", "choose a theme", Scope.LIBRARY, shown="m"),
    Key("library_settings", "P", "app.settings", "الإعدادات", "settings", Scope.LIBRARY),
    Key("library_lang", "a", "lang", "لغة الواجهة", "language of the interface", Scope.LIBRARY),
    Key("library_way", WAY_KEY, "app.next_way", "النص معكوس؟ طريقة أخرى", "text reversed? another way", Scope.LIBRARY),
    Key("library_help", "? f1", "help", "كل المفاتيح", "all keys", Scope.LIBRARY, brief=("مفاتيح", "keys"), shown="?"),
    Key(
        "library_quit",
        "q escape ctrl+q",
        "app.leave",
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
        "help_close",
        "escape q ? f1",
        "app.leave",
        "أغلق",
        "close",
        Scope.HELP,
        brief=("أغلق", "close"),
        shown="Esc",
    ),
    # the find bar
    Key(
        "find_accept",
        "enter",
        "screen.do('searching.accept')",
        "أبقِ النتائج معلَّمة",
        "keep the matches",
        Scope.FIND,
        brief=("ثبّت", "keep"),
    ),
    Key(
        "find_on",
        "down ctrl+n",
        "screen.do('searching.step', 1)",
        "النتيجة التالية",
        "next match",
        Scope.FIND,
        brief=("التالية", "next"),
        shown="↓",
    ),
    Key(
        "find_up",
        "up ctrl+p",
        "screen.do('searching.step', -1)",
        "النتيجة السابقة",
        "previous match",
        Scope.FIND,
        shown="↑",
    ),
    Key(
        "find_list",
        "tab",
        "screen.do('list_hits')",
        "إلى قائمة النتائج",
        "to the list of matches",
        Scope.FIND,
        brief=("القائمة", "list"),
    ),
    Key(
        "find_exact",
        "ctrl+e",
        "screen.do('searching.switch_exact')",
        "بالحرف كما كُتب",
        "exactly as written",
        Scope.FIND,
        brief=("حرفيًّا", "exact"),
        shown="^e",
    ),
    Key(
        "find_regex",
        "ctrl+r",
        "screen.do('searching.switch_regex')",
        "تعبير نمطي",
        "regular expression",
        Scope.FIND,
        shown="^r",
    ),
    Key(
        "find_erase",
        "backspace ctrl+h",
        "screen.do('searching.erase')",
        "امحُ حرفًا",
        "erase a letter",
        Scope.FIND,
        shown="⌫",
    ),
    Key("find_clear", "ctrl+u", "screen.do('searching.clear')", "امحُ الكل", "erase all", Scope.FIND, shown="^u"),
    Key(
        "find_cancel", "escape", "screen.do('searching.cancel')", "ارجع", "go back", Scope.FIND, brief=("ارجع", "back")
    ),
    # the date bar
    Key(
        "date_accept",
        "enter",
        "screen.do('dating.accept')",
        "احسب منه (اتركه فارغًا ليؤخذ من النص)",
        "count from this day; from none, as the text has it",
        Scope.DATE,
        brief=("احسب منه", "count from it"),
    ),
    Key(
        "date_erase",
        "backspace ctrl+h",
        "screen.do('dating.erase')",
        "امحُ حرفًا",
        "erase a letter",
        Scope.DATE,
        shown="⌫",
    ),
    Key("date_clear", "ctrl+u", "screen.do('dating.clear')", "امحُ الكل", "erase all", Scope.DATE, shown="^u"),
    Key("date_cancel", "escape", "screen.do('dating.cancel')", "ارجع", "go back", Scope.DATE, brief=("ارجع", "back")),
)


def of_scope(*scopes: Scope) -> tuple[Key, ...]:
    """The keys of these parts, in the order of the table."""
    return tuple(key for key in KEYS if key.scope in scopes)


def bindings(*scopes: Scope) -> list[BindingType]:
    """Textual's bindings for these parts: for a class's `BINDINGS`."""
    return list(_bindings(of_scope(*scopes)))


def bindings_of(*ids: str) -> list[BindingType]:
    """The same for single keys, for whoever hears them in every part."""
    return list(_bindings(tuple(key for key in KEYS if key.id in ids)))


def action_of(scope: Scope, name: str) -> str | None:
    """What the key of this name does in a part that takes its keys itself."""
    return next((key.action for key in of_scope(scope) if name in (*key.latin, *key.arabic)), None)


def _bindings(keys: tuple[Key, ...]) -> Iterator[BindingType]:
    for key in keys:
        for name in (*key.latin, *key.arabic):
            yield Binding(name, key.action, key.en, show=False, id=f"{key.id}:{name}")
