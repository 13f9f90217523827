"""The tests of rules say what rules find: they hold with the recogniser's weights and without them."""

import pytest

from reader.analysis.recogniser import kept


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "read", lambda *_, **__: None)
    monkeypatch.setattr(kept, "notice", lambda: None)
