"""The floor of the analysis: words, the keys they are looked up by, and the lists that know them."""
