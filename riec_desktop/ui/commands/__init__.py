"""What a person can do in the window: one module for each group of actions, listed in `catalog`."""
