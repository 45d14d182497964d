"""A child kills itself at every step of journal and transport; the next one must know how it stands."""
