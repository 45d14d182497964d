"""What the gateways are told, and what is made of their answers."""
