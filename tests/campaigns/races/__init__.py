"""Threads and processes press the same reversal at once; one request may come of it."""
