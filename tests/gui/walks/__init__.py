"""Every screen, looked at: the tour is walked in several dresses, and each of its screens is examined."""
