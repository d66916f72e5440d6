"""Dutch spelling: which words of a text no dictionary knows, and what may have been meant. No Qt."""
