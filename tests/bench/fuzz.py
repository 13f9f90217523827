"""Breaks files at random and opens them: nothing may crash, hang, grow faster than its input, or reach a terminal raw.

    python tests/bench/fuzz.py [--seconds N] [--only PARSER …] [--keep FOLDER] [--seed NUMBER]

Each parser has N seconds (60 unless said otherwise), in a process of its own that is started again when it dies; one
runs after another. What was found, and what was interesting on the way, stays in FOLDER (build/fuzz) and is where the
next run begins: FOLDER/PARSER/found/*.fault says what was wrong with the file beside it, FOLDER/PARSER/pool holds the
files that came out like no other. The exit code is 1 where something was found.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

from fuzzing.mutate import mutated, repeated
from fuzzing.seeds import NAMES, Seed, drawn, seeds
from fuzzing.watch import FaultError, Guard, prepare, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import FrameType

SLOW, STUCK = 20, 300
"""Seconds of processor after which a file is a fault, and seconds by the clock after which its process is ended: not
every library hears a signal."""
POOL, POOL_FILE = 400, 1 << 16
"""Files that are kept because they came out like no other, and the bytes of one at most."""
GROWTH_EVERY = 40
GROWTH_SIZES = {"ansi": (3_000, 12_000, 24_000), "text": (10_000, 40_000, 80_000), "pdf": (20_000, 80_000, 160_000)}
"""Bytes of what is repeated to see how the time grows: four times as much, and twice as much again."""
_USUAL_SIZES = (25_000, 100_000, 200_000)
STEEP, STEEPER, FELT = 9.0, 3.0, 0.4
"""Four times the input may take so many times the time (four would be linear, sixteen is a square), twice the input so
many times, once it is so many seconds."""
MEMORY = 6 << 30


class SlowError(Exception):
    """A file that takes too long."""


class Tried(NamedTuple):
    """The seconds of processor that it took to open a file, and the kind that it came out as."""

    seconds: float
    kind: str


class Worker:
    """Fuzzes one parser in this process, and writes what it sees into its folder."""

    def __init__(self, parser: str, folder: Path, chance: random.Random) -> None:
        self.parser, self.folder, self.chance = parser, folder, chance
        self.known = {path.stem for path in (folder / "found").glob("*.fault")}
        self.outcomes: set[str] = set()
        self.guard = Guard()
        self.tally: dict[str, Any] = {"runs": 0, "found": 0, "slowest": 0.0}
        self.pool = seeds(parser) + [drawn(chance) for _ in range(5 if parser == "pdf" else 0)]
        self.kept = 0

    def fuzz(self, until: float) -> None:
        prepare(self.parser)
        for seed in self.pool + [Seed(path.read_bytes(), path.name) for path in self._kept_files()]:
            if time.monotonic() < until:
                self.tried(seed)
        while time.monotonic() < until:
            seed = mutated(self.parser, self.chance.choice(self.pool), self.chance, self.pool)
            self.tried(seed)
            if self.tally["runs"] % GROWTH_EVERY == 0 and time.monotonic() < until:
                self.grown(self.chance.choice(self.pool))
        self._report()

    def _kept_files(self) -> list[Path]:
        return sorted(self.folder.glob("pool/*/*"))

    def tried(self, seed: Seed) -> Tried:
        """Opened as the program opens it; a fault is kept, and so is what came out like nothing before."""
        path = self.folder / "running" / seed.name
        path.write_bytes(seed.raw)
        began = time.process_time()
        outcome = self._outcome(path)
        spent = time.process_time() - began
        path.unlink(missing_ok=True)
        self.tally["runs"] += 1
        self.tally["slowest"] = max(self.tally["slowest"], spent)
        if outcome and outcome not in self.outcomes:
            self.outcomes.add(outcome)
            self._keep(seed)
        if self.tally["runs"] % 200 == 0:
            self._report()
        return Tried(spent, outcome.partition(" ")[0])

    def _outcome(self, path: Path) -> str:
        """What it came out as; "" where that was a fault."""
        try:
            signal.setitimer(signal.ITIMER_PROF, SLOW)
            self.guard.on = True
            try:
                outcome = run(path, self.parser)
            finally:
                self.guard.on = False
                signal.setitimer(signal.ITIMER_PROF, 0)
            if self.guard.acts:
                raise FaultError(self.guard.acts.pop())
        except (Exception, RecursionError) as error:
            self.guard.acts.clear()
            self.found(path, _fault(error), "".join(traceback.format_exception(error)))
            return ""
        return outcome

    def grown(self, seed: Seed) -> None:
        """Whether four times as much of the same takes much more than four times as long, and goes on like that."""
        few, many, most = repeated(seed, self.chance, GROWTH_SIZES.get(self.parser, _USUAL_SIZES))
        one, four = self.tried(few), self.tried(many)
        if one.kind != four.kind or four.seconds < FELT or four.seconds < STEEP * one.seconds:
            return
        long = min(four.seconds, self.tried(many).seconds)  # not by chance
        longest = min(self.tried(most).seconds for _ in range(2))
        if long >= FELT and long >= STEEP * one.seconds and longest >= STEEPER * long:
            path = self.folder / "running" / most.name
            path.write_bytes(most.raw)
            said = f"{one.seconds:.2f} s, {long:.2f} s for four times as much, {longest:.2f} s for eight times"
            self.found(path, f"steep growth in {four.kind} ({hashlib.sha256(many.raw).hexdigest()[:4]})", said)
            path.unlink()

    def found(self, path: Path, fault: str, said: str) -> None:
        """Keep the file, once for each fault."""
        self.tally["found"] += 1
        name = hashlib.sha256(fault.encode()).hexdigest()[:12]
        if name in self.known:
            return
        self.known.add(name)
        folder = self.folder / "found"
        (folder / f"{name}.fault").write_text(f"{fault}\n{path.name}\n\n{said}", "utf-8", "backslashreplace")
        shutil.copy(path, folder / f"{name}{path.suffix}")

    def _keep(self, seed: Seed) -> None:
        if self.kept >= POOL or len(seed.raw) > POOL_FILE:
            return
        self.kept += 1
        self.pool.append(seed)
        folder = self.folder / "pool" / hashlib.sha256(seed.raw).hexdigest()[:12]
        folder.mkdir(exist_ok=True, parents=True)
        (folder / seed.name).write_bytes(seed.raw)

    def _report(self) -> None:
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        told = json.dumps({**self.tally, "outcomes": len(self.outcomes), "memory": memory})
        (self.folder / "tally.json").write_text(told, "utf-8")


def _fault(error: BaseException) -> str:
    """A name by which the same fault is known again: what was raised, and the last line of the program on the way."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if f"{os.sep}reader{os.sep}" in frame.filename] or frames
    said = str(error)[:100] if isinstance(error, FaultError) else ""
    return f"{type(error).__name__} {said} at {Path(ours[-1].filename).name}:{ours[-1].lineno} {ours[-1].name}"


