"""Param orders: shown with what is left of each, and entered by hand."""
