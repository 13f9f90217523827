"""What on a web page is the article: neither menus nor advertisements, neither comments nor what else is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.document.compose import one_line
from reader.document.model import BlockKind
from reader.sources.flow import BLOCKS, UNREAD
from reader.sources.markup import local

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

    from reader.document.compose import Part

_ASIDE = frozenset({"nav", "aside", "footer", "figcaption", "caption", "label", "marquee", *UNREAD})
_ASIDE_ROLES_WORDS = """
    navigation banner complementary contentinfo search menu menubar alert dialog tooltip toolbar
"""
_ASIDE_ROLES = frozenset(_ASIDE_ROLES_WORDS.split())
_ASIDE_NAMES_WORDS = """
    ad ads adv advert advertisement advertising adverts also author authorbox banner bio breadcrumb breadcrumbs
    byline caption captions cookie cookies credit credits date dateline datetime
    editsection fb feedback flyout follow footer gallery gdpr inarticle keywords latest legal login masthead
    menu modal modified more mostread nav navbar navigation newsletter noprint outbrain pager pagination paywall
    podcast podcasts popular popup posted promo promoted promotion pubdate published readalso recommend
    recommendations recommended related remark rss share sharebar sharing sidebar signup skip slider
    social socials sponsor sponsored subscribe subscription taboola tag tags teaser teasers ticker time
    timestamp toolbar tools topbar topics trending tweet updated widget widgets write writer
