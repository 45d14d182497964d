"""Finding a payment: the box, who is asked, and the list of what was found."""
