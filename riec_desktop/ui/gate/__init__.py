"""The gate to final documents on screen."""
