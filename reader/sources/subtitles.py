"""Subtitles (SubRip and WebVTT): the cues joined to sentences; the times at which they are shown are left out."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from reader.document.compose import Part
from reader.document.model import BlockKind
from reader.sources.content import Parsed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.sources.content import Given

_TIME = r"((?:\d{1,4}:)?\d\d?:\d\d[,.]\d{1,6})"
_TIMES = re.compile(rf"\s*{_TIME}[ \t]*-->[ \t]*{_TIME}", re.A)
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,100})?[ \t]+([^<>\n]{1,100})>", re.I)
"""Who speaks, in WebVTT."""
_STYLE = re.compile(r"</?[a-z][^<>\n]{0,200}>|<\d\d:[\d:.]+>|\{\\[^{}\n]{0,200}\}", re.I)
"""The few signs that both formats know: no mark-up that nests or that a page could have."""
_SENTENCE_END = re.compile(r"[.!?؟…]['\"»”)]*\Z")
_DASH = re.compile(r"\s*[-–—]\s*")
_PAUSE = 5.0
"""Seconds without a word after which another paragraph begins; between two sentences of a talk it is 1 to 3."""
_AT_ONCE = 0.1
"""Seconds after a cue within which another with the same words is that one going on, as captions that roll do."""
_LONG = 400
"""Code points after which a paragraph ends with its sentence: a film has no paragraphs of its own."""


class _Line(NamedTuple):
    """What is said, and who says it, where the cue tells."""

    text: str
    voice: str = ""


def parse(given: Given) -> Parsed:
    """The words that are spoken, in paragraphs; what another speaker says («- نعم», «سعاد: نعم») begins one."""
    decoded = given.decoded()
    return Parsed("subtitles", list(_paragraphs(decoded.text)), decoded.encoding, notices=decoded.notices)


def _paragraphs(text: str) -> Iterator[Part]:
    spoken: list[str] = []
    voice = ""
    last_end = 0.0
    for start, end, lines in _cues(text):
        for number, line in enumerate(lines):
            other = line.voice not in ("", voice)
            pause = number == 0 and start - last_end > _PAUSE
            if spoken and (other or pause or _DASH.match(line.text) or _is_full(spoken)):
                yield Part(BlockKind.PARAGRAPH, " ".join(spoken))
                spoken = []
            spoken.append(f"{line.voice}: {line.text}" if other else line.text)
            voice = line.voice or voice
        last_end = end
    if spoken:
        yield Part(BlockKind.PARAGRAPH, " ".join(spoken))


def _is_full(spoken: Sequence[str]) -> bool:
    """Whether the lines are long enough for a paragraph and end a sentence."""
    return _SENTENCE_END.search(spoken[-1]) is not None and sum(map(len, spoken)) + len(spoken) > _LONG


def _cues(text: str) -> Iterator[tuple[float, float, list[_Line]]]:
    """When each cue comes and goes, in seconds, and its lines: none where the one before only goes on."""
    before: list[_Line] = []
    until = 0.0
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip("\n\ufeff").split("\n")
        found = [(number, times) for number, line in enumerate(lines[:2]) if (times := _TIMES.match(line))]
        if not found:
            continue
        number, times = found[0]
        start, end = _seconds(times[1]), _seconds(times[2])
        said = [clean for line in lines[number + 1 :] if (clean := _clean(line)).text]
        yield start, end, [] if said == before and start <= until + _AT_ONCE else said
        before, until = said, end


def _clean(line: str) -> _Line:
    voice = _VOICE.search(line)
    text = html.unescape(_STYLE.sub("", line)).strip()
    return _Line(text, html.unescape(voice[1]).strip() if voice else "")


def _seconds(time: str) -> float:
    *hours, minutes, seconds = time.replace(",", ".").split(":")
    return 3600 * sum(map(int, hours)) + 60 * int(minutes) + float(seconds)
