"""Keeping the policy file safe: its password, its copies, and copies put elsewhere."""
