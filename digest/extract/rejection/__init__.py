"""Files that hold no article, and why: `reasons` asks, the other modules answer."""
