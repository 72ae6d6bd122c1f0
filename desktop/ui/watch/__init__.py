"""Watching: the page with its checklist, log, incidents, watch words, accounts and overview."""
