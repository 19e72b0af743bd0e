"""How articles hang together: the same text (copies, versions) and the same event (stories).

tokens  ->  shingles (which texts share wording)  ->  copies (groups, leading text, relations)
tokens  ->  vectors (which texts share names, numbers, words)  ->  linkage (stories)
"""
