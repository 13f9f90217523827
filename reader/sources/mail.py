"""One mail (`.eml`): its subject is the title, its day the day of the document, its sender the author."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from reader.document.build import plain_blocks
from reader.document.compose import Part, one_line, plain_parts
from reader.document.model import BlockKind, Metadata
from reader.errors import UnreadableSourceError
from reader.messages import message
from reader.sources.content import Parsed
from reader.sources.dates import day_in_data
from reader.sources.decode import decode
from reader.sources.webpage import whole
from reader.text.controls import visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from reader.sources.content import Given
    from reader.sources.decode import Decoded

_QUOTED = re.compile(r"(?:> ?)+")


def parse(given: Given) -> Parsed:
    """The text of the mail, or its page where it has no text; what hangs on it is named in the notices."""
    from email import message_from_bytes

    try:
        mail = message_from_bytes(given.raw.lstrip())
        parts = list(mail.walk())
    except RecursionError as error:
        raise UnreadableSourceError(message("its parts are nested too deep")) from error
    body = _body(parts)
    metadata = Metadata(
        title=_header(mail, "subject") or None,
        date=day_in_data(_header(mail, "date")),
        author=_sender(_header(mail, "from")) or None,
    )
    attached = [name for part in parts if (name := part.get_filename())]
    notices = (
        (message("left out what is attached: {names}", names=tuple(visible(one_line(name)) for name in attached)),)
        if attached
        else ()
    )
    if body is None:
        return Parsed("mail", (), metadata=metadata, notices=notices)
    decoded = _decoded(body, given.encoding)
    page = body.get_content_subtype() == "html"
    text = whole(decoded.text) if page else list(_parts(_unwrapped(body, decoded.text)))
    return Parsed("mail", text, decoded.encoding, metadata, (*decoded.notices, *notices))


def _body(parts: list[Message]) -> Message | None:
    """The part to read: the first plain text that says anything, else the first page."""
    shown = [part for part in parts if part.get_content_maintype() == "text" and not part.get_filename()]
    plain = [part for part in shown if part.get_content_subtype() == "plain" and _bytes(part).strip()]
    return next(iter(plain or [part for part in shown if part.get_content_subtype() == "html"]), None)


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _decoded(part: Message, encoding: str | None) -> Decoded:
    charset = part.get_param("charset")
    return decode(_bytes(part), encoding, declared=charset if isinstance(charset, str) else None)


def _header(message: Message, name: str) -> str:
    """A header as it was meant: its encoded words decoded, and bytes that should not be there as well."""
    from email.errors import HeaderParseError
    from email.header import decode_header

    value = message.get(name, "")
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError):
        return one_line(str(value))
    said = ""
    for piece, charset in pieces:
        if isinstance(piece, str):
            said += piece
        elif charset is None or charset == "unknown-8bit":
            said += decode(piece).text
        else:
            said += decode(piece, declared=charset).text
    return one_line(said)


def _sender(header: str) -> str:
    """The name in it, or all of it: where there is none, and where comments are nested so deep that nobody means it."""
    from email.utils import parseaddr

    try:
        return parseaddr(header)[0] or header
    except RecursionError:
        return header


def _unwrapped(part: Message, text: str) -> str:
    """The lines of a paragraph joined where the mail says how it broke them (RFC 3676)."""
    if str(part.get_param("format")).lower() != "flowed":
        return text
    return re.sub(r"(?<=\S) \r?\n(?=[^>\s])", " ", text)


def _parts(text: str) -> Iterator[Part]:
    """What is quoted from other mails, and what is not."""
    for depth, lines in groupby(text.splitlines(), key=_depth):
        run = "\n".join(_QUOTED.sub("", line, count=1) if depth else line for line in lines)
        for part in plain_parts(run, plain_blocks(run)):
            yield Part(BlockKind.QUOTE, part.text, depth) if depth else part


def _depth(line: str) -> int:
    quoted = _QUOTED.match(line)
    return quoted[0].count(">") if quoted else 0
