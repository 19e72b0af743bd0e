# A newcomer needs two commands: `make site` and `make test`. Everything lands in .venv, which can be deleted.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: site test serve evaluate bench lighthouse clean

site: .venv/site.ready ## build the sample digest into site/
	$(BIN)/digest build

test: .venv/test.ready ## lint, type-check, and run every test
	tools/browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n 2 --dist loadfile

serve: .venv/site.ready ## serve the site, live
	$(BIN)/digest serve

evaluate: .venv/test.ready ## print every quality figure and write docs/evaluation.md
	$(BIN)/python benchmarks/evaluate.py

bench: .venv/test.ready ## print time and memory of every stage
	$(BIN)/python benchmarks/build.py

lighthouse: .venv/site.ready ## print Lighthouse's scores of the built site (needs node, npm, Chromium)
	tools/browser
	$(BIN)/python benchmarks/lighthouse.py

clean: ## remove everything that was generated
	-$(BIN)/digest clean
	rm -rf .venv

.venv/site.ready: requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "digest needs Python 3.11 or newer: make site PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/test.ready: .venv/site.ready requirements-test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -r requirements-test.txt
	touch $@
