"""What a document speaks of: names, entities, times and events. Knows neither screen nor colour."""
