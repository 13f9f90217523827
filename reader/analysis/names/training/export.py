"""From a checkpoint to what ships: `names.onnx` (int8) and `pieces.txt`.

`python -m reader.analysis.names.training.export --help`
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import torch  # type: ignore[import-not-found,unused-ignore]

from reader.analysis.names.tags import TAGS
from reader.analysis.names.training.corpus import Convention
from reader.analysis.names.training.network import Exported, from_checkpoint

if TYPE_CHECKING:
    from collections.abc import Sequence

OPSET = 17


def to_onnx(checkpoint: Path, target: Path, convention: Convention = Convention.OURS) -> None:
    """Writes the network in fp32, asking always for one convention of labelling."""
    model = Exported(from_checkpoint(checkpoint), convention).eval()
    torch.onnx.export(
        model,
        (torch.ones(2, 9, dtype=torch.long),),
        str(target),
        input_names=["ids"],
        output_names=["scores"],
        dynamic_axes={"ids": {0: "rows", 1: "pieces"}, "scores": {0: "rows", 1: "pieces"}},
        opset_version=OPSET,
        dynamo=False,
    )


def quantise(source: Path, target: Path, keep: Sequence[str] = ()) -> None:
    """Weights of matrix products and word vectors as int8, per channel; activations are rounded at run time.

    `keep` are parts of names of nodes that stay in fp32.
    """
    import onnx  # type: ignore[import-not-found,unused-ignore]
    from onnxruntime.quantization import (  # type: ignore[import-not-found,import-untyped,unused-ignore]
        QuantType,
        quantize_dynamic,
    )

    nodes = onnx.load(str(source)).graph.node
    kept = [node.name for node in nodes if any(part in node.name for part in keep)]
    quantize_dynamic(
        str(source),
        str(target),
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_exclude=kept,
    )
    model = onnx.load(str(target))
    onnx.helper.set_model_props(model, {"tags": " ".join(TAGS)})
    onnx.save(model, str(target))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path, help="folder of names.onnx and pieces.txt")
    parser.add_argument("--convention", type=int, default=Convention.OURS)
    parser.add_argument("--keep", nargs="*", default=[], help="parts of names of nodes that stay in fp32")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        to_onnx(options.checkpoint, full, Convention(options.convention))
        quantise(full, options.out / "names.onnx", options.keep)
    shutil.copy(options.checkpoint.parent / "pieces.txt", options.out / "pieces.txt")


if __name__ == "__main__":
    main()
