"""The screen. Nothing else in the tree imports Textual."""
