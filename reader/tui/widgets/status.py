"""The two rows below the page: where one is with the legend of types, and the keys one needs now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip
from textual.widget import Widget

from reader.text.arabic import Digits
from reader.tui import keymap
from reader.tui.key import Scope
from reader.tui.messages import TypeSwitched
from reader.tui.state.where import Where
from reader.tui.widgets.legend import Legend, Part, drawn, role_at, width_of
from reader.tui.widgets.line_text import beside, fitted, row
from reader.tui.wording.phrases import counted, number, phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events

    from reader.document.marks import Role
    from reader.tui.key import Key
    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint

NOTICE_SECONDS = 6.0
LONG = 100
"""Minutes from which a duration is told in hours."""
STEPS = 6
"""Cells of the bar that shows how far the analysis is."""
GAP = "   "
"""Between two things that are said. A dot would be taken for a zero beside Arabic-Indic digits."""
SHORTEST = 3
"""Columns of a name's beginning that still tell whose it is."""
KEYS_SHOWN = 5
"""Keys on the last line, the spare ones and the one that has all not counted."""


class StatusLine(Widget):
    """One row, that says what `show` and `hide` were told last. A click on the legend switches a type."""

    def __init__(self, paint: Paint, options: ScreenOptions) -> None:
        super().__init__(id="status")
        self._paint = paint.surface
        self._options = options
        self._where = Where()
        self._notice = ""
        self._legend = Legend(paint.surface, options)
        self._form: Sequence[Part] = ()
        """The legend as it is drawn."""
        self._alone = False

    def dress(self, paint: Paint, options: ScreenOptions) -> None:
        self._legend.dress(paint.surface, options)
        self._paint = paint.surface
        self._options = options
        self.refresh()

    def show(self, where: Where) -> None:
        if where != self._where:
            self._where = where
            self.refresh()

    def hide(self, roles: frozenset[Role]) -> None:
        """The types whose marks are not shown."""
        self._legend.hidden = roles
        self.refresh()

    def stand_alone(self, alone: bool) -> None:
        """Whether there is no row of keys below: the one that has all is here then."""
        self._alone = alone
        self.refresh()

    def notify_briefly(self, text: str) -> None:
        """Say `text` instead of where one is, for some seconds or until something else is to be said."""
        self._notice = text
        self.refresh()
        self.set_timer(NOTICE_SECONDS, lambda: self._end_notice(text))

    def _end_notice(self, text: str) -> None:
        if self._notice == text:
            self.take_back()

    def take_back(self) -> None:
        """What was said last is no longer so."""
        self._notice = ""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y or not width:
            return Strip.blank(width, self._paint.plain)
        blank = Strip.blank(1, self._paint.plain)
        help_ = self._help()
        width -= help_.cell_length
        forms = self._legend.forms(self.size.width)
        where = Strip.join([self._said(width - 2, [width_of(form) + 1 for form in forms[1:]]), blank])
        room = width - 2 - where.cell_length
        self._form = next((form for form in forms if width_of(form) <= room), ())
        return Strip.join([help_, fitted(where, Strip.join([blank, drawn(self._form)]), width, self._paint.plain)])

    def _help(self) -> Strip:
        """The key that has all, at the left end."""
        if not self._alone:
            return Strip([])
        cap = next(key.cap for key in keymap.of_scope(Scope.SCREEN) if key.id == "help")
        return Strip.join([Strip.blank(1, self._paint.plain), row(f"[{cap}]", self._paint.accent, base=0)])

    def _said(self, room: int, legends: Sequence[int]) -> Strip:
        """What has been said, before where one is: that is cut down, but the place is never left out.

        A notice is over soon; what stays leaves room for a legend, one of these columns.
        """
        ways = [self._row(self._joined(parts), self._where_style) for parts in self._ways()]
        if not self._notice:
            return self._placed(ways, room, legends)
        gap = len(GAP)
        place = next((way for way in ways if way.cell_length + gap + self._asks_for <= room), ways[-1])
        notice = self._cut(self._notice, self._paint.accent, room - gap - place.cell_length)
        return beside([notice, place], gap, self._paint.plain)

    def _placed(self, ways: Sequence[Strip], room: int, legends: Sequence[int]) -> Strip:
        """Where one is; the legend folds before the name that is lit is cut, and goes before which mention it is."""
        *whole, place = ways
        return (
            _widest(whole, *(room - columns for columns in legends))
            or self._abridged(place, room - legends[-1])
            or _widest(whole, room)
            or self._abridged(place, room)
            or self._cut(self._joined(self._ways()[-1]), self._where_style, room)
        )

    def _abridged(self, place: Strip, room: int) -> Strip | None:
        """As much of the name that is lit as there is room for, and which mention; None where not even that fits."""
        style = self._where_style
        mention = self._row(self._of(self._where.mention), style)
        left = room - place.cell_length - len(GAP) - mention.cell_length
        if not self._where.chosen or left < 0:
            return None
        turn = 1 if self._options.lang == "ar" else -1
        name = [self._cut(self._where.chosen, style, left - 1)] if left > SHORTEST else []
        return beside([place, beside([*name, mention][::turn], 1, style)][::turn], len(GAP), style)

    def _joined(self, parts: Sequence[str]) -> str:
        """Parts side by side, isolated (UAX #9): Arabic numbers in two of them would go together."""
        start = "\u2067" if self._options.lang == "ar" else "\u2066"
        return GAP.join(f"{start}{part}\u2069" for part in parts)

    @property
    def _asks_for(self) -> int:
        """Columns of the notice."""
        return self._row(self._notice, self._paint.accent).cell_length

    @property
    def _where_style(self) -> Style:
        return self._paint.muted if self._notice else self._paint.plain

    def _row(self, text: str, style: Style) -> Strip:
        return row(text, style, base=1 if self._options.lang == "ar" else 0)

    def _cut(self, text: str, style: Style, room: int) -> Strip:
        """`text` in no more columns than there are."""
        said = self._row(text, style)
        base = 1 if self._options.lang == "ar" else 0
        return said if said.cell_length <= room else row(text, style, width=max(1, room), base=base)

    def _ways(self) -> list[list[str]]:
        """How to say where one is: all of it first, the place alone last."""
        place, lit, minutes, analysed = self._place(), self._lit(), self._minutes(), self._analysed()
        place = [*place, *self._coming()]
        return [[*place, *minutes, *lit, *analysed], [*place, *lit, *analysed], [*place, *lit], place]

    def _place(self) -> list[str]:
        where, lang, digits = self._where, self._options.lang, self._options.interface_digits
        typed = [phrase("file_changed", lang)] if where.changed else []
        typed += [where.typed] if where.typed else []
        if where.part is None:
            return [*typed, phrase("all_shown", lang)]
        sign = "percent" if digits is Digits.ARAB else "percent_latin"
        return [*typed, phrase(sign, lang, n=number(round(where.part * 100), digits))]

    def _coming(self) -> list[str]:
        """That this is not all of the text."""
        lang, lines = self._options.lang, self._where.coming
        if self._where.cut:
            return [phrase("cut", lang)]
        if lines is None:
            return []
        return [phrase("coming", lang, lines=counted("lines", lines, lang, self._options.interface_digits))]

    def _lit(self) -> list[str]:
        """Whose name is lit; isolated (UAX #9), so that the number after it is not taken for a part of it."""
        chosen = self._where.chosen
        return [f"\u2068{chosen}\u2069 {self._of(self._where.mention)}".rstrip()] if chosen else []

    def _minutes(self) -> list[str]:
        minutes = self._where.minutes
        return [] if minutes is None else [_duration(minutes, self._options.lang, self._options.interface_digits)]

    def _analysed(self) -> list[str]:
        part = self._where.analysed
        return [] if part is None else [f"{phrase('analysing', self._options.lang)} {_bar(part)}"]

    def _of(self, mention: tuple[int, int] | None) -> str:
        if mention is None:
            return ""
        a, b = (number(n, self._options.interface_digits) for n in mention)
        return phrase("of", self._options.lang, a=a, b=b)

    def on_click(self, event: events.Click) -> None:
        if role := role_at(self._form, event.x - 1 - self._help().cell_length):
            self.post_message(TypeSwitched(role))


