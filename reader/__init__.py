"""qari (قارئ): a terminal reader for Arabic that shows who, where and when.

The package root imports nothing, so that asking for one room never loads another.
"""

__version__ = "0.1.0"
