"""Lives in brackets date births and deaths, and nothing else."""

import pytest
from heard import hear
from reading_events import named

from reader.analysis.events import find_events
from reader.analysis.model import Certainty, EventBasis
from reader.analysis.time import find_times
from reader.text.span import Span

HADDAD = {"سالم حداد": "person"}
POET = "سالم حداد (22 يناير 1939 – 3 مايو 2001) شاعر سوري. "
LIVES = [
    (POET + "ولد في حلب. توفي سالم حداد في دمشق.", {"ولد": "1939-01-22", "توفي": "2001-05-03"}, "each end its own"),
    ("سالم حداد (22 يناير 1939 -) شاعر سوري. ولد في حلب.", {"ولد": "1939-01-22"}, "one who lives"),
    ("سالم حداد (3 مايو 1939، حلب – 5 مايو 2001) شاعر. ولد في حلب.", {"ولد": "1939-05-03"}, "with places"),
    ("أسس سالم حداد (1934 - 1999) مستشفى في حلب.", {"أسس": None}, "nothing else is dated by them"),
    (POET + "توفي والد سالم حداد في دمشق.", {"توفي": None}, "his father"),
    (POET + "ولد لسالم حداد ابن.", {"ولد": None}, "his son"),
    ("لعب سالم حداد (1934 - 1999) هنا. ولد سالم حداد في حلب.", {"ولد": None}, "years with a club"),
    ("سالم حداد (1994 - 1999) مدير. ولد في حلب.", {"ولد": None}, "a term is shorter"),
    ("سالم حداد (1134 - 1999) شاعر. ولد في حلب.", {"ولد": None}, "nobody lives so long"),
    (POET + "توفي سالم حداد عام 1998 في حلب.", {"توفي": "1998"}, "what is told stands"),
]


@pytest.mark.parametrize(("text", "dates", "why"), LIVES)
def test_days_of_a_life(text: str, dates: dict[str, str | None], why: str) -> None:
    times = find_times(text, None)
    found = find_events(text, [Span(0, len(text))], named(text, HADDAD), times, None, hear(text)).events
    told = {event.trigger.of(text): event.date for event in found}
    assert {trigger: told[trigger] for trigger in dates} == dates, why


def test_the_days_of_a_life_are_inferred() -> None:
    text = POET + "ولد في حلب."
    found = find_events(text, [Span(0, len(text))], named(text, HADDAD), find_times(text, None), None, hear(text))
    assert [(one.certainty, one.basis) for one in found.events] == [(Certainty.INFERRED, EventBasis.LIFE)]
