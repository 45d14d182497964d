"""The connection doctor: what is wrong on the way to a gateway, and what to do about it."""
