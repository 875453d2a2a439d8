"""
What people write in place of our words: everyday words, misspellings, names of countries and of
languages.

Nothing here knows the model: a record class or a codelist is named by a text. What a word means in
a record or in a list is decided where these are known.
"""
