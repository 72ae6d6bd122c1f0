"""Copies to be read: PDF and print of any document, and pictures of some for telephones."""
