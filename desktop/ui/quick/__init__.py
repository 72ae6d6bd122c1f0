"""The quick way: the essential questions, one or two at a time, and what they come to."""
