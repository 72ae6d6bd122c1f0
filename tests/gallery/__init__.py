"""Pictures of every screen of the program, and a walk that finds words that are cut off."""
