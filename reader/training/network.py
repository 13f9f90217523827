"""The encoder and its heads for names, happenings and ties, in torch: a BERT body (post-LN) and three linear layers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import torch  # type: ignore[import-not-found,unused-ignore]
from torch import Tensor, nn
from torch.nn import functional as f  # type: ignore[import-not-found,unused-ignore]

from reader.analysis.recogniser.network import Recogniser
from reader.analysis.recogniser.pieces import PAD, Tokenizer
from reader.analysis.recogniser.tags import HAPPENED, HAPPENINGS, TIED
from reader.training.encoder_file import EncoderFile, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

NAME_OUTPUTS = HAPPENED.start
MIDDLE = (5, 8)
"""Layers that the head of events reads beside the last: verbs stand out there most (linear probes, 80 passages)."""
CONVENTIONS = 4
"""Ways of labelling that the training text mixes, `samples.Convention`."""
POSITIONS = 384
"""The longest window, in pieces."""
EPSILON = 1e-12


class Layer(nn.Module):  # type: ignore[misc,unused-ignore]
    """Self-attention, then two linear layers, each added to what came in and normalised."""

    def __init__(self, shape: Shape, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.attended = nn.Linear(shape.hidden, shape.hidden)
        self.attended_norm = nn.LayerNorm(shape.hidden, epsilon)
        self.widen = nn.Linear(shape.hidden, shape.feed_forward)
        self.narrow = nn.Linear(shape.feed_forward, shape.hidden)
        self.output_norm = nn.LayerNorm(shape.hidden, epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = hidden.shape
        split = self.qkv(hidden).view(batch, length, 3, self.heads, width // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
        weights = torch.matmul(query, key.transpose(-1, -2)) * (width // self.heads) ** -0.5 + bias
        mixed = torch.matmul(weights.softmax(-1), value).transpose(1, 2).reshape(batch, length, width)
        hidden = self.attended_norm(hidden + self.dropout(self.attended(mixed)))
        return self.output_norm(hidden + self.dropout(self.narrow(f.gelu(self.widen(hidden)))))


class Network(nn.Module):  # type: ignore[misc,unused-ignore]
    """`forward(ids, mask, convention)` gives the raw scores `[batch, pieces, OUTPUTS]`; mask is 1 on pieces, 0
    on padding."""

    def __init__(self, shape: Shape, epsilon: float, rows: int, layers: int, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(rows, shape.hidden)
        self.positions = nn.Parameter(torch.zeros(POSITIONS, shape.hidden))
        self.conventions = nn.Embedding(CONVENTIONS, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, epsilon)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, epsilon, dropout) for _ in range(layers))
        self.head = nn.Linear(shape.hidden, NAME_OUTPUTS)
        self.happened = nn.Linear((len(MIDDLE) + 1) * shape.hidden, len(HAPPENINGS))
        self.tied = nn.Linear((len(MIDDLE) + 1) * shape.hidden, TIED.stop - TIED.start)
        nn.init.zeros_(self.conventions.weight)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)
        nn.init.normal_(self.happened.weight, std=0.02)
        nn.init.zeros_(self.happened.bias)
        nn.init.normal_(self.tied.weight, std=0.02)
        nn.init.zeros_(self.tied.bias)

    def forward(self, ids: Tensor, mask: Tensor, convention: Tensor) -> Tensor:
        *middle, last = self.encode(ids, mask, convention)
        seen = torch.cat([*middle, last], -1)
        return torch.cat([self.head(last), self.happened(seen), self.tied(seen)], -1)

    def encode(self, ids: Tensor, mask: Tensor, convention: Tensor) -> list[Tensor]:
        """What the layers MIDDLE and the last give, `[batch, pieces, hidden]` each."""
        hidden = self.words(ids) + self.positions[: ids.shape[1]] + self.conventions(convention)[:, None]
        hidden = self.dropout(self.norm(hidden))
        bias = (1 - mask.to(hidden.dtype))[:, None, None, :] * -1e4
        kept = []
        for number, layer in enumerate(self.layers, 1):
            hidden = layer(hidden, bias)
            if number in MIDDLE:
                kept.append(hidden)
        return [*kept, hidden]


def from_encoder(encoder: EncoderFile, rows: Sequence[int], *, layers: int = 12, dropout: float = 0.1) -> Network:
    """The network with the weights of `encoder`, only the given rows of its vocabulary, and a fresh head."""
    network = Network(encoder.shape, encoder.epsilon, len(rows), layers, dropout)
    source = {name: torch.from_numpy(values) for name, values in encoder.tensors.items()}
    with torch.no_grad():
        network.words.weight.copy_(source["emb.word"][list(rows)])
        network.positions.copy_(source["emb.pos"][:POSITIONS] + source["emb.type"][0])
        _copy(network.norm, source, "emb.ln")
        for index, layer in enumerate(network.layers):
            assert isinstance(layer, Layer)
            for kind in ("w", "b"):
                parts = [source[f"l{index}.{name}.{kind}"] for name in "qkv"]
                (layer.qkv.weight if kind == "w" else layer.qkv.bias).copy_(torch.cat(parts))
            _copy(layer.attended, source, f"l{index}.ao")
            _copy(layer.attended_norm, source, f"l{index}.aln")
            _copy(layer.widen, source, f"l{index}.fi")
            _copy(layer.narrow, source, f"l{index}.fo")
            _copy(layer.output_norm, source, f"l{index}.oln")
    return network


def _copy(module: nn.Linear | nn.LayerNorm, source: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(source[f"{name}.w"])
    module.bias.copy_(source[f"{name}.b"])


class Exported(nn.Module):  # type: ignore[misc,unused-ignore]
    """The network as the program sees it: ids in, scores out, always by one convention."""

    def __init__(self, network: Network, convention: int) -> None:
        super().__init__()
        self.network = network
        self.register_buffer("convention", torch.tensor([convention]))

    def forward(self, ids: Tensor) -> Tensor:
        return self.network(ids, ids != PAD, self.convention)  # type: ignore[no-any-return,unused-ignore]


def from_checkpoint(path: Path, *, heads: int = 12) -> Network:
    """The network of a checkpoint that `train` wrote, ready to be asked."""
    state = torch.load(path, weights_only=True)["network"]
    rows, hidden = state["words.weight"].shape
    layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    shape = Shape(hidden, layers, heads, state["layers.0.widen.weight"].shape[0], rows, POSITIONS, 1)
    network = Network(shape, EPSILON, rows, layers, dropout=0.0)
    network.load_state_dict(state)
    network.eval()
    return network


def from_weights(weights: Path, *, heads: int = 12, dropout: float = 0.1) -> Network:
    """The network of a `names.onnx` that `export` wrote, to be trained on; all conventions begin as the program's."""
    import onnx  # type: ignore[import-not-found,unused-ignore]

    graph = onnx.load(str(weights)).graph
    values = {tensor.name: torch.from_numpy(onnx.numpy_helper.to_array(tensor).copy()) for tensor in graph.initializer}
    products = (node for node in graph.node if node.op_type in ("MatMul", "MatMulInteger"))
    matrices = [re.sub(r"[._](unpacked|quantized)$", "", node.input[1]) for node in products]
    unpacked = iter([_unpacked(values, name).T for name in matrices if _int8(values, name) is not None])
    plain = {name.removeprefix("network."): value for name, value in values.items() if name.startswith("network.")}
    words = _unpacked(values, "network.words.weight")
    layers = 1 + max(int(name.split(".")[1]) for name in plain if name.startswith("layers."))
    width = plain["layers.0.widen.bias"].shape[0]
    network = Network(
        Shape(words.shape[1], layers, heads, width, words.shape[0], POSITIONS, 1), EPSILON, len(words), layers, dropout
    )
    convention = next(value for name, value in values.items() if value.shape == (1, 1, words.shape[1]))
    state = {"words.weight": words, "conventions.weight": convention[0].repeat(CONVENTIONS, 1)}
    state |= {name: value for name, value in plain.items() if not name.startswith("words.")}
    for layer in range(layers):
        for part in ("qkv", "attended", "widen", "narrow"):
            state[f"layers.{layer}.{part}.weight"] = next(unpacked)
    for head, weight in zip(("head", "happened", "tied"), unpacked, strict=False):  # older weights had fewer
        state[f"{head}.weight"] = weight
    network.load_state_dict(state, strict=False)
    return network


def _unpacked(values: dict[str, Tensor], name: str) -> Tensor:
    whole = _int8(values, name)
    assert whole is not None
    scale = values.get(f"{name}.scale", values.get(f"{name}_scale"))
    return whole.float() * scale


def _int8(values: dict[str, Tensor], name: str) -> Tensor | None:
    """A matrix as `export` packs it, or as ONNX Runtime's tools do."""
    return values.get(f"{name}.int8", values.get(f"{name}_quantized"))


def recogniser_of(checkpoint: Path, convention: int = 0) -> Recogniser:
    """A recogniser that runs the checkpoint itself; `pieces.txt` lies beside it."""
    model = Exported(from_checkpoint(checkpoint), convention)

    def score(ids: NDArray[np.int64]) -> NDArray[np.float32]:
        with torch.inference_mode():
            return model(torch.from_numpy(ids)).numpy()  # type: ignore[no-any-return,unused-ignore]

    return Recogniser(Tokenizer.load(checkpoint.parent / "pieces.txt"), score)
