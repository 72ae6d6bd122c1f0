"""The settings of the program, and what belongs to the open policy file."""
