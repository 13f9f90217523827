"""The part of the keymap for the panels, and for narrowing their rows."""

from __future__ import annotations

from reader.tui.key import Key, Scope

PANELS: tuple[Key, ...] = (
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
        "رتّب بالعدد أو بالزمن، أو بترتيب النص",
        "by count or time, or as in the text",
        Scope.PANELS,
    ),
    Key(
        "panel_kind",
        "left",
        "kind(1)",
        "النوع التالي: منظمات، منتجات…",
        "organisations … instead of places",
        Scope.PANELS,
    ),
    Key(
        "panel_fold",
        "x",
        "fold",
        "أظهر ما ذُكر مرة ولا يوثق به، أو اطوه",
        "show or fold what is named once and hardly believed",
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
)
