"""The chapter before it is a document: what stands where, as typed blocks, and those blocks as preview HTML."""
