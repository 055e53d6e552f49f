"""How fast the crawl fetches and archives, and how soon a night with nothing new is over."""
