"""The gate: what the generated files say, held against the raw articles.

Nothing that the build noted of itself is believed. `sources` finds the text of each raw article by
other parsers than the extractors'; `files` reads the Markdown, the rendered pages, the feeds, the
data and the search index; `counts` works every printed number out anew; `check` compares.
"""
