"""The window: what a cashier and a manager see. Qt lives here and nowhere else."""
