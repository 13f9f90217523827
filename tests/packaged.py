"""Check that a wheel and a source distribution hold what they say, and nothing that is not to be given to readers.

    python tests/packaged.py WHEEL SDIST

Prints each fault on a line of its own and exits 1 where there is one.
"""

from __future__ import annotations

import email
import re
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

PROGRAM = {"reader/__main__.py"}
"""What may be run as a script in a wheel: whatever else can be is there to train or to build."""
RUN_AS_SCRIPT = re.compile(rb"^if __name__ == .__main__.:", re.M)
NOT_FOR_READERS = re.compile(r"(?:^|/)(?:training|tests?|__pycache__)/|(?:^|/)(?:test_|conftest)[^/]*$")
NEEDED = {"reader/py.typed", "reader/analysis/words/data/README.md", "reader/analysis/recogniser/weights/README.md"}
IN_SOURCE = {"reader/training/train.py", "tests/conftest.py", ".ci/run", ".licenses/README.md", "requirements.lock"}
INTO_THE_TREE = re.compile(r"\]\((?!https?:)[^)]*\)")


def main(wheel: Path, sdist: Path) -> int:
    """Name the faults of both; returns the exit code."""
    with zipfile.ZipFile(wheel) as archive:
        found = [f"{wheel.name}: {fault}" for fault in faults(archive)]
    with tarfile.open(sdist) as source:
        names = {name.partition("/")[2] for name in source.getnames()}
    found += [f"{sdist.name}: lacks {name}" for name in sorted(IN_SOURCE - names)]
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


def faults(wheel: zipfile.ZipFile) -> Iterator[str]:
    """What is wrong with a wheel: its files, its licences, its page on an index."""
    names = set(wheel.namelist())
    info = next(name for name in names if name.endswith(".dist-info/METADATA"))
    said = email.message_from_string(wheel.read(info).decode())
    for name in sorted(names):
        if NOT_FOR_READERS.search(name) or not name.startswith(("reader/", info.removesuffix("METADATA"))):
            yield f"{name} is not for readers"
        elif name.endswith(".py") and name not in PROGRAM and RUN_AS_SCRIPT.search(wheel.read(name)):
            yield f"{name} is a script"
    yield from (f"lacks {name}" for name in sorted(NEEDED - names))
    yield from _licence_faults(wheel, said)
    yield from (f"the description points to no file: {link}" for link in INTO_THE_TREE.findall(str(said.get_payload())))


def _licence_faults(wheel: zipfile.ZipFile, said: Message) -> Iterator[str]:
    """Every licence that is named has its text, and every article is under one of them."""
    licences = str(said["License-Expression"]).split(" AND ")
    texts = {PurePosixPath(name).stem for name in said.get_all("License-File", [])}
    yield from (f"no text of {name}" for name in licences if (name if name != "MIT" else "LICENSE") not in texts)
    for name in wheel.namelist():
        if name.endswith("/about.toml"):
            licence = tomllib.loads(wheel.read(name).decode())["licence"]
            if licence not in licences:
                yield f"{name} is under {licence}, which the package does not name"


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
