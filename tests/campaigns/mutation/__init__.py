"""Small wrongs, planted one at a time in what must not be wrong: does a test say so?"""
