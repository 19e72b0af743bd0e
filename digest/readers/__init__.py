"""Where articles come from; the only rooms beside the shell that touch the world."""
