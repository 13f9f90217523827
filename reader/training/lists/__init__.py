"""Builds the lists of places and of words from public catalogues."""
