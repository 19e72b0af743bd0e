"""A briefing from raw news articles, every sentence verbatim and traceable.

articles/ --readers--> RawArticle --documents--> Document --lines--> Labelled --clean--> Cleaned
--describe--> Article --duplicates--> Story --select--> Brief --views, render--> Page --writer-->
site_src/*.md --MkDocs--> site/

`digest.pipeline` draws it in code; `digest.models` holds the types, in the order they flow.
"""

__version__ = "0.1.0"
