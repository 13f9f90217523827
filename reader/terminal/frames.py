"""Whole rows out of whatever is drawn: a small screen between the drawing and the terminal.

A terminal that reorders has to be sent each row whole, in an order of its own; those who draw move the cursor about
and write a few cells here and there. So their escapes are read here, the cells kept, and the rows that changed
written anew. Nothing else is touched: modes, questions and the clipboard pass as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.terminal.row import BLANK, PLAIN, Cell, cells_of, printed, restyled

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.terminal.row import Row

_TOKEN = re.compile(
    r"(?P<text>[^\x00-\x1f]+)"
    r"|(?P<style>\x1b\[[\d;:]*m)"
    r"|(?P<move>\x1b\[(\d*);?(\d*)H)"
    r"|(?P<line>\n)"
    r"|(?P<clear>\x1b\[2J|\x1b\[\?1049h)"
    r"|(?P<other>\x1b\[[0-?]*[ -/]*[@-~]|\x1b[]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]|[\x00-\x1f])"
)
"""What those who draw write. Line feeds begin a new row: the terminal's driver puts a carriage return before."""


class Frames:
    """The screen as it was drawn; `encode` makes of a row what is to be written so that it is shown."""

    def __init__(self, encode: Callable[[Row], Row]) -> None:
        self._encode = encode
        self._rows: dict[int, list[Cell | None]] = {}
        """None at the right half of a wide cell."""
        self._changed: set[int] = set()
        self._row = self._column = 0
        self._style = self._ground = ""

    def feed(self, drawn: str, columns: int) -> str:
        """What to write instead of `drawn`, which breaks off in no escape, to a terminal of so many columns."""
        written: list[str] = []
        for token in _TOKEN.finditer(drawn):
            if token.lastgroup == "text":
                self._put(token[0], columns)
            elif token.lastgroup in ("clear", "other"):
                written += [self._take_changed(columns), self._passed(token[0], clear=token.lastgroup == "clear")]
            else:
                self._follow(token)
        return "".join([*written, self._take_changed(columns)])

    def _follow(self, token: re.Match[str]) -> None:
        """Where the cursor goes, or what colour it writes in."""
        if token["style"]:
            self._style = restyled(self._style, token[0])
        elif token["line"]:
            self._row, self._column = self._row + 1, 0
        else:
            self._row, self._column = (max(0, int(number or 1) - 1) for number in token.group(4, 5))

    def _put(self, text: str, columns: int) -> None:
        row = self._rows.setdefault(self._row, [])
        row += [Cell(BLANK, 1, self._ground)] * (columns - len(row))
        for cell in cells_of(text, self._style):
            end = self._column + cell.width
            if end <= columns:
                self._make_room(row, self._column, end)
                row[self._column : end] = [cell, None][: cell.width]
            self._column = end
        self._changed.add(self._row)

    def _make_room(self, row: list[Cell | None], start: int, end: int) -> None:
        """What is left of a wide cell that is half overwritten is blank."""
        if row[start] is None:
            row[start - 1] = Cell(BLANK, 1, self._ground)
        if end < len(row) and row[end] is None:
            row[end] = Cell(BLANK, 1, self._ground)

    def _passed(self, escape: str, *, clear: bool) -> str:
        if not clear:
            return escape
        self._rows.clear()
        self._ground = self._style
        return f"{self._style}{escape}{PLAIN}" if self._style else escape

    def _take_changed(self, columns: int) -> str:
        """The rows that were drawn in, and the cursor where it was left."""
        changed, self._changed = sorted(self._changed), set()
        rows = [f"\x1b[{number + 1};1H{printed(self._encode(self._whole(number, columns)))}" for number in changed]
        return "".join([*rows, f"\x1b[{self._row + 1};{self._column + 1}H"]) if rows else ""

    def _whole(self, number: int, columns: int) -> Row:
        row = self._rows[number][:columns]
        return tuple(cell for cell in row if cell is not None)
