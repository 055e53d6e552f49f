"""Fetches what is new on the declared sources, politely and safely, into the archive and the ledger."""
