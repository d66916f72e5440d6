"""The pages of the window, each a module: which parts stand on it and where their records come from."""
