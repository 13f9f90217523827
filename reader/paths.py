"""Where this user's files belong. Nothing is made here: a folder comes into being when something is written."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def read(file: Path) -> str:
    """What is written in a file of the user's, without the byte order mark that some editors put before it.

    Raises OSError where it cannot be read, and for a pipe or a device, which might never end; ValueError where it is
    no UTF-8.
    """
    mode = file.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.EINVAL, "not a regular file")
    return file.read_text("utf-8-sig")


def replace(file: Path, written: str) -> None:
    """Write a file of the user's at once, whole or not at all: whoever reads it meanwhile sees the one or the other.

    Raises OSError where it cannot be written; then it is as it was.
    """
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(written, "utf-8")
        if file.exists():
            beside.chmod(file.stat().st_mode)
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


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
