"""`resources/content/*.toml` into core objects, with errors that name file, key and cause."""
