"""Where the text falls on a grid of cells.

Words used here: a *position* is a code point index in `Document.text`; *row* and *column* are screen cells;
a *cluster* is a base letter with its marks. Knows roles of nothing: no entity, no colour.
"""
