"""Where a text may be cut: clusters, words, sentences."""

from reader.text.clusters import clusters

__all__ = ["clusters"]
