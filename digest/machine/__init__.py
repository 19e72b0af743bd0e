"""What programs read beside the pages: feeds, data, linked data, robots.txt."""
