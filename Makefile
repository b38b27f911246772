# Everything is installed into .venv, with Python 3.11 or later and make alone.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

.PHONY: help demo test bench lint format clean

help:  ## what can be made
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /  make \1\t/'

demo: .venv/ready  ## read the example, trace a data set through it, draw the picture
	$(BIN)/flowgraph demo --output demo

test: .venv/ready-for-work  ## run the tests
	$(BIN)/pytest

bench: .venv/ready-for-work  ## measure the speed, each figure as a ratio in one run
	@set -e; for one in $$(grep -l '__main__' benchmarks/*.py); do echo "== $$one"; $(BIN)/python "$$one"; done

lint: .venv/ready-for-work  ## style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict

format: .venv/ready-for-work  ## put the style right
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:  ## forget what was installed and made
	rm -rf .venv demo dist build artefacts

.venv/made:
	@test -n "$(PYTHON)" || { echo "There is no Python: install Python 3.11 or later."; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$(PYTHON) is too old: install Python 3.11 or later, or say make PYTHON=/path/to/python3.11 demo"; exit 2; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/ready: .venv/made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/ready-for-work: .venv/made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,store]'
	@touch $@ .venv/ready
