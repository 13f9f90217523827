"""The rules, as tables of (pattern over tags, builder): see grammar.py for how they are read.

days: 14 July, Friday, yesterday · annals: «لسبع خلون» · years: 1948, 332 BCE · periods: centuries, decades, seasons,
holidays · spans: durations, steps («last week», «two years ago»), repetition, vague words · clock: the time of day.
"""
