"""Where this user's files belong. Nothing is made here: a folder comes into being when something is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def config_folder() -> Path:
    """The folder of the user's settings (XDG on Linux)."""
    from platformdirs import user_config_path

    return user_config_path("qari")


def themes_folder() -> Path:
    """The folder of the user's own themes."""
    return config_folder() / "themes"


def state_folder() -> Path:
    """The folder of what is remembered between runs (XDG on Linux)."""
    from platformdirs import user_state_path

    return user_state_path("qari")
