"""Finding things in the window: words in all texts, and actions and records by a part of their name."""
