"""What was written: the text, its blocks and what its source says about itself."""
