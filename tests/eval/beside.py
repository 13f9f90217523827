"""What lies beside the repository and is not in it: corpora and cases that everybody shares."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SHARED: Final = next(
    (folder / "shared" for folder in Path(__file__).parents if (folder / "shared" / "names").is_dir()), Path("shared")
)
"""The folder; a path to nothing where there is none."""
