"""What is written for machines, and names nobody: addresses, handles, paths, file names, commands, options, codes.

`fenced` puts something of the same length in its place that says nothing, so that every position stays.
"""

from __future__ import annotations

import re
from typing import Final

_WORD, _ASIDE = "…", "–"
"""What stands where a fence begins, that no name runs over it: for a word of the sentence, and for a handle or a
code, beside which the sentence goes on. Spaces fill the rest."""
_START: Final = r"(?<![\w.@/\\~\u0620-\u06ff-])"
_STOP: Final = r"\s<>«»“”\"'()\[\]{}،؛؟"
_DOMAINS: Final = (
    r"(?:com|org|net|edu|gov|info|io|dev|app|co|me|tv|eu|uk|de|fr|us|ae|sa|eg|ma|tn|dz|jo|lb|sy|iq|kw|qa|om|ps)"
)
_FORMATS: Final = (
    r"(?:txt|md|pdf|docx?|xlsx?|pptx?|csv|tsv|jsonl?|ya?ml|toml|xml|html?|css|py|sh|cpp|java|php|sql|ini|cfg|conf|log"
    r"|zip|tar|gz|exe|deb|rpm|apk|jpe?g|png|gif|svg|mp[34]|wav|epub)"
)
_COMMANDS: Final = (
    r"(?:sudo|apt|apt-get|pip3?|npm|git|docker|ssh|scp|curl|wget|cd|ls|cp|mv|rm|mkdir|chmod|chown|grep|python3?|cargo"
    r"|systemctl)"
)
_WORDS: Final = (
    r"`[^`\n]{1,200}`",
    rf"{_START}(?:(?:https?|ftp|file|ssh|git)://|www\.|mailto:)[^{_STOP}]+",
    rf"{_START}[\w.+-]{{1,64}}@[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{1,63}})+",
    rf"{_START}(?:[a-z0-9-]{{1,63}}\.){{1,5}}{_DOMAINS}(?![\w-])(?:/[^{_STOP}]*)?",
    rf"{_START}(?:[A-Za-z]:\\|~/|\.{{1,2}}/|/(?=[a-z]|\w+/\w))[\w.-]+(?:[/\\][\w.-]+)*[/\\]?",
    rf"{_START}[a-z][a-z0-9_.-]{{0,63}}(?:/[a-z0-9_.-]{{1,64}})+/?(?![\w/])",
    rf"{_START}[A-Za-z0-9][\w-]{{0,63}}(?:\.\w{{1,16}})?\.{_FORMATS}(?!\w)",
    rf"{_START}[a-z][\w-]{{0,63}}\.(?:js|ts|c|h|rs|go|rb)(?!\w)",
    rf"{_START}{_COMMANDS}(?: +[\w./=:@~+-]*[\w/~]){{1,12}}",
    rf"(?<!\S)(?:--[A-Za-z][\w-]*(?:=[^{_STOP}]+)?|-[a-z]{{1,3}}(?![\w-]))",
)
_ASIDES: Final = (
    r"(?<![\w.])@[\w.\u0620-\u06ff]*[\w\u0620-\u06ff]",
    rf"{_START}[A-Za-z0-9]{{0,63}}_\w{{1,63}}",
    rf"{_START}(?:[A-Za-z]{{1,12}}\d{{1,12}}){{2,8}}(?![\w-])",
    rf"{_START}(?:[a-z]{{1,12}}0\d{{1,12}}|[A-Z]{{2}}\d{{3,12}})(?![\w-])",
)
_FENCE: Final = re.compile(rf"{'|'.join(_WORDS)}|(?P<aside>{'|'.join(_ASIDES)})", re.ASCII)
_PIECE: Final = re.compile(r"[^\n]{5000}[^\n ]*|[^\n]+|\n")
"""A line, or some 5,000 characters of one up to the end of a word."""
_BARE_CODE: Final = re.compile(r"[A-Z]{2}\d+", re.ASCII)
_MODEL: Final = re.compile(
    r"(?:[A-Za-z]\w*|\w*(?:طراز|موديل|طائر|مقاتل|صاروخ|صواريخ|هاتف|جهاز|دباب|سيار|مروحي|بندقي|معالج)\w*) ?\Z"
)
"""What stands before «KC135» that is a model, and no code."""
_NEAR: Final = 30
"""Characters in which that is sought."""
_ENDS_NO_ADDRESS: Final = ".,:;!?"


def fenced(text: str) -> str:
    """`text` without what is written for machines, every other character at its position. Linear.

    Line by line, of which no fence crosses an end, and of a long one piece by piece: one call for a book would keep
    every other thread waiting.
    """
    return "".join(_FENCE.sub(_fence, piece) for piece in _PIECE.findall(text))


def _fence(match: re.Match[str]) -> str:
    found = match[0]
    if _BARE_CODE.fullmatch(found) and _MODEL.search(match.string, max(0, match.start() - _NEAR), match.start()):
        return found
    bare = found.rstrip(_ENDS_NO_ADDRESS)
    sign = _ASIDE if match["aside"] else _WORD
    return sign + " " * (len(bare) - 1) + found[len(bare) :] if bare else found
