"""The words of the trade. Only the standard library."""
