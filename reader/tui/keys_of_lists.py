"""The part of the keymap for lists that lie over the page: themes, headings, settings."""

from __future__ import annotations

from reader.tui.key import Key, Scope

LISTS: tuple[Key, ...] = (
    Key("choice_down", "j down", "row(1)", "الصف التالي", "next row", Scope.CHOICE, shown="j ↓"),
    Key("choice_up", "k up", "row(-1)", "الصف السابق", "previous row", Scope.CHOICE, shown="k ↑"),
    Key("choice_page_down", "space pagedown", "rows(1)", "صفحة من القائمة", "a page of rows", Scope.CHOICE),
    Key("choice_page_up", "b pageup", "rows(-1)", "صفحة من القائمة إلى الأعلى", "a page of rows up", Scope.CHOICE),
    Key("choice_top", "g home", "first", "أول صف", "first row", Scope.CHOICE),
    Key("choice_end", "G end", "last", "آخر صف", "last row", Scope.CHOICE),
    Key(
        "choice_enter",
        "enter",
        "enter(1)",
        "إلى العنوان، أو احفظ ما غيّرت",
        "to the heading, or keep what is changed",
        Scope.CHOICE,
        brief=("اختر", "choose"),
    ),
    Key(
        "choice_close",
        "escape q",
        "screen.give_up",
        "أغلق، وكل شيء كما كان",
        "close, all as it was before",
        Scope.CHOICE,
        brief=("كما كان", "as it was"),
        shown="Esc",
    ),
    Key("choice_filter", "f", "filter", "اكتب لتصفية القائمة", "narrow the rows by typing", Scope.CHOICE),
    Key(
        "choice_help",
        "? f1",
        "screen.help",
        "كل المفاتيح",
        "all keys",
        Scope.CHOICE,
        brief=("مفاتيح", "keys"),
        shown="?",
    ),
    Key(
        "setting_on",
        "left h",
        "change(1)",
        "القيمة التالية",
        "next value",
        Scope.SETTINGS,
        brief=("التالية", "next"),
        shown="← h",
    ),
    Key(
        "setting_back",
        "right l",
        "change(-1)",
        "القيمة السابقة",
        "value before",
        Scope.SETTINGS,
        brief=("السابقة", "before"),
        shown="→ l",
    ),
    Key(
        "setting_default",
        "backspace",
        "restore",
        "القيمة الافتراضية",
        "value that the program has",
        Scope.SETTINGS,
        brief=("الافتراضية", "default"),
        shown="⌫",
    ),
)
