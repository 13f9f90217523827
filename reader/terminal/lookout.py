"""Whether the terminal is still the one it was: it may answer late, and a multiplexer may be attached elsewhere.

While a screen has the keyboard nobody waits for answers: they are taken out of what is typed, as they come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.terminal.ask import MODE, WHO, Ear, Found
from reader.terminal.detect import APPLE, Answers, behind, detect, from_answers, may_be_asked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Lookout:
    """Watches over the terminal that was `found`."""

    def __init__(self, found: Found, environment: Mapping[str, str]) -> None:
        self._found = found
        self._environment = environment
        self.write: Callable[[str], None] = lambda _: None
        """Sends escapes to the terminal."""
        self.changed: Callable[[Found], None] = lambda _: None
        """Hears of another one."""
        self._answers = Answers()
        self.ear = Ear(self._heard, found.answers.begun)
        """Has to be fed with all that is typed."""

    @property
    def may_change(self) -> bool:
        """Whether there is a multiplexer, which can be attached elsewhere."""
        return self._found.client is not None

    def look(self) -> None:
        """Ask the multiplexer what is attached now, and if that is new, who it is. It takes some milliseconds."""
        client = self._found.passage.client(self._environment)
        if client == self._found.client:
            return
        self._found = self._found._replace(client=client)
        self._answers = Answers(version=client.version)
        self._tell(anew=True)  # what is known without asking
        if may_be_asked(client.environment):
            self._found.passage.open()
            self._ask(WHO)

    def _ask(self, questions: str) -> None:
        self.write(self._found.passage.wrap(questions))

    def _heard(self, answers: Answers) -> None:
        first = self._answers
        self._answers = answers._replace(
            version=answers.version or first.version, attributes=answers.attributes or first.attributes
        )
        if from_answers(self._answers) is None and not first.complete and answers.attributes != APPLE:
            self._ask(MODE)
        else:
            self._tell()

    def _tell(self, *, anew: bool = False) -> None:
        client, passage = self._found.client, self._found.passage
        terminal = detect(client.environment if client else self._environment, self._answers)
        if client:
            passes = passage.redraws and (self._answers.complete or not may_be_asked(client.environment))
            terminal = behind(self._found.terminal.name, terminal, passes=passes)
        if anew or terminal != self._found.terminal:
            self._found = self._found._replace(terminal=terminal, answers=self._answers)
            self.changed(self._found)
