"""All that is used of Textual's private parts: no other module touches one. A test holds each to the Textual installed.

Textual promises nothing about these. Whoever raises its version in `pyproject.toml` looks here.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from functools import partial
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver

from reader.tui.key import LAM_ALEF

if TYPE_CHECKING:
    from codecs import IncrementalDecoder
    from collections.abc import Callable, Iterable
    from io import TextIOWrapper

    from textual.app import App
    from textual.drivers.linux_driver import LinuxDriver
    from textual.message import Message


def events_of(typed: str) -> Iterable[Message]:
    """What the driver would make of these bytes of the terminal.

    Keys are typed before there is a driver, and a driver can be given events but no bytes.
    """
    return XTermParser().feed(typed)


_LAM_ALEF = re.compile("(?:ل[اأإآ])+")


class OneKeyParser(XTermParser):
    """Some keyboards type lam and alef with one key as two letters: where they come in one read, they are one key."""

    def feed(self, data: str) -> Iterable[Message]:
        pairs = [data[at : at + 2] for at in range(0, len(data), 2)]
        typed = "".join(LAM_ALEF[pair] for pair in pairs) if _LAM_ALEF.fullmatch(data) else data
        return super().feed(typed)


def hear_one_key(keys_of: Callable[[str], str] = str) -> None:
    """Have the driver read the terminal through `OneKeyParser`: it makes its parser itself. `keys_of` takes out of what
    was read what is no key."""

    class Parser(OneKeyParser):
        def feed(self, data: str) -> Iterable[Message]:
            keys = keys_of(data)
            return super().feed(keys) if keys or not data else ()  # nothing at all would be the end

    linux_driver.XTermParser = Parser  # type: ignore[attr-defined]
    linux_driver.getincrementaldecoder = _forgiving_decoder  # type: ignore[attr-defined, assignment]


def _forgiving_decoder(encoding: str) -> Callable[[], IncrementalDecoder]:
    """What is typed in another encoding, or broken on its way, is no key; Textual would end the program."""
    return partial(getincrementaldecoder(encoding), errors="ignore")


async def run_binding(app: App[None], key: str) -> bool:
    """Do at once what is bound to `key`, from the focused widget up; whether something was.

    Textual looks for a binding only after the focused widget has had the key in its queue: of two keys that come
    close together, the second would go to whatever had the focus before the first was acted on.
    """
    return await app._check_bindings(key)


def draw_on(driver: LinuxDriver, terminal: TextIOWrapper) -> None:
    """Have the driver write to `terminal`: it takes standard error, and cannot be told otherwise."""
    driver._file = terminal
