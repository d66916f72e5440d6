"""The tab with what the checks noticed: in groups, with the reason and the ways to repair it."""
