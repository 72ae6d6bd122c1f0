"""Incidents: what to do first, what to keep, and how they ended."""
