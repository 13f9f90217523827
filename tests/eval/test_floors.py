"""Quality floors on text that no rule was made from: a change that falls under them is worse.

They stand in floors.toml, and `floors.py` writes them. Our own text, the articles and the events are in the
repository, like the time cases; AQMAR (Wikipedia), ANERcorp (newswire) and the real passages lie beside it.
"""

from itertools import pairwise

import floors
import pytest
import score_entities
import sets

from reader.analysis.recogniser import kept

FLOORS = floors.floors()


@pytest.mark.parametrize("name", sorted(sets.SETS.keys() - floors.WITHOUT))
def test_nothing_falls_under_its_floor(name: str) -> None:
    set_ = sets.SETS[name]
    if "names" in set_.rooms and (missing := kept.notice()):
        pytest.skip(missing.kind)
    if set_.fingerprint is None:
        pytest.skip(f"the texts of {name} do not lie beside the repository")
    floor = FLOORS[name]
    assert floor.fingerprint == set_.fingerprint, "other texts than the floors were measured on: run floors.py"
    figures = set_.measure()
    assert set(figures) == set(floor.figures)
    low = {figure: (value, floor.figures[figure]) for figure, value in figures.items() if value < floor.figures[figure]}
    assert low == {}


@pytest.mark.parametrize("unseen", [True, False])
def test_the_articles_are_of_all_genres_and_well_marked(unseen: bool) -> None:
    articles = score_entities.articles(unseen=unseen)
    assert len(articles) == 14
    for article in articles:
        spans = sorted(span for spans in article.clusters.values() for span in spans)
        assert all(one.end <= other.start for one, other in pairwise(spans)), article.name
        assert all(span.of(article.text).strip() == span.of(article.text) for span in spans), article.name
