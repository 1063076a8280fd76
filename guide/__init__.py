"""The exhibition guide: a trade fair's exhibitors, regions and ventures in the terminal, offline."""

__version__ = "0.1.0"
