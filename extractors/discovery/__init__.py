"""What a feed, a sitemap or a listing page leads to, and which addresses are the same page."""
