"""The past: what was published on a day, under which address, and what has been new since."""
