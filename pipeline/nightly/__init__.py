"""The nightly run: what is new on the sources is found, kept, read, published and reported."""
