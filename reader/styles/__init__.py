"""What a role looks like: palettes from `themes/*.toml`, their contrast checked by tests."""
