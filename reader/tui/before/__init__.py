"""What comes before Textual: the first page, the keyboard, and where things will stand."""
