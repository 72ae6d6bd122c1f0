"""The page of documents: what there is, what is out of date, how it looks; and reading a document in the window."""
