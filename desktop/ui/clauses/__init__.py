"""The page of clauses: browse, search, read, decide, and write."""
