"""Who is who: mentions gathered into one entity for everything that is named."""

from reader.analysis.entities.descriptions import describe
from reader.analysis.entities.gather import gather

__all__ = ["describe", "gather"]