def _too_slow(_: int, __: FrameType | None) -> None:
    raise SlowError


def work(parser: str, folder: Path, seconds: float, number: int) -> None:
    """The process of one parser."""
    signal.signal(signal.SIGPROF, _too_slow)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    Worker(parser, folder, random.Random(number)).fuzz(time.monotonic() + seconds)


def watched(parser: str, folder: Path, seconds: float, number: int) -> list[dict[str, Any]]:
    """The tallies of the processes that fuzzed a parser: more than one where one died, or had to be ended."""
    for name in ("running", "found", "pool"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + seconds
    tallies: list[dict[str, Any]] = []
    while (left := until - time.monotonic()) > 1 or not tallies:
        _emptied(folder)
        command = [sys.executable, __file__, "--work", parser, str(folder), str(max(1.0, left)), str(number)]
        code, said = _ended(command, folder / "running", left)
        tallies.append(_tally(folder))
        if code == 0:
            break
        number += 1
        fault = "stuck" if code is None else f"died of {code}"
        for path in (folder / "running").iterdir():
            name = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
            (folder / "found" / f"{name}.fault").write_text(f"{fault}\n{path.name}\n\n{said}", "utf-8")
            shutil.copy(path, folder / "found" / f"{name}{path.suffix}")
        if not any((folder / "running").iterdir()):  # not by a file: a mistake of ours
            sys.stderr.write(said)
            break
    return tallies


def _ended(command: Sequence[str], running: Path, left: float) -> tuple[int | None, str]:
    """The exit code of the process, and what it said last; None where it had to be ended, stuck in a file."""
    with tempfile.TemporaryFile() as said, subprocess.Popen(command, stderr=said) as process:
        try:
            until = time.monotonic() + left + 3 * STUCK
            while process.poll() is None and time.monotonic() < until and not _is_stuck(running):
                time.sleep(0.5)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
                stuck = True
            else:
                stuck = False
        said.seek(0)
        return None if stuck else process.returncode, said.read()[-4000:].decode(errors="replace")


def _is_stuck(running: Path) -> bool:
    for path in running.iterdir():
        with contextlib.suppress(FileNotFoundError):
            if time.time() - path.stat().st_mtime > STUCK:
                return True
    return False


def _emptied(folder: Path) -> None:
    for path in (folder / "running").iterdir():
        path.unlink()
    (folder / "tally.json").unlink(missing_ok=True)


def _tally(folder: Path) -> dict[str, Any]:
    path = folder / "tally.json"
    read: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return read


def _row(parser: str, tallies: Sequence[dict[str, Any]], faults: int) -> str:
    def values(key: str) -> list[float]:
        return [float(tally.get(key, 0)) for tally in tallies]

    return (
        f"{parser:10} {sum(values('runs')):8.0f} {max(values('outcomes')):8.0f} {max(values('slowest')):8.2f} s "
        f"{max(values('memory')):6.0f} MB {len(tallies) - 1:6} {faults:7}"
    )


def _found(folder: Path) -> Iterator[str]:
    for path in sorted((folder / "found").glob("*.fault")):
        yield f"    {path.stem}: {path.read_text('utf-8').splitlines()[0]}"


def main() -> int:
    """Fuzz one parser after another, and print a table."""
    if sys.argv[1:2] == ["--work"]:
        parser, folder, seconds, number = sys.argv[2:]
        work(parser, Path(folder), float(seconds), int(number))
        return 0
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=float, default=60.0)
    options.add_argument("--only", nargs="+", default=NAMES, choices=NAMES, metavar="PARSER", help=", ".join(NAMES))
    options.add_argument("--keep", type=Path, default=Path("build", "fuzz"), metavar="FOLDER")
    options.add_argument("--seed", type=int, default=int(time.time()), metavar="NUMBER")
    chosen = options.parse_args()
    print(f"seed {chosen.seed}, {chosen.seconds:.0f} s a parser, files in {chosen.keep}")
    print("parser        files  outcomes  slowest  memory  deaths  faults")
    anything = False
    for parser in chosen.only:
        folder = (chosen.keep / parser).resolve()
        tallies = watched(parser, folder, chosen.seconds, chosen.seed)
        faults = list(_found(folder))
        anything = anything or bool(faults)
        print(_row(parser, tallies, len(faults)), *faults, sep="\n", flush=True)
    return 1 if anything else 0


if __name__ == "__main__":
    sys.exit(main())
