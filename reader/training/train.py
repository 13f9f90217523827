"""Trains the recogniser: `python -m reader.training.train --help`.

A run can be stopped at any time and goes on from its last checkpoint with `--resume`; text of our own that has
been added meanwhile is read at the next epoch.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch  # type: ignore[import-not-found,unused-ignore]
from torch import (
    distributed,  # type: ignore[import-not-found,unused-ignore]
    multiprocessing,  # type: ignore[import-not-found,unused-ignore]
)
from torch.nn import functional as f  # type: ignore[import-not-found,unused-ignore]

from reader.analysis.recogniser.pieces import PAD, Tokenizer
from reader.analysis.recogniser.tags import CLITICS, HAPPENED, TAGS, TIED, TIES, ties
from reader.training import encoder_file, trim
from reader.training.batches import Batch, Weights, epoch
from reader.training.corpus import IGNORED, own_text, read_columns
from reader.training.network import Network, from_encoder, from_weights
from reader.training.opened import open_file, open_text
from reader.training.passages import passages
from reader.training.samples import Convention, Sample

if TYPE_CHECKING:
    from collections.abc import Iterator

    from torch import Tensor

PEAK_RATE = 1.5e-4
"""Of the highest layer, for an encoder that has seen no names; `--rate` scales it and the head's."""
HEAD_RATE = 8e-4
EVENT_HEAD_RATE = 2e-3
"""Few texts have events labelled: their head has fewer steps to learn in."""
LAYER_DECAY = 0.9
"""Each layer learns this much more slowly than the one above it."""
WARM_UP = 100
CLITIC_WEIGHT = 0.5
EVENT_WEIGHT = 1.5
TIE_WEIGHTS = {"who": 0.8, "where": 0.8, "long": 0.8, "short": 0.8, "behind": 4.0, "put in": 2.0, "together": 0.5}
"""Something is put in behind one word in fifty."""
_PLACES = Path(__file__).parents[1] / "analysis" / "words" / "data" / "places.tsv"
_ANY_BEGIN = [TAGS.index(f"B-{type_}") for type_ in ("product", "work", "other")]
_ANY_INSIDE = [TAGS.index(f"I-{type_}") for type_ in ("product", "work", "other")]


def public_text(root: Path) -> list[Sample]:
    """The three public corpora below `root`, whole."""
    return [
        *read_columns(root / "anercorp" / "train.txt", Convention.ANERCORP),
        *read_columns(root / "aqmar" / "train.txt", Convention.AQMAR),
        *read_columns(root / "wojood_sample" / "train.flat_native.txt", Convention.WOJOOD),
    ]


