-- In a new file every article that counts is to be counted.
CREATE TEMP VIEW recounted AS FROM counted_articles;
