"""The manual in the program: its window, and which page belongs to which screen."""
