"""Bytes and files become documents. The only room that reads what a user names."""
