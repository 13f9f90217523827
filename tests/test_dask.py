"""The texts handed out by Dask: what the README says, as it says it. Skipped where Dask is not installed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

pytest.importorskip("dask.distributed", reason="pip install 'qari[dask]'")

README = Path(__file__).resolve().parent.parent / "README.md"
BY_ADDRESS = """
from dask import bag
from dask.distributed import Client, LocalCluster
from reader.batch import json_lines

if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        with Client(cluster.scheduler_address) as client:
            paths = bag.from_sequence([f"articles/{number}.txt" for number in range(9)], partition_size=2)
            paths.map_partitions(json_lines).to_textfiles("out-*.jsonl", last_endline=True)
"""

ONE_DIES = """
import os, signal
from dask import bag
from dask.distributed import Client, LocalCluster
from reader.batch import json_lines

def dying_once(paths):
    lines = json_lines(paths)
    if "articles/5.txt" in paths and not os.path.exists("died"):
        open("died", "x").close()
        os.kill(os.getpid(), signal.SIGKILL)
    return lines

if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster):
        paths = bag.from_sequence([f"articles/{number}.txt" for number in range(9)], partition_size=2)
        for line in paths.map_partitions(dying_once).compute():
            print(line)
"""
"""One of two processes is killed when it has done half of its work, with all that it has not handed in."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Nine articles, the fourth of which is none."""
    (tmp_path / "articles").mkdir()
    for number in range(9):
        text = f"زار الوزير سالم الحداد القاهرة في {number + 1} مايو 2019، ثم عاد إلى بغداد."
        (tmp_path / f"articles/{number}.txt").write_bytes(bytes(range(256)) * 4 if number == 3 else text.encode())
    return tmp_path


def run(folder: Path, arguments: Sequence[str]) -> bytes:
    return subprocess.run([sys.executable, *arguments], cwd=folder, capture_output=True, timeout=600).stdout


def printed(folder: Path) -> bytes:
    """What the command prints of them."""
    lines = run(folder, ["-m", "reader", "-f", "jsonl", *(f"articles/{number}.txt" for number in range(9))])
    assert lines.count(b"\n") == 8
    return lines


def test_a_cluster_on_this_machine_gives_the_same_bytes(folder: Path) -> None:
    told = re.search(r"^```python dask\n(.+?)^```$", README.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert told
    (folder / "many.py").write_text(told[1], "utf-8")
    assert run(folder, ["many.py"]) == printed(folder)


def test_a_scheduler_somewhere_gives_the_same_bytes(folder: Path) -> None:
    (folder / "many.py").write_text(BY_ADDRESS, "utf-8")
    run(folder, ["many.py"])
    assert b"".join(part.read_bytes() for part in sorted(folder.glob("out-*.jsonl"))) == printed(folder)


def test_a_worker_that_is_killed_costs_no_line(folder: Path) -> None:
    (folder / "many.py").write_text(ONE_DIES, "utf-8")
    assert run(folder, ["many.py"]) == printed(folder)
    assert (folder / "died").exists()
