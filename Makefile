# Two commands do everything on a fresh machine:
#   make crawl   set up, crawl the bundled sample archive offline into out/, say what was found
#   make test    set up, then lint, types and the whole test suite
# Another Python: make test PYTHON=python3.12

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
OUT    ?= out
JOBS   ?= 2

.DEFAULT_GOAL := help
.PHONY: help crawl test lint bench figures docs clean

help:
	@sed -n 's/^#   make/make/p' Makefile
	@echo 'make lint    style and types alone'
	@echo 'make bench   quality and speed against other extractors, the crawl, copies'
	@echo 'make figures the same, and into docs/quality.md and docs/performance.md'
	@echo 'make docs    write the generated parts of the docs anew'
	@echo 'make clean   remove the virtual environment, out/ and caches'

crawl: $(VENV)/.installed
	$(BIN)/ogpnews crawl --catalogue data/sample/catalogue --replay data/sample/sample.warc.gz -o $(OUT)

test: lint
	$(BIN)/python -m pytest -n $(JOBS)

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# Quality needs annotated pages beside the checkout; speed does with the bundled sample.
bench: $(VENV)/.installed-bench
	-$(BIN)/python benchmarks/quality.py
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/crawl.py
	$(BIN)/python benchmarks/verify.py
	$(BIN)/python benchmarks/copies.py --articles 10000

figures: $(VENV)/.installed-bench
	$(BIN)/python benchmarks/quality.py --write
	$(BIN)/python benchmarks/speed.py --write
	$(BIN)/python benchmarks/crawl.py --write
	$(BIN)/python benchmarks/verify.py --write
	$(BIN)/python benchmarks/copies.py --write

docs: $(VENV)/.installed
	$(BIN)/python tools/docs.py

clean:
	rm -rf $(VENV) $(OUT) dist build .mypy_cache .pytest_cache .ruff_cache
	find ogpnews tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamp files: what is done stays done until pyproject.toml changes.
# pip is upgraded first, because the pip of some Pythons cannot resolve modern metadata.
$(VENV)/.made:
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
	  echo 'make: no $(PYTHON) on this machine; install Python 3.11 or later, or name one: make PYTHON=python3.12' >&2; \
	  exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "make: ogpnews needs Python 3.11 or later and $(PYTHON) is $$($(PYTHON) -V 2>&1); name another: make PYTHON=python3.12" >&2; \
	  exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo 'make: $(PYTHON) cannot make virtual environments; on Debian and Ubuntu: apt-get install python3-venv' >&2; \
	  exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[tables,explore]'
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-bench: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	@touch $@ $(VENV)/.installed
