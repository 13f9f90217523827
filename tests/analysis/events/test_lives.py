"""Lives in brackets date births and deaths, and nothing else."""

import pytest
from heard import hear
from reading_events import named

from reader.analysis.events import find_events
from reader.analysis.time import find_times
from reader.text.span import Span

HADDAD = {"سالم حداد": "person"}
LIVES = [
    (
        "سالم حداد (22 يناير 1939 – 3 مايو 2001) شاعر سوري. ولد في حلب. توفي سالم حداد في دمشق.",
        {"ولد": "1939-01-22", "توفي": "2001-05-03"},
        "each end its own",
    ),
    ("سالم حداد (22 يناير 1939 -) شاعر سوري. ولد في حلب.", {"ولد": "1939-01-22"}, "one who lives"),
    ("سالم حداد (3 مايو 1939، حلب – 5 مايو 2001) شاعر. ولد في حلب.", {"ولد": "1939-05-03"}, "with places"),
    ("أسس سالم حداد (1934 - 1999) مستشفى في حلب.", {"أسس": None}, "nothing else is dated by them"),
    ("سالم حداد (حكم 1934 - 1999) ملك. ولد في حلب.", {"ولد": None}, "a reign"),
    ("سالم حداد (1134 - 1999) شاعر. ولد في حلب.", {"ولد": None}, "nobody lives so long"),
    (
        "سالم حداد (1934 - 1999) شاعر. توفي سالم حداد عام 1998 في حلب. توفي في دمشق.",
        {"توفي": "1998"},
        "a death that is told with its day elsewhere",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dates", "why"), LIVES)
def test_days_of_a_life(text: str, dates: dict[str, str | None], why: str) -> None:
    times = find_times(text, None)
    found = find_events(text, [Span(0, len(text))], named(text, HADDAD), times, None, hear(text)).events
    told = {event.trigger.of(text): event.date for event in found if event.date or event.trigger.of(text) in dates}
    assert {trigger: told.get(trigger) for trigger in dates} == dates, why
