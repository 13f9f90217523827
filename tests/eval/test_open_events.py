"""The lines that tell more of the happenings of open passages fit what they stand below."""

from pathlib import Path

import open_events
import pytest
from gold import Gold, interval

from reader.training.opened import open_passage, open_passages

PASSAGE = """# source: a/b ; public domain
# genre=news ; date=2024-05-03
{+ وصل} [PER سامي] إلى [LOC بيروت] أمس، و{~ استراح}، وكان {+ وصول}ه متأخرا، و{> يغادر}ها غدا. {+ نام}.
#e 1 وصل ; date=2024-05-02T10:00 ; who=سامي ; where=بيروت ; same=
#e 2 وصول ; date= ; who= ; where= ; same=1
#e 3 يغادر ; date=2024-05-04 ; who=سامي ; where=بيروت ; same=
#e 4 نام ; date= ; who= ; where= ; same=0
"""


@pytest.fixture
def passage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gold:
    (tmp_path / "a.txt").write_text(PASSAGE + "\n# source: c/d ; public domain\n# genre=news ; date=none\nلا شيء.\n")
    monkeypatch.setattr(open_events, "OPEN", tmp_path)
    (passage,) = open_events.told()
    return passage


def test_a_line_tells_of_the_mark_of_its_number(passage: Gold) -> None:
    told = [([span.of(passage.text) for span in event.triggers], event.participants) for event in passage.events]
    assert told == [(["وصل", "وصول"], ("سامي",)), (["يغادر"], ("سامي",))]
    assert [event.dates for event in passage.events] == [(interval("2024-05-02"),), (interval("2024-05-04"),)]


def test_what_may_be_left_out_is_no_fault(passage: Gold) -> None:
    assert [span.of(passage.text) for span in passage.neutral] == ["استراح"]
    assert str(passage.document_date) == "2024-05-03"


def test_the_open_passages_are_told_in_names_that_they_mark() -> None:
    passages = {open_passage(source).text: open_passage(source) for source in _sources()}
    told = open_events.told()
    assert len(told) == 2273
    for one in told:
        names = {label.span.of(one.text) for label in passages[one.text].labels}
        assert names.issuperset(name for event in one.events for name in (*event.participants, *event.places))


def _sources() -> list[str]:
    return [source for path in sorted(open_events.OPEN.glob("*.txt")) for source in open_passages(path)]
