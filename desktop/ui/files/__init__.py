"""Business files: opened, closed, rescued; folders asked for."""
