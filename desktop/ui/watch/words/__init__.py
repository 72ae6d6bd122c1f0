"""Words to search for, lines ready to be searched, and tools that others offer."""
