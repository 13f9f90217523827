"""How much of a list is known: whether more is coming, and if not, why."""

from __future__ import annotations

from enum import Enum


class Known(Enum):
    """The value is the key of what is said of a list without rows."""

    PART = "searching"
    ALL = "none_found"
    STOPPED = "left_out"
    """The reader has stopped the analysis."""
    FAILED = "not_found_out"

    @property
    def is_cut(self) -> bool:
        """Whether there may be more rows that do not come."""
        return self in {Known.STOPPED, Known.FAILED}
