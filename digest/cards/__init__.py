"""Pictures for links to our pages: what a card says, and how it is drawn. Pure."""
