"""What a source is: by its content first, by its name only where the content does not tell."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from reader.document.model import PLAIN

_LOOKED_AT = 1 << 16
_BLANK = b"\xef\xbb\xbf \t\r\n\f"
_TAG = re.compile(rb"</?[a-zA-Z][a-zA-Z0-9:-]*(?:\s[^<>]{0,2000})?/?>")
_PAGE_START = re.compile(
    rb"(?:<\?xml[^>]{0,200}>\s*|<!--.{0,5000}?-->\s*)*+<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S
)
_PAGE_TAGS = 3
"""Tags that a page has at least: a text that begins with one or two is about them."""
_FEED_START = re.compile(
    rb"(?:<\?xml[^>]{0,500}\?>\s*|<!--.{0,5000}?-->\s*|<!DOCTYPE[^\[>]{0,500}(?:\[[^\]]{0,20000}\]\s*)?>\s*)*+"
    rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]",
    re.S,
)
_SUBTITLES = re.compile(rb"\d+[ \t]*\r?\n\s*\d{1,2}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->[ \t]*\d")
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]*):[ \t]?[^\r\n]*(?:\r?\n[ \t]+[^\r\n]+)*\r?\n")
_ENVELOPE = re.compile(rb"From \S+ [^\r\n]*\d{4}\r?\n")
_OF_MAIL = frozenset({b"from", b"to", b"subject", b"date", b"cc", b"reply-to", b"sender"})
_OF_MAIL_ONLY = frozenset(
    {b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to", b"content-type", b"dkim-signature"}
)
_OVERSTRUCK = re.compile(rb"_\x08[^\s\x08]|([\xc0-\xf7][\x80-\xbf]{1,3}|[^\s\x08])\x08\1")
_SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mkd": "markdown",
}


def kind(raw: bytes, name: str = "") -> str:
    """The kind of an unpacked source that is no ZIP archive: `PLAIN` where nothing else shows.

    The encoding is not known yet: what is looked for is ASCII, and UTF-16 is seen through.
    """
    head = raw[:_LOOKED_AT]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head[:2]:
        head = head.replace(b"\0", b"").lstrip(b"\xff\xfe")
    start = head.lstrip(_BLANK)
    if start.startswith(b"%PDF-"):
        return "pdf"
    if _FEED_START.match(start):
        return "feed"
    if _PAGE_START.match(start) and _has_tags(start, _PAGE_TAGS):
        return "html"
    if start.startswith(b"######OpenITI#"):
        return "openiti"
    if re.match(rb"WEBVTT(?:[ \t\r\n]|\Z)", start) or _SUBTITLES.match(start):
        return "subtitles"
    if _is_mail(start):
        return "mail"
    if _is_overstruck(head):
        return "man"
    return _by_name(start, name)


def _by_name(start: bytes, name: str) -> str:
    """What its name says, if the content does not contradict: a page has tags."""
    said = _SUFFIXES.get(PurePosixPath(name.lower()).suffix, PLAIN)
    return PLAIN if said == "html" and not _has_tags(start, 1) else said


def _has_tags(head: bytes, count: int) -> bool:
    return sum(1 for _, _ in zip(_TAG.finditer(head), range(count), strict=False)) == count


def _is_mail(start: bytes) -> bool:
    """Whether this begins with the headers of a mail; two lines «From:», «To:» alone head a letter as well."""
    envelope = _ENVELOPE.match(start)
    names, end = set(), envelope.end() if envelope else 0
    while header := _HEADER.match(start, end):
        names.add(header[1].lower())
        end = header.end()
    if start[end : end + 1] not in (b"\r", b"\n", b""):
        return False
    return bool(names & _OF_MAIL_ONLY) and len(names & _OF_MAIL) >= 2


def _is_overstruck(head: bytes) -> bool:
    """Whether letters are printed over each other, as on a typewriter, and no other use is made of it."""
    backspaces = head.count(b"\x08")
    return backspaces >= 2 and len(_OVERSTRUCK.findall(head)) >= 0.8 * backspaces
