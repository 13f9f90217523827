"""What happened when: events with their clause, date, participants and places."""

from reader.analysis.events.find import find_events

__all__ = ["find_events"]
