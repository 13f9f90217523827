"""What this terminal does to right-to-left text by itself, and how it is told to stop and restored."""
