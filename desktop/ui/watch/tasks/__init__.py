"""The checklist: what is due, what was done, the plan behind it, and the days on which the firm works."""
