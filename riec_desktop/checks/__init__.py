"""What is missing or wrong in a year's chapter, as findings that name the place and what to do: see `walk.check`."""
