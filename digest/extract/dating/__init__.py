"""Dating: expressions of dates in a text, lines that state one, bounds that the prose gives."""
