"""Small words that several rooms ask for."""

from __future__ import annotations

from typing import Final

from reader.analysis.words.keys import keys

RELATIVES: Final = keys("الذي التي الذين اللذين اللذان اللتين اللواتي")
THAT_OR_ABOUT: Final = keys("أن إن بأن أنه أنها إنه إنها عن")
"""Behind a verb of telling or denying: what is told, as a clause or a noun («عن»)."""
YEAR_BEGINS: Final = keys("دخلت استهلت أهلت")
"""What annals say of a year at its head."""
