"""How well whole articles are read: mentions, the rows of the panels, and who is who.

python tests/eval/score_entities.py          totals of both halves
python tests/eval/score_entities.py errors   what went wrong, of the even half alone

The articles of tests/data/names were written and labelled for this, 14 genres twice. The odd ones are unseen:
nobody who changes the program reads them.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from counts import HEAD, Count

from reader.analysis.entities import gather
from reader.analysis.names import find_names
from reader.text.fold import Folding, fold
from reader.text.span import Span
from reader.training.samples import INLINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.analysis.model import Entity

ARTICLES: Final = Path(__file__).parents[1] / "data" / "names"
_MARKUP: Final = re.compile(r"\[(PER|LOC|ORG|PRO|WRK|OTH):(e\d+) ([^\[\]]+)\]")

Clusters = dict[str, set[Span]]


@dataclass(frozen=True, slots=True)
class Article:
    """A text, and each of its entities: type and mentions."""

    name: str
    text: str
    types: Mapping[str, str]
    clusters: Clusters


def read(path: Path) -> Article:
    """Raises ValueError where a bracket is left over or an entity has two types."""
    marked = "".join(line for line in path.read_text("utf-8").splitlines(keepends=True) if not line.startswith("#"))
    text, position = "", 0
    types: dict[str, str] = {}
    clusters: Clusters = defaultdict(set)
    for match in _MARKUP.finditer(marked):
        text += marked[position : match.start()]
        clusters[match[2]].add(Span(len(text), len(text) + len(match[3])))
        if types.setdefault(match[2], INLINE[match[1]]) != INLINE[match[1]]:
            raise ValueError(f"{path.name}: {match[2]} has two types")
        text += match[3]
        position = match.end()
    text += marked[position:]
    if "[" in text or "]" in text:
        raise ValueError(f"{path.name}: a bracket is left over")
    return Article(path.stem, text, types, clusters)


def articles(*, unseen: bool) -> list[Article]:
    """The odd half (unseen) or the even one."""
    return [read(path) for path in sorted(ARTICLES.glob("*.txt")) if int(path.name[:2]) % 2 == unseen]


def found_in(article: Article) -> tuple[Entity, ...]:
    """What the program finds; a line is a paragraph."""
    return gather(article.text, find_names(article.text).mentions).entities


def evaluate(texts: Iterable[Article]) -> dict[str, Count]:
    """By measure and type: "mention person", "panel person" …, and "B3" over the mentions that both sides have."""
    counts: dict[str, Count] = defaultdict(Count)
    for article in texts:
        entities = found_in(article)
        for type_ in INLINE.values():
            gold = [spans for id_, spans in article.clusters.items() if article.types[id_] == type_]
            found = [entity for entity in entities if entity.type == type_]
            _count_mentions(counts[f"mention {type_}"], gold, found)
            rows = _right_rows(article.text, gold, found)
            counts[f"panel {type_}"].add(len(rows), len(found), len(gold))
        precision, recall, both = _b_cubed(article.clusters.values(), entities)
        counts["B3 precision"].add(precision, both, both)
        counts["B3 recall"].add(recall, both, both)
    return counts


def _count_mentions(count: Count, gold: Sequence[set[Span]], found: Sequence[Entity]) -> None:
    wanted = set().union(*gold)
    had = {mention.span for entity in found for mention in entity.mentions}
    count.add(len(wanted & had), len(had), len(wanted))


def _right_rows(text: str, gold: Sequence[set[Span]], found: Sequence[Entity]) -> list[Entity]:
    """The rows whose name is a form of an entity of the type that no row before has had."""
    left = [{form for span in spans for form in _forms(text, span)} for spans in gold]
    right = []
    for entity in found:
        forms = next((forms for forms in left if _folded(entity.name) in forms), None)
        if forms is not None:
            left.remove(forms)
            right.append(entity)
    return right


def _forms(text: str, span: Span) -> Iterator[str]:
    """How a row may write the mention: «للمحكمة» is «المحكمة» too."""
    form = _folded(span.of(text))
    yield form
    if form.startswith("ل") and text.endswith("ل", 0, span.start):
        yield f"ا{form}"


def _folded(name: str) -> str:
    return " ".join(fold(name, Folding.SEARCH).text.split())


def _b_cubed(gold: Iterable[set[Span]], found: Sequence[Entity]) -> tuple[float, float, int]:
    """Sums of B-cubed precision and recall over the gold mentions that a found one overlaps, and their number."""
    mentions = sorted((mention.span, number) for number, entity in enumerate(found) for mention in entity.mentions)
    theirs: dict[Span, tuple[int, int]] = {}
    for number, spans in enumerate(gold):
        for span in spans:
            hit = next((other for other, _ in mentions if other.overlaps(span)), None)
            if hit is not None:
                theirs[span] = (number, dict(mentions)[hit])
    pairs = Counter(theirs.values())
    gold_sizes, found_sizes = (Counter(pair[side] for pair in theirs.values()) for side in (0, 1))
    precision = sum(size * size / found_sizes[pair[1]] for pair, size in pairs.items())
    recall = sum(size * size / gold_sizes[pair[0]] for pair, size in pairs.items())
    return precision, recall, len(theirs)


def b_cubed_f(counts: Mapping[str, Count]) -> float:
    """Harmonic mean of both means, in per cent."""
    precision, recall = (
        counts[f"B3 {side}"].right / max(counts[f"B3 {side}"].found, 1) for side in ("precision", "recall")
    )
    return round(200 * precision * recall / max(precision + recall, 1e-9), 1)


def report(counts: Mapping[str, Count]) -> Iterator[str]:
    """A table: a line for each measure and type."""
    yield f"{'measure':22} {HEAD}"
    yield from (f"{name:22} {count}" for name, count in counts.items() if not name.startswith("B3") and count.gold)
    yield f"B3 {b_cubed_f(counts)}"


def errors(article: Article) -> Iterator[str]:
    """Mentions missed and invented, and entities that were split or mixed."""
    text = article.text
    gold = {(span, article.types[id_]): id_ for id_, spans in article.clusters.items() for span in spans}
    entities = found_in(article)
    had = {(mention.span, str(entity.type)): entity.id for entity in entities for mention in entity.mentions}
    for span, type_ in sorted({*gold} ^ {*had}):
        sign = "+" if (span, type_) in had else "-"
        around = text[max(0, span.start - 30) : span.end + 30].replace("\n", "|")
        yield f"{sign} {type_:12} «{span.of(text)}»   … {around} …"
    both = [(gold[key], had[key]) for key in gold.keys() & had.keys()]
    yield from (f"split: {id_} into {sorted(parts)}" for id_, parts in _apart(both))
    yield from (f"mixed: {id_} of {sorted(parts)}" for id_, parts in _apart([(b, a) for a, b in both]))


def _apart(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, set[str]]]:
    others: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        others[one].add(other)
    yield from ((one, parts) for one, parts in others.items() if len(parts) > 1)


def main() -> None:
    if sys.argv[1:] == ["errors"]:
        for article in articles(unseen=False):
            sys.stdout.write(f"\n== {article.name}\n" + "\n".join(errors(article)) + "\n")
        return
    for name, unseen in (("seen", False), ("unseen", True)):
        texts = articles(unseen=unseen)
        sys.stdout.write(f"\n{name} half, {len(texts)} articles\n" + "\n".join(report(evaluate(texts))) + "\n")


if __name__ == "__main__":
    main()
