"""What the details of a payment and of an order share: their head, what can be done, their life."""
