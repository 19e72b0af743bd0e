"""What each page shows: pure functions from a brief to values that templates print.

`site` looks things up, `parts` are the small values all pages share, the other modules each make
one kind of page. Nothing here knows Markdown or HTML.
"""
