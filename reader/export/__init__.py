"""How a reading leaves the program: text, ansi, json and rows."""