class KeysLine(Widget):
    """One row: the few keys of the part that has the focus, and at the far end the one that has all."""

    def __init__(self, paint: Paint, options: ScreenOptions) -> None:
        super().__init__(id="keys")
        self._paint = paint.surface
        self._options = options
        self._keys: tuple[Key, ...] = ()
        self._help: Key | None = None

    def dress(self, paint: Paint, options: ScreenOptions) -> None:
        self._paint = paint.surface
        self._options = options
        self.refresh()

    def show(self, *scopes: Scope, without: tuple[str, ...] = ()) -> None:
        """The keys of these parts, those of the first before the others'; `without` those of these ids."""
        keys = [key for scope in scopes for key in keymap.of_scope(scope) if key.brief and key.id not in without]
        self._help = next((key for key in keys if "?" in key.latin and len(keys) > KEYS_SHOWN), None)
        first = [key for key in keys if key is not self._help and not key.spare][:KEYS_SHOWN]
        self._keys = (*first, *(key for key in keys if key.spare))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y:
            return Strip.blank(width, self._paint.plain)
        strip = blank = Strip.blank(1, self._paint.plain)
        rest = Strip.join([blank, self._entry(self._help)]) if self._help else Strip([])
        for key in self._keys:
            gap = Strip.blank(3 if strip.cell_length > 1 else 0, self._paint.plain)
            entry = Strip.join([self._entry(key), gap, strip])
            if entry.cell_length + rest.cell_length >= width:
                break
            strip = entry
        return fitted(strip, rest, width, self._paint.plain)

    def _entry(self, key: Key) -> Strip:
        lang = self._options.lang
        assert key.brief is not None
        word = key.brief[0 if lang == "ar" else 1]
        # A key is what is printed on it: a bracket is not to be mirrored.
        pair = [row(key.cap, self._paint.accent, base=0), row(word, self._paint.muted)]
        return beside(pair, 1, self._paint.plain)


def _widest(ways: Sequence[Strip], *rooms: int) -> Strip | None:
    """The first way that there is room for, in the first room that has any."""
    return next((way for room in rooms for way in ways if way.cell_length <= room), None)


def _duration(minutes: int, lang: str, digits: Digits) -> str:
    """How long the rest takes: nobody reckons a book in minutes."""
    if minutes < LONG:
        return counted("minutes", minutes, lang, digits)
    return counted("hours", round(minutes / 60), lang, digits)


def _bar(part: float) -> str:
    full = round(STEPS * part)
    return "▓" * full + "░" * (STEPS - full)
