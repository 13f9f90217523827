"""The trained recogniser: its network, its pieces and tags, and what is kept of its answers."""
