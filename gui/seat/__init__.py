"""Who is at the desk: signing in and out, locking, people and what they may do."""
