"""Workbooks that come in: read as plain cells, in a child process with limits, whatever is in them."""
