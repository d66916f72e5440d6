"""Last year beside this year: what was written, promised, done and counted, to read and to take over."""
