"""What the reading screen does, part by part. None knows Textual: each is given what it works with."""
