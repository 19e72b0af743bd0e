"""`digest fetch`: originals from the web into the folder of raw articles.

`plan` decides, `network` talks to one address, `session` behaves (redirects, robots, pauses),
`store` keeps, `run` puts them together. A build imports none of it.
"""
