"""Names in a text: where a person, a place or an organisation is mentioned."""
