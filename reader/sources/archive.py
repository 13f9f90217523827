"""A ZIP archive whose members are read, each within limits; nothing of it is ever written."""

from __future__ import annotations

import zipfile
from io import BytesIO

from reader.errors import UnreadableSourceError
from reader.messages import message

MOST = 1 << 28
"""Bytes that are unpacked of one source, at most: forty times the longest book in use."""
RATIO = 300
"""How much smaller than itself a text can be packed: the most regular ones come to 100."""
_FREE = 1 << 24
"""Bytes that may come out whatever went in: a bomb does no harm before."""
_MEMBERS = 20_000


class TooLargeError(UnreadableSourceError):
    """Unpacked it is larger than any text: a bomb, or by mistake."""

    def __init__(self) -> None:
        super().__init__(
            message("it is far too large once unpacked"), message("unpack it yourself, and open a part of it")
        )


def limit(packed: int) -> int:
    """How many bytes may come out of so many."""
    return min(MOST, max(_FREE, RATIO * packed))


class Archive:
    """The members of an archive by name. Raises UnreadableSourceError for whatever is wrong with it."""

    def __init__(self, raw: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(raw))
        except Exception as error:  # zipfile lets through what its parsing of broken fields raises
            raise UnreadableSourceError(message("this ZIP archive is damaged")) from error
        self._left = limit(len(raw))
        members = self._zip.infolist()
        if len(members) > _MEMBERS:
            raise TooLargeError
        self.names = [member.filename for member in members if not member.filename.endswith("/")]
        self._members = {member.filename: member for member in members}

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """The bytes of a member, however much its entry says it has."""
        if name not in self._members:
            raise UnreadableSourceError(message("{name} is missing in it", name=repr(name)))
        if self._members[name].flag_bits & 1:
            raise UnreadableSourceError(
                message("it is locked with a password"), message("unpack it yourself, and open the text")
            )
        try:
            with self._zip.open(self._members[name]) as member:
                data = member.read(self._left + 1)
        except Exception as error:  # and what zlib, bz2, lzma and struct raise
            raise UnreadableSourceError(message("{name} in it is damaged", name=repr(name))) from error
        self._left -= len(data)
        if self._left < 0:
            raise TooLargeError
        return data
