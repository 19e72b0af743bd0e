"""The search index: shown sentences and headlines by word, in files that a browser asks for.

`words` takes text apart, `corpus` gathers what may be found, `index` writes it down. The script
(`theme/assets/search-engine.js`) reads it; docs/design.md, Search, describes the files.
"""
