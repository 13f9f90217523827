"""The mean, weight by weight, of networks that went on from one another: `python -m reader.training.mean --help`.

What a run has forgotten the weights before it still know, and where each is right the mean mostly is (Wortsman et al.,
Model soups, 2022).
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch  # type: ignore[import-not-found,unused-ignore]

from reader.training.network import Network, from_checkpoint, from_weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="folder of the checkpoint that is written")
    parser.add_argument(
        "shares", nargs="+", type=_share, metavar="SHARE:PATH", help="checkpoint.pt, or exported folder"
    )
    options = parser.parse_args()
    total = sum(share for share, _ in options.shares)
    mean: dict[str, torch.Tensor] = {}
    for share, path in options.shares:
        for name, values in _read(path).state_dict().items():
            mean[name] = mean.get(name, 0.0) + share / total * values
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save({"network": mean}, options.out / "checkpoint.pt")
    first = options.shares[0][1]
    shutil.copy((first if first.is_dir() else first.parent) / "pieces.txt", options.out / "pieces.txt")


def _share(said: str) -> tuple[float, Path]:
    share, _, path = said.partition(":")
    return float(share), Path(path)


def _read(path: Path) -> Network:
    return from_weights(path / "names.onnx") if path.is_dir() else from_checkpoint(path)


if __name__ == "__main__":
    main()
