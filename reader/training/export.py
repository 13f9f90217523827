"""From a checkpoint to what ships: `names.onnx` (int8) and `pieces.txt`.

`python -m reader.training.export --help`
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import onnx  # type: ignore[import-not-found,unused-ignore]
import torch  # type: ignore[import-not-found,unused-ignore]
from onnxruntime.quantization import QuantType, quantize_dynamic  # type: ignore[import-not-found,import-untyped,unused-ignore]

from reader.analysis.recogniser.tags import TAGS
from reader.training.network import Exported, from_checkpoint
from reader.training.samples import Convention

if TYPE_CHECKING:
    from numpy.typing import NDArray

OPSET = 17
_LARGEST = 127
_ROUNDED = ("qkv/MatMul", "attended/MatMul", "widen/MatMul")
"""Matrix products whose input is rounded to int8."""


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


def quantise(source: Path, target: Path) -> None:
    """Stores the weights of matrix products (a scale a column) and the word vectors (one scale) as int8.

    Most products are computed in int8 as well, their input rounded as it comes, twice as fast where the processor has
    VNNI. Not those behind the GELU and the heads, whose input has outliers: rounding these too costs a point of F. They
    are computed in fp32: ONNX Runtime unpacks the matrices when it loads them (`session.disable_quant_qdq`).
    """
    rounded = source.with_suffix(".rounded.onnx")
    names = [node.name for node in onnx.load(str(source)).graph.node if node.op_type == "MatMul"]
    quantize_dynamic(
        source,
        rounded,
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=[name for name in names if not name.endswith(_ROUNDED)],
        extra_options={"MatMulConstBOnly": True},
    )
    _pack(rounded, target)


def _pack(source: Path, target: Path) -> None:
    model = onnx.load(str(source))
    graph = model.graph
    weights = {tensor.name: tensor for tensor in graph.initializer}
    nodes = []
    for node in graph.node:
        name = node.input[1] if node.op_type == "MatMul" else node.input[0] if node.op_type == "Gather" else ""
        if name not in weights or len(weights[name].dims) != 2:
            nodes.append(node)
            continue
        values = onnx.numpy_helper.to_array(weights[name])
        by_column = node.op_type == "MatMul"
        graph.initializer.extend(_packed(name, values, by_column=by_column))
        graph.initializer.remove(weights[name])
        unpacked = f"{name}.unpacked"
        if by_column:
            node.input[1] = unpacked
            nodes += [_unpack(f"{name}.int8", name, unpacked, axis=1), node]
        else:
            node.input[0], result = f"{name}.int8", node.output[0]
            node.output[0] = unpacked
            nodes += [node, _unpack(unpacked, name, result)]
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.helper.set_model_props(model, {"tags": " ".join(TAGS)})
    onnx.checker.check_model(model)
    onnx.save(model, str(target))


def _packed(name: str, values: NDArray[np.float32], *, by_column: bool) -> list[onnx.TensorProto]:
    largest = np.abs(values).max(axis=0 if by_column else None)
    scale = np.asarray(np.maximum(largest, 1e-8) / _LARGEST, np.float32)
    rounded = np.clip(np.round(values / scale), -_LARGEST, _LARGEST).astype(np.int8)
    parts = {"int8": rounded, "scale": scale, "zero": np.zeros_like(scale, np.int8)}
    return [onnx.numpy_helper.from_array(part, f"{name}.{kind}") for kind, part in parts.items()]


def _unpack(packed: str, name: str, result: str, **attributes: int) -> onnx.NodeProto:
    inputs = [packed, f"{name}.scale", f"{name}.zero"]
    return onnx.helper.make_node("DequantizeLinear", inputs, [result], name=f"{result}.unpack", **attributes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path, help="folder of names.onnx and pieces.txt")
    parser.add_argument("--convention", type=int, default=Convention.OURS)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        to_onnx(options.checkpoint, full, Convention(options.convention))
        quantise(full, options.out / "names.onnx")
    shutil.copy(options.checkpoint.parent / "pieces.txt", options.out / "pieces.txt")


if __name__ == "__main__":
    main()