"""
_ANSWERS = frozenset("comment comments commentlist disqus replies respond responses".split())  # noqa: SIM905
"""Of these, what readers say, and where they say it: often more than the article."""
_ASIDE_NAMES = _ANSWERS | frozenset(_ASIDE_NAMES_WORDS.split())
"""Words in the class or the id of what is beside an article, as sites name it."""
_NAMING = ("class", "id", "aria-labelledby", "data-testid", "data-component", "data-e2e")
_NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_ARTICLE_NAMES = re.compile(r"\barticleBody\b")

_SENTENCE = 60
"""Letters, outside of links, from which a stretch of text counts as a sentence of something."""
_KEPT = 0.5
"""What holds more of the page's sentences than this is no menu, whatever it is called: the whole page in one form,
a body with the class «has-sidebar»."""
_HOLDS, _COLUMN_HOLDS = 0.8, 0.6
"""What holds so much of the sentences of what is around it holds the article by itself; a column of a page that is
laid out as a table, with less if the headline is in it."""
_SECOND = 0.4
"""An `article` with so much text beside the longest one is another part of the page: none of them is it alone."""
_PICTURES = frozenset({"img", "picture", "video", "amp-img"})
_NO_PICTURES = frozenset({"blockquote", "table", "pre"})
_UNREAD_TAG = "script"
_HEADINGS = frozenset({"h1", "h2", "h3"})
_TEASER_HEADINGS = frozenset({"h2", "h3", "h4", "h5"})
_PARAGRAPHS = frozenset({"p", "pre", "blockquote", "li", "h1", "h2", "h3", "h4", "h5", "h6"})
_LINKED = 0.6
"""The share of links from which a line is a list of links, or one of them."""
_LABELLED = 24
_LABEL = re.compile(r"[^.؟!:|]{1,20}[:|]\s*\S*")
"""What stands before a link to read on («للمزيد:»), with what may stand behind it."""
_RIGHTS = re.compile(r"©|\(c\)|حقوق[^.]{0,40} محفوظة|all rights reserved", re.I)
_RIGHTS_LINE = 120
"""Letters of the longest line at the end of a page that says whose it is."""


class _Weight(NamedTuple):
    """Letters below an element: all, those in links, those in sentences, and those outside of every block in it."""

    letters: int = 0
    linked: int = 0
    sentences: int = 0
    loose: int = 0


_NOTHING = _Weight()


def article(page: Element, title: str | None = None) -> Element:
    """The element of `page` that holds the article, after all that is not of it has been taken away.

    `title` is the headline, if it is known. `page` is changed.
    """
    body = next(page.iter("body"), page)
    around_headline = _around(body, title)
    _take_away(body, around_headline)
    weights = _weigh(body)
    found = _named(body, weights)
    if found is None:
        found = _heaviest(body, weights, around_headline)
    _take_links_away(found, weights)
    return found


def trimmed(parts: Sequence[Part]) -> list[Part]:
    """The parts of an article without the headings under which nothing is left («مواضيع ذات صلة»), and without whose
    the page is."""
    kept: list[Part] = []
    for part in reversed(parts):
        below = kept[-1] if kept else None
        if below is None and len(part.text) <= _RIGHTS_LINE and _RIGHTS.search(part.text):
            continue
        empty = below is None or (below.kind is BlockKind.HEADING and below.level <= part.level)
        if part.kind is not BlockKind.HEADING or part.level == 1 or not empty:
            kept.append(part)
    return kept[::-1]


def _take_away(body: Element, around_headline: frozenset[Element]) -> None:
    """Take away what is beside the article by its tag, its role or its name, or hidden."""
    weights = _weigh(body)
    most = _KEPT * weights[body].sentences
    for element in list(body.iter()):
        if element is body or element in around_headline:
            continue
        beside = _is_aside(element) or _is_hidden(element) or _is_teaser(element) or _is_mere_time(element, weights)
        few = weights[element].sentences <= most
        if local(element) in UNREAD or (beside and (few or _is_answers(element, weights, body))):
            _drop(element)


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or _HIDDEN_STYLE.search((element.get("style") or "")[:1000]) is not None


def _is_aside(element: Element) -> bool:
    if local(element) in _ASIDE or element.get("role") in _ASIDE_ROLES or _is_picture(element):
        return True
    return not _ASIDE_NAMES.isdisjoint(_names(element))


def _names(element: Element) -> set[str]:
    """The words in what a site calls this element."""
    named = " ".join((element.get(attribute) or "")[:500] for attribute in _NAMING)
    return {word.lower() for word in _NAME_WORD.findall(named)}


def _is_answers(element: Element, weights: dict[Element, _Weight], body: Element) -> bool:
    """Whether this is what readers say, and neither holds a headline nor all that the page says."""
    if _ANSWERS.isdisjoint(_names(element)) or weights[element].sentences == weights[body].sentences:
        return False
    return not any(local(inner) == "h1" for inner in element.iter())


def _is_picture(element: Element) -> bool:
    """Whether this is a picture with what is said about it; a table and a quotation may be figures as well."""
    if local(element) != "figure":
        return False
    inside = {local(inner) for inner in element.iter()}
    return not inside.isdisjoint(_PICTURES) and inside.isdisjoint(_NO_PICTURES)


def _is_teaser(element: Element) -> bool:
    """Whether this is an article that is to be read elsewhere: its heading is a link."""
    if local(element) != "article":
        return False
    head = next((inner for inner in element.iter() if local(inner) in _TEASER_HEADINGS), None)
    return head is not None and any(local(inner) == "a" for inner in head.iter())


def _is_mere_time(element: Element, weights: dict[Element, _Weight]) -> bool:
    """Whether this is a time that no sentence stands around: that of the article."""
    around = element.getparent()
    return local(element) == "time" and around is not None and weights[around].loose <= 2 * weights[element].loose


def _drop(element: Element) -> None:
    """Empty `element`, and make it one that nobody reads; the text behind it stays where it is.

    To join that text with what is before it would mean to write it: and not all that a page may hold may be
    written into a tree.
    """
    element.clear(keep_tail=True)
    element.tag = _UNREAD_TAG


def _weigh(root: Element) -> dict[Element, _Weight]:
    """The weight of every element from `root` on; children come before their parents, whatever the depth."""
    weights: dict[Element, _Weight] = {}
    for element in reversed(list(root.iter())):
        below = [weights[child] for child in element]
        own = len(one_line(element.text or "")) + sum(len(one_line(child.tail or "")) for child in element)
        letters, loose = own + sum(weight.letters for weight in below), own + sum(weight.loose for weight in below)
        linked, sentences = sum(weight.linked for weight in below), sum(weight.sentences for weight in below)
        if local(element) == "a":
            linked, loose = letters, 0
        if local(element) in BLOCKS:
            sentences, loose = sentences + (loose if loose >= _SENTENCE else 0), 0
        weights[element] = _Weight(letters, linked, sentences, loose)
    return weights


def _named(body: Element, weights: dict[Element, _Weight]) -> Element | None:
    """What says itself that it is the article, where that is one and holds a good part of the page."""
    everything = list(body.iter())
    for group in (
        [element for element in everything if _ARTICLE_NAMES.search(element.get("itemprop") or "")],
        [element for element in everything if local(element) == "article" or element.get("role") == "article"],
        [element for element in everything if local(element) == "main" or element.get("role") == "main"],
    ):
        group.sort(key=lambda element: -weights[element].sentences)
        best = next(iter(group), None)
        if best is None or weights[best].sentences < max(1, _SECOND * weights[body].sentences):
            continue
        inside = set(best.iter()) | set(best.iterancestors())
        beside = max((weights[other].sentences for other in group if other not in inside), default=0)
        if beside < _SECOND * weights[best].sentences:
            return best
    return None


def _around(body: Element, title: str | None) -> frozenset[Element]:
    """The elements around the headline, which is a heading if there is one that says it."""
    if not title:
        return frozenset()
    lines = [element for element in body.iter() if one_line(element.text or "") == title]
    headline = next((line for line in lines if local(line) in _HEADINGS), next(iter(lines), None))
    return frozenset() if headline is None else frozenset(headline.iterancestors())


def _heaviest(body: Element, weights: dict[Element, _Weight], around_headline: frozenset[Element]) -> Element:
    """The innermost element that holds nearly all sentences of the page, or the column with most of them and
    the headline."""
    found = body
    while weights[found].sentences:
        enough = _HOLDS * weights[found].sentences
        enough_for_column = _COLUMN_HOLDS * weights[found].sentences
        heavy = [
            child
            for child in found
            if weights[child].sentences >= enough
            or (local(child) == "td" and child in around_headline and weights[child].sentences >= enough_for_column)
        ]
        if not heavy or local(heavy[0]) in _PARAGRAPHS:
            break
        found = heavy[0]
    return found


def _take_links_away(found: Element, weights: dict[Element, _Weight]) -> None:
    """Take away the lines and lists below `found` that are links for the most part."""
    for element in list(found.iter()):
        weight = weights[element]
        if element is not found and local(element) in BLOCKS and weight.linked and _reads_on(element, weight):
            _drop(element)


def _reads_on(element: Element, weight: _Weight) -> bool:
    """Whether this is a link or several, for the most part, or with a label before it."""
    if weight.linked > _LINKED * weight.letters:
        return True
    loose = weight.letters - weight.linked
    return loose <= _LABELLED and _LABEL.fullmatch(one_line("".join(_outside_links(element)))) is not None


def _outside_links(element: Element) -> Iterator[str]:
    """The text of an element but for that of the links in it."""
    within = {inner for link in element.iter("a") for inner in link.iter()}
    for inner in element.iter():
        if inner not in within:
            yield inner.text or ""
        if inner is not element and inner.getparent() not in within:
            yield inner.tail or ""
