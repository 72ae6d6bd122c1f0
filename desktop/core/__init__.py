"""The domain: questions, answers, conditions, clauses, assembly. Pure: no Qt, no files, no clock."""
