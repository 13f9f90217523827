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

if TYPE_CHECKING:
    from collections.abc import Iterator

WAY_KEY = "B"
"""Tries the next way of writing to this terminal."""

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
    Key("go_on", "enter", "screen.do('go_on')", "إلى الاسم التالي", "on to the next name", Scope.PAGE),
    Key(
        "select",
        "v",
        "select",
        "ابدأ التحديد؛ وثانيةً: من هنا",
        "start selecting; again: from here",
        Scope.PAGE,
        shown="v",
    ),
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
        "قلّص التحديد حرفًا",
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
        "قلّص التحديد سطرًا",
        "draw the selection back a line",
        Scope.PAGE,
        shown="Shift+↑",
    ),
    # while selecting
    Key("caret_left", "h left", "caret('left')", "إلى اليسار", "to the left", Scope.SELECT, shown="h ←"),
    Key("caret_right", "l right", "caret('right')", "إلى اليمين", "to the right", Scope.SELECT, shown="l →"),
    Key("caret_word", "w", "caret('word')", "الكلمة التالية", "next word", Scope.SELECT, brief=("كلمة", "word")),
    Key("caret_word_back", "e", "caret('word_back')", "الكلمة السابقة", "previous word", Scope.SELECT),
    Key(
        "caret_sentence",
        "s",
        "caret('sentence')",
        "الجملة كلها، ثم التالية",
        "the whole sentence, then the next",
        Scope.SELECT,
        brief=("جملة", "sentence"),
    ),
    Key("caret_sentence_back", "S", "caret('sentence_back')", "الجملة السابقة", "previous sentence", Scope.SELECT),
    Key(
        "caret_paragraph",
        "p",
        "caret('paragraph')",
        "الفقرة كلها، ثم التالية",
        "the whole paragraph, then the next",
        Scope.SELECT,
        brief=("فقرة", "paragraph"),
    ),
    Key("caret_paragraph_back", "P", "caret('paragraph_back')", "الفقرة السابقة", "previous paragraph", Scope.SELECT),
    Key("select_all", "a ctrl+a", "all", "النص كله", "all of the text", Scope.SELECT),
    Key("caret_other_end", "o", "other_end", "الطرف الآخر من التحديد", "other end of the selection", Scope.SELECT),
    Key(
        "copy",
        "y",
        "copy",
        "انسخ النص المحدد",
        "copy what is selected",
        Scope.SELECT,
        brief=("نسخ", "copy"),
        shown="y",
    ),
    Key(
        "copy_cited",
        "Y",
        "copy_cited",
        "انسخه مع العنوان والمصدر والموضع",
        "copy it with title, source and position",
        Scope.SELECT,
        brief=("مع المصدر", "with source"),
    ),
    Key(
        "copy_selected",
        "ctrl+c",
        "copy_selected",
        "انسخ النص المحدد",
        "copy what is selected",
        Scope.SELECT,
        shown="^c",
    ),
    # the panels
    Key(
        "panel_down", "j down", "row(1)", "الصف التالي", "next row", Scope.PANELS, brief=("التالي", "next"), shown="j ↓"
    ),
    Key("panel_up", "k up", "row(-1)", "الصف السابق", "previous row", Scope.PANELS, shown="k ↑"),
    Key("panel_page_down", "space pagedown", "rows(1)", "صفحة من القائمة", "a page of rows", Scope.PANELS),
    Key("panel_page_up", "b pageup", "rows(-1)", "صفحة من القائمة إلى الأعلى", "a page of rows up", Scope.PANELS),
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
        "اكتب لتصفية القائمة",
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
        "بدّل اللوحة: منظمات، منتجات…",
        "organisations … instead of places",
        Scope.PANELS,
    ),
    Key("panel_kind_back", "right", "kind(-1)", "النوع السابق", "the kind before", Scope.PANELS),
    Key("panel_why", "w", "why", "علامَ بُني هذا التاريخ", "what this date rests on", Scope.PANELS),
    Key(
        "panel_only",
        "e",
        "only",
        "أحداث هذا الاسم وحده، أو كلها",
        "events of this name alone, or all",
        Scope.PANELS,
        brief=("أحداث الاسم", "its events"),
    ),
    Key(
        "panel_hijri", "h", "screen.do('panels.show_hijri')", "التاريخ الهجري أيضًا", "Hijri dates as well", Scope.PANELS
    ),
    # while one types to narrow the rows of a panel
    Key(
        "filter_keep",
        "enter",
        "filter_keep",
        "أبقِ القائمة مصفّاة",
        "keep the rows narrowed",
        Scope.FILTER,
        brief=("أبقِ", "keep"),
    ),
    Key(
        "filter_erase",
        "backspace ctrl+h",
        "filter_erase",
        "امحُ حرفًا",
        "erase a letter",
        Scope.FILTER,
        brief=("امحُ حرفًا", "erase"),
        shown="⌫",
    ),
    Key(
        "filter_close",
        "escape",
        "filter_close",
        "القائمة كلها",
        "all rows again",
        Scope.FILTER,
        brief=("القائمة كلها", "all rows"),
    ),
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
    Key("forward", "ctrl+r", "do('going.forward')", "عُد إلى الأمام", "forward again", Scope.SCREEN, shown="^r"),
    Key("next_text", "> ctrl+right", "app.text(1)", "النص التالي", "next text", Scope.SCREEN, shown=">"),
    Key("previous_text", "< ctrl+left", "app.text(-1)", "النص السابق", "previous text", Scope.SCREEN, shown="<"),
    Key(
        "date",
        "c",
        "do('dating.open')",
        "تاريخ النص: منه تُحسب «اليوم» و«أمس»",
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
        brief=("السابقة", "previous"),
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
