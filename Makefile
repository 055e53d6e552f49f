.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
GOLD ?= corpus/samples/gold
PAGES ?= corpus/samples/site
ARTICLES ?= 1000000
DATA ?= $(CURDIR)/data
CONTACT ?= mailto:you@example.org

.PHONY: help demo test test-all crash check eval bench bench-rules bench-crawl bench-spliced bench-warehouse cron docs lock clean

help: ## Say what each target does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 18

$(INSTALLED): requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the locked packages into .venv (once; a few minutes) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(INSTALLED) ## Crawl a sample site on this machine, twice, and show what came of it
	@$(BIN)/python -m pipeline.demo

test: check ## Run every check and the test suite (no network, some four minutes)
	@$(BIN)/python -m pytest

test-all: check ## The same and the slow tests: some eight minutes
	@$(BIN)/python -m pytest -m "slow or not slow"

crash: $(INSTALLED) ## Kill nightly runs 500 times at random instants and compare the end (an hour)
	@THIDUA_KILLS=500 $(BIN)/python -m pytest -n 0 tests/pipeline/nightly/test_kills.py

check: $(INSTALLED) ## ruff, mypy and the import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache | tail -n 3

eval: $(INSTALLED) ## Score against gold facts: make eval GOLD=DIR
	@$(BIN)/thidua evaluate $(GOLD)

bench: $(INSTALLED) ## Time each stage per page: make bench PAGES=DIR
	@$(BIN)/python -m pipeline.bench $(PAGES)

bench-rules: $(INSTALLED) ## Time every extraction rule on its worst case
	@$(BIN)/python -m pipeline.bench.rules

bench-crawl: $(INSTALLED) ## Time the crawl and a night with nothing new, on a local farm
	@$(BIN)/python -m pipeline.bench_crawl

bench-spliced: $(INSTALLED) ## Read articles, pages and documents that nobody wrote, for a minute
	@$(BIN)/python -m pipeline.bench.spliced

bench-warehouse: $(INSTALLED) ## Time a synthetic warehouse: make bench-warehouse ARTICLES=1000000
	@$(BIN)/python -m pipeline.bench_warehouse --articles $(ARTICLES)

cron: $(INSTALLED) ## Print the crontab line: make cron DATA=DIR CONTACT=mailto:...
	@mkdir -p "$(abspath $(DATA))"
	@echo '15 1 * * * "$(CURDIR)/$(BIN)/thidua" nightly --data-dir "$(abspath $(DATA))" --contact "$(CONTACT)" >> "$(abspath $(DATA))/nightly.log" 2>&1'

docs: $(INSTALLED) ## Write docs/schema.md and the answers in docs/cookbook.md anew
	@$(BIN)/thidua schema > docs/schema.md.new && mv docs/schema.md.new docs/schema.md
	@$(BIN)/python -m pipeline.warehouse.cookbook

lock: ## Pin the dependencies anew (needs uv)
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--extra dev pyproject.toml --output-file requirements.lock

clean: ## Remove the environment, the caches and what the demo made
	@rm -rf .venv build .mypy_cache .ruff_cache .import_linter_cache .pytest_cache .hypothesis *.egg-info
