"""The one error a person is meant to read: what went wrong, and what to do about it; and mistakes that stop nothing."""

from __future__ import annotations

from typing import NamedTuple

from reader.messages import in_, semicolon


class QariError(Exception):
    """A failure with a plain message and, where there is one, a hint; printed on one line, in English unless asked."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def in_(self, lang: str) -> str:
        """The whole of it on one line, in Arabic ("ar") or English ("en")."""
        return semicolon(lang).join(in_(said, lang) for said in (self.message, self.hint) if said)

    def __str__(self) -> str:
        return self.in_("en")


class AnalysisError(QariError):
    """A document of which nothing could be found out (exit code 1)."""


class UnreadableSourceError(QariError):
    """A source that could not be turned into a document (exit code 1)."""


class UsageError(QariError):
    """A request that makes no sense, or asks for what is not there yet (exit code 2)."""


class Mistake(NamedTuple):
    """Something in a user's own file that means nothing and was passed over; `value` "" for a key that is not known."""

    file: str
    key: str
    value: str = ""
    expected: tuple[str, ...] = ()


class TooSlowError(UsageError):
    """A pattern to search for that would take longer than anybody waits."""
