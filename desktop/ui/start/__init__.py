"""The first page: begin, look at a sample, open."""
