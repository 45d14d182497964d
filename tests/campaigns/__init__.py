"""Long runs that try to make the desk pay twice, forget or lie. Commands, each with a short form in CI."""
