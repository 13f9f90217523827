"""What a web page says about itself, to machines and to readers: title, day, author."""

from __future__ import annotations

import json
import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.document.compose import one_line
from reader.document.model import Metadata
from reader.sources.dates import day_in_data, day_in_words, is_of_date
from reader.sources.markup import local

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article.published",
    "pubdate", "publishdate", "publish_date", "publish-date", "publication_date", "published_time", "published-date",
    "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date",
    "dc:issued", "dc:created", "dc:date", "dcterms:issued", "dcterms:created", "schema:datepublished",
    "citation_publication_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
"""Names of the `meta`, or of what RDFa marks, that holds the day of publication, the surest first."""
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title")
_AUTHOR_NAMES = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author")
_ARTICLES = re.compile(r"Article|Posting|Report|Review|Book|WebPage")
_HEADLINE = re.compile(r"title|headline", re.I)
_DATING = re.compile(r"date|time|publish|posted|تاريخ|نشر", re.I)
_UPDATED = re.compile(r"modif|updat|تحديث|تعديل", re.I)
_BYLINE = re.compile(r"(?:^|[\s_-])(?:by-?line|author|writer?|كاتب)", re.I)
_BY = re.compile(r"(?:مرسلة بواسطة|بواسطة|بقلم|كتبت|كتب|إعداد|تحرير|by|الكاتب|المصدر)(?:\s*[/:-]\s*|\s+)", re.I)
_SIGNED = re.compile(r"(?:بقلم|كتب(?:ه|ها|ت)?|إعداد|تحرير)\s*[:/]\s*([^:|/\d]{3,40})")
"""A line that is nothing but who wrote it."""
_SITE = re.compile(r"\s+[|–—»•·-]\s+|\s*(?:\||::)\s*")
_UNTITLED = re.compile(r"(?:untitled(?: document| page)?|new page|صفحة جديدة|مستند جديد)(?: ?\d+)?", re.I)
"""What programs call a page that nobody has given a title."""
_LARGE = re.compile(r"\s*(?:[4-7]|\+[1-4])\s*")
"""The size of a `font` that is larger than text."""
_LINE = 120
"""Letters of the longest line that can be the date of a page, or its author's name."""
_PIECES = 10
"""Elements that such a line is of, at most."""
_OTHER_WORDS = 3
_NAMES = 5
_NODES = 20_000
"""Values of a page's JSON that are looked at."""


class PageData(NamedTuple):
    """What a page says about its article; `body` is its text, where the data have that as well."""

    metadata: Metadata
    body: str


def page_data(page: Element) -> PageData:
    """Title, day of publication and author, from the page's data or else from its visible lines."""
    metas = _metas(page)
    entry = _linked_data(page)
    body = entry.get("articleBody")
    dated = (_text(entry.get("datePublished")), _text(entry.get("dateCreated")), *_named(metas, _DATE_NAMES))
    day = next((day for value in dated if value and (day := day_in_data(value))), None)
    title = _title(page, metas, _text(entry.get("headline")))
    metadata = Metadata(title=title, date=day or _visible_day(page, title), author=_author(page, metas, entry))
    return PageData(metadata, body if isinstance(body, str) else "")


def _metas(page: Element) -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in page.iter("meta", "span", "time", "div"):
        named = (element.get("property") or "").split()  # of RDFa, which gives several at once
        names = named or [element.get("name") or element.get("itemprop") or ""]
        value = element.get("content") or ""
        for name in names if value.strip() else ():
            metas.setdefault(name.strip().lower(), one_line(value))
    return metas


def _named(metas: dict[str, str], names: tuple[str, ...]) -> Iterator[str]:
    return (metas[name] for name in names if name in metas)