def place_names() -> list[str]:
    lines = _PLACES.read_text("utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if not line.startswith("#")]


def loss_of(network: Network, batch: Batch) -> Tensor:
    scores = network(batch.ids, (batch.ids != PAD).float(), batch.conventions)
    flat = scores.flatten(0, 1).float()  # in 16 bits the logarithms below lose 3 % of a gradient
    scores = flat[batch.units]
    tags = f.log_softmax(scores[:, : len(TAGS)], -1)
    any_begin = tags[:, _ANY_BEGIN].logsumexp(-1, keepdim=True)
    any_inside = tags[:, _ANY_INSIDE].logsumexp(-1, keepdim=True)
    loss = f.nll_loss(torch.cat([tags, any_begin, any_inside], -1), batch.tags, ignore_index=IGNORED)
    if bool((batch.clitics != IGNORED).any()):
        clitics = f.cross_entropy(scores[:, CLITICS], batch.clitics, ignore_index=IGNORED)
        loss = loss + CLITIC_WEIGHT * clitics
    if bool((batch.happenings != IGNORED).any()):
        happened = f.cross_entropy(scores[:, HAPPENED], batch.happenings, ignore_index=IGNORED)
        loss = loss + EVENT_WEIGHT * happened
    if len(batch.ties):
        loss = loss + _loss_of_ties(flat, batch)
    return loss


def _loss_of_ties(scores: Tensor, batch: Batch) -> Tensor:
    said = ties(scores[batch.ties[:, 0], TIED], scores[batch.ties[:, 1], TIED])
    known = batch.tied != IGNORED
    lost = f.binary_cross_entropy_with_logits(said, batch.tied.clamp(min=0).float(), reduction="none") * known
    weights = torch.tensor([TIE_WEIGHTS[tie] for tie in TIES])
    return (weights * lost.sum(0) / known.sum(0).clamp(min=1)).sum()


def optimiser(network: Network, scale: float = 1.0) -> torch.optim.Optimizer:
    """AdamW over all but the word vectors, slower the lower a layer lies."""
    network.words.weight.requires_grad_(requires_grad=False)
    count = len(network.layers)
    groups: list[dict[str, Any]] = [
        {"params": list(layer.parameters()), "lr": PEAK_RATE * LAYER_DECAY ** (count - 1 - index)}
        for index, layer in enumerate(network.layers)
    ]
    bottom = PEAK_RATE * LAYER_DECAY**count
    groups.append({"params": [network.positions, *network.norm.parameters()], "lr": bottom})
    groups.append({"params": list(network.conventions.parameters()), "lr": HEAD_RATE, "weight_decay": 0.0})
    groups.append({"params": list(network.head.parameters()), "lr": HEAD_RATE})
    groups.append({"params": list(network.happened.parameters()), "lr": EVENT_HEAD_RATE})
    groups.append({"params": list(network.tied.parameters()), "lr": EVENT_HEAD_RATE})
    for group in groups:
        group["peak"] = group["lr"] = scale * group["lr"]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def rate(step: int, steps: int, decay: int) -> float:
    """Share of the peak rate at `step`: up over WARM_UP steps, level, down to zero over the last `decay`."""
    return min(1.0, (step + 1) / WARM_UP, max(0.0, (steps - step) / max(decay, 1)))


def average_gradients(network: Network, processes: int) -> None:
    """Gives all processes the mean of their gradients, in one message."""
    gradients = [parameter.grad for parameter in network.parameters() if parameter.grad is not None]
    flat = torch.cat([gradient.flatten() for gradient in gradients])
    distributed.all_reduce(flat)
    flat /= processes
    position = 0
    for gradient in gradients:
        gradient.copy_(flat[position : position + gradient.numel()].view_as(gradient))
        position += gradient.numel()


class Run:
    """A training run and its checkpoint. Process `rank` of `options.processes` takes its share of every step;
    all of them hold the same weights."""

    def __init__(self, options: argparse.Namespace, rank: int = 0) -> None:
        self.options = options
        self.rank = rank
        options.out.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(options.seed)
        self.network = self._fresh() if options.encoder else self._taken_up()
        if options.ties_only:
            self.network.requires_grad_(requires_grad=False)
            self.network.tied.requires_grad_(requires_grad=True)
        if options.still:
            self._hold_still(options.still)
        _wait(options)
        self.tokenizer = Tokenizer.load(options.out / "pieces.txt")
        self.optimiser = optimiser(self.network, options.rate)
        self.step = 0
        self.epochs = 0
        self.checkpoint = options.out / "checkpoint.pt"
        if options.resume:
            self._load()

    def _fresh(self) -> Network:
        encoder = encoder_file.read(self.options.encoder)
        rows = trim.kept_rows(encoder)
        if self.rank == 0:
            trim.write(self.options.out / "pieces.txt", encoder, rows)
        return from_encoder(encoder, rows)

    def _hold_still(self, layers: int) -> None:
        """What lies below and within the lowest layers learns no more, which spares their way back."""
        network = self.network
        for part in (network.norm, network.conventions, *network.layers[:layers]):
            part.requires_grad_(requires_grad=False)
        network.positions.requires_grad_(requires_grad=False)

    def _taken_up(self) -> Network:
        if self.rank == 0:
            shutil.copy(self.options.start / "pieces.txt", self.options.out / "pieces.txt")
        return from_weights(self.options.start / "names.onnx")

    def batches(self) -> Iterator[Batch]:
        """Those of this process, without end; each epoch reads our own text anew."""
        options = self.options
        public = public_text(options.corpora) if options.corpora else []
        while True:
            real = [passage.sample for passage in passages(options.real, "train")] if options.real else []
            opened = open_text(options.open) if options.open else []
            samples = real + [one for one in public + own_text(options.own) + opened if not one.held_out]
            if options.ties_only:
                samples = [one for one in samples if one.has_rows]
            first = frozenset(one.group for name in options.first for one in open_file(options.open / f"{name}.txt"))
            rng = random.Random(f"{options.seed}:{self.epochs}")
            samples = [one for one in samples if one.group in first or rng.random() < options.replay]
            own = sum(sample.convention is Convention.OURS for sample in samples)
            weights = Weights(options.own_weight, options.real_weight, options.row_weight or options.real_weight, first)
            found = epoch(samples, self.tokenizer, place_names(), rng, weights)
            self._say(f"epoch {self.epochs}: {len(found)} batches, {own} pieces of our own")
            share = max(1, len(found) // options.processes)
            yield from found[self.rank * share : (self.rank + 1) * share]
            self.epochs += 1

    def train(self) -> None:
        options = self.options
        self.network.train()
        total, started = 0.0, time.monotonic()
        for batch in self.batches():
            if self.step >= options.steps:
                break
            for group in self.optimiser.param_groups:
                group["lr"] = group["peak"] * rate(self.step, options.steps, options.decay)
            with torch.autocast("cpu", torch.bfloat16, enabled=options.half):
                loss = loss_of(self.network, batch)
            self.optimiser.zero_grad()
            loss.backward()
            if options.processes > 1:
                average_gradients(self.network, options.processes)
            torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimiser.step()
            self.step += 1
            total += loss.item()
            if self.step % options.report == 0:
                pace = (time.monotonic() - started) / options.report
                self._say(f"step {self.step} loss {total / options.report:.4f} {pace:.2f} s")
                total, started = 0.0, time.monotonic()
            if self.step % options.save == 0:
                self._save()
        self._save()

    def _say(self, line: str) -> None:
        if self.rank == 0:
            print(line, flush=True)  # noqa: T201

    def _save(self) -> None:
        if self.rank:
            return
        state = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "epochs": self.epochs,
        }
        partial = self.checkpoint.with_suffix(".part")
        torch.save(state, partial)
        partial.replace(self.checkpoint)

    def _load(self) -> None:
        state = torch.load(self.checkpoint, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.epochs = state["step"], state["epochs"] + 1
        torch.manual_seed(self.step * self.options.processes + self.rank)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    begin = parser.add_mutually_exclusive_group(required=True)
    begin.add_argument("--encoder", type=Path, help="e5-small-q4.bin")
    begin.add_argument("--start", type=Path, help="folder of names.onnx and pieces.txt, to be trained on")
    parser.add_argument("--corpora", type=Path, help="folder of anercorp/, aqmar/, wojood_sample/")
    parser.add_argument("--real", type=Path, help="folder of the texts of the passages labelled in real/")
    parser.add_argument("--open", type=Path, help="folder of open text labelled inline")
    parser.add_argument("--real-weight", type=int, default=1, help="how often an epoch sees real and open text")
    parser.add_argument("--row-weight", type=int, help="how often an epoch sees text with rows, if not as real text")
    parser.add_argument("--rate", type=float, default=1.0, help="share of the usual rates")
    parser.add_argument("--own", type=Path, required=True, help="folder of our own labelled text")
    parser.add_argument("--out", type=Path, required=True, help="folder of the checkpoint")
    parser.add_argument("--steps", type=int, default=3000, help="steps in all")
    parser.add_argument("--decay", type=int, default=1000, help="steps at the end over which the rate falls to 0")
    parser.add_argument("--own-weight", type=int, default=2, help="how often an epoch sees our own text")
    parser.add_argument("--ties-only", action="store_true", help="only that head, from text with rows")
    parser.add_argument("--still", type=int, default=0, help="lowest layers that learn no more")
    parser.add_argument("--first", nargs="*", default=[], metavar="NAME", help="files of open text that are seen twice")
    parser.add_argument("--replay", type=float, default=1.0, help="share of all other text that an epoch sees")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1, help="that share each step, one thread each")
    parser.add_argument("--half", action="store_true", help="multiply in 16 bits where the processor has bfloat16")
    parser.add_argument("--port", type=int, default=29500, help="on which the processes meet")
    parser.add_argument("--save", type=int, default=100, help="steps between checkpoints")
    parser.add_argument("--report", type=int, default=20, help="steps between lines of the log")
    parser.add_argument("--resume", action="store_true")
    options = parser.parse_args()
    if options.processes > 1:
        multiprocessing.spawn(_work, (options,), options.processes)
    else:
        _work(0, options)


def _work(rank: int, options: argparse.Namespace) -> None:
    torch.set_num_threads(1)
    if options.processes > 1:
        os.environ |= {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(options.port)}
        distributed.init_process_group("gloo", rank=rank, world_size=options.processes)
    Run(options, rank).train()
    if options.processes > 1:
        distributed.destroy_process_group()


def _wait(options: argparse.Namespace) -> None:
    if options.processes > 1:
        distributed.barrier()


if __name__ == "__main__":
    main()
