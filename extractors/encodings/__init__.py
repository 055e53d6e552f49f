"""Vietnamese encodings from before Unicode: recognised by font names and letters, converted whole or not at all."""
