"""Lists that the rules for names read, and the scripts that build them."""
