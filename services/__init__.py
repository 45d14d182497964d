"""What the desk does, without Qt and without a translated word."""
