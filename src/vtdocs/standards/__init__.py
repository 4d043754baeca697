"""The law and the custom of administrative papers as tables of data; nothing here knows of Word."""
