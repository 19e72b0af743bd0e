"""One raw article to one described article: each module a stage or a part of one, all pure."""
