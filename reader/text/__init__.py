"""Characters: pure functions on `str`. Knows no document, no screen and no colour."""