def _linked_data(page: Element) -> dict[str, Any]:
    """The JSON-LD entry that is about an article; an empty one where there is none that can be read."""
    best: dict[str, Any] = {}
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads((script.text or "").strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            continue
        for entry in _entries(data):
            if _ARTICLES.search(_text(entry.get("@type"))) and len(_telling(entry)) > len(_telling(best)):
                best = entry
    return best


def _telling(entry: dict[str, Any]) -> list[str]:
    return [key for key in ("datePublished", "headline", "author") if entry.get(key)]


def _entries(data: object) -> Iterator[dict[str, Any]]:
    """Every object in a JSON value, however deep."""
    waiting, seen = [data], 0
    while waiting and seen < _NODES:
        value, seen = waiting.pop(), seen + 1
        if isinstance(value, dict):
            yield value
            waiting.extend(reversed(list(value.values())))
        elif isinstance(value, list):
            waiting.extend(reversed(value))


def _text(value: object) -> str:
    """The text of a JSON value: itself, or the name of the thing that it is, or those of several."""
    values = value[:_NAMES] if isinstance(value, list) else [value]
    names = [one.get("name") if isinstance(one, dict) else one for one in values]
    return "، ".join(one_line(name) for name in names if isinstance(name, str) and name.strip())


def _title(page: Element, metas: dict[str, str], headline: str) -> str | None:
    """The headline, as it stands over the article; without the name of the site that `<title>` adds."""
    top = next((one_line("".join(title.itertext())) for title in page.iter("title")), "")
    said = (headline, *_named(metas, _TITLE_NAMES), top)
    known = [title for title in said if title and not _UNTITLED.fullmatch(title)]
    heads = [line for head in _headlines(page) if (line := one_line("".join(head.itertext())))]
    for title in known:
        for head in heads:
            if head != metas.get("og:site_name") and _heads(head, title):
                return head
    if known:
        return _without_site(known[0], metas.get("og:site_name", ""))
    return heads[0] if len(heads) == 1 else None if heads else _large_line(page)


def _large_line(page: Element) -> str | None:
    """The first line in large letters, as the headline was written before there were other means."""
    large = (one for one in page.iter("font", "big") if local(one) == "big" or _LARGE.fullmatch(one.get("size") or ""))
    return next((line for one in large if (line := _short_line(one))), None)


def _headlines(page: Element) -> Iterator[Element]:
    """What may stand over the article: blogs keep the first level for the name of the blog, others have none."""
    yield from page.iter("h1")
    named = (head for head in page.iter() if _HEADLINE.search(head.get("class") or ""))
    yield from (head for head in named if _short_line(head))


def _heads(head: str, title: str) -> bool:
    """Whether `title` is this headline, with the name of the site or of a rubric."""
    pieces = _SITE.split(title)
    return (head in title and 2 * len(head) > len(title)) or head in (pieces[0], max(pieces, key=len))


def _without_site(title: str, site: str) -> str:
    pieces = _SITE.split(title)
    if site and pieces[-1] == site and len(pieces) > 1:
        return title[: title.rindex(site)].rstrip(" |–—»•·-")
    return max(pieces, key=len) if len(pieces) > 1 and len(max(pieces, key=len)) > 0.6 * len(title) else title


def _author(page: Element, metas: dict[str, str], entry: dict[str, Any]) -> str | None:
    known = [_text(entry.get("author")), *_named(metas, _AUTHOR_NAMES)]
    marked = (one for one in page.iter() if "author" in (one.get("rel"), one.get("itemprop")))
    named = (one for one in page.iter() if _BYLINE.search(one.get("class") or ""))
    shown = map(_short_line, chain(marked, named))
    for name in (*known, *shown):
        by = _BY.match(name)
        name = name[by.end() :] if by else name
        if name and not name.startswith(("http", "@")) and not day_in_words(name):
            return name
    lines = (_SIGNED.fullmatch(line) for one in page.iter() if (line := _short_line(one)))
    return next((signed[1] for signed in lines if signed and not day_in_words(signed[1])), None)


def _visible_day(page: Element, title: str | None) -> datetime.date | None:
    """The day in a line for readers. What stands above the headline is the day of the visit more often than
    that of the article, and what says that it is an update is not when it was published."""
    below: list[datetime.date] = []
    above: list[datetime.date] = []
    updated: list[datetime.date] = []
    seen_title = False
    for element in page.iter():
        if local(element) == "h1" or (title and one_line(element.text or "") == title and local(element) != "title"):
            seen_title = True
        day = _day_of(element)
        if day:
            told = f"{element.get('class')} {element.get('itemprop')} {element.text}"
            (updated if _UPDATED.search(told) else below if seen_title else above).append(day)
    return next(iter(below + above + updated), None)


def _day_of(element: Element) -> datetime.date | None:
    if local(element) == "time" and element.get("datetime"):
        return day_in_data(element.get("datetime") or "")
    line = _short_line(element)
    if not line:
        return None
    named = f"{element.get('class')} {element.get('id')} {element.get('itemprop')}"
    day = day_in_words(line)
    return day if day and (_DATING.search(named) or _DATING.search(line) or _is_all_date(line)) else None


def _is_all_date(line: str) -> bool:
    """Whether a line says little more than a date, the hour and a place: no sentence that has a date in it."""
    return sum(1 for word in line.split() if word.isalpha() and not is_of_date(word)) <= _OTHER_WORDS


def _short_line(element: Element) -> str:
    """The text of an element that is no more than a line and stands by itself; "" for any other."""
    if local(element) in ("", "script", "style", "title", "option", "head", "html", "body", "meta"):
        return ""
    if sum(1 for _ in islice(element.iter(), _PIECES + 1)) > _PIECES:  # however deep, no more is looked at
        return ""
    line = one_line("".join(element.itertext())[: 2 * _LINE + 200])
    return line if len(line) <= _LINE else ""
