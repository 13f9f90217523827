"""The tests of rules say what rules find: they hold with the recogniser's weights and without them."""

import pytest

from reader.analysis.names import trained


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trained, "read", lambda *_, **__: None)
    monkeypatch.setattr(trained, "notice", lambda: None)
