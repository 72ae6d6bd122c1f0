"""`dasarkita --smoke`: the whole program, walked through once by itself, so that an installed one can be tried out."""
