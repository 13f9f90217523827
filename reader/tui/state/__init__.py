"""What the screen knows, and needs no Textual for."""
