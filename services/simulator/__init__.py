"""Both gateways on loopback, over one book of sales, with faults by name.

It reads and writes the wire by itself and imports nothing of `services.gateways`: were the two sides to
share code, one mistake would hide the other.
"""
