"""Rules that label the lines of a text; their order stands in `order`."""
