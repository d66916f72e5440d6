"""What is missing or wrong in a year's chapter, as findings that name the place and what to do."""

from riec_desktop.checks.walk import check

__all__ = ["check"]
