# Everything starts here: `make demo` shows Kinfold at work, `make test` shows that it is right.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PORT ?= 8000
PYTHON ?= python3
TESTS ?=
TIMES ?= 1 10 100
export PYTHON
# What Python compiled is kept beside the source, so that no start compiles it again.
unexport PYTHONDONTWRITEBYTECODE

# Stamps stand beside what they vouch for, so that removing the one removes the other.
INSTALLED := .venv/.kinfold-installed
ASSETS := node_modules/.kinfold-assets
STYLES := kinfold/web/core/static/govuk/govuk-frontend.min.css
STEP := scripts/step

.PHONY: help install system demo stop test check bench bench-large spark reference lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

system:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	    || { echo "Kinfold needs Python 3.11 or newer as $(PYTHON). On Debian 12: apt-get install python3; or: make PYTHON=/path/to/python3" >&2; exit 1; }
	@scripts/need python node postgresql pango fonts

install: system $(INSTALLED) $(ASSETS) ## .venv and the assets; does nothing where nothing has changed

.venv/bin/python:
	@$(STEP) "Making .venv" "$(PYTHON)" -m venv --clear .venv

# A start that was cut short can leave a .venv without pip; it is made again.
.venv/bin/uv: | .venv/bin/python
	@.venv/bin/python -m pip --version >/dev/null 2>&1 || $(STEP) "Making .venv again" "$(PYTHON)" -m venv --clear .venv
	@$(STEP) "Installing the installer" .venv/bin/python -m pip install --quiet --disable-pip-version-check \
	    --require-hashes -r requirements/installer.lock

$(INSTALLED): requirements/installer.lock requirements/dev.lock pyproject.toml | .venv/bin/uv
	@$(STEP) "Installing Python packages, each by its hash" .venv/bin/uv pip sync --quiet --python .venv/bin/python \
	    --require-hashes requirements/installer.lock requirements/dev.lock
	@$(STEP) "Installing kinfold" .venv/bin/uv pip install --quiet --python .venv/bin/python \
	    --no-deps --no-build-isolation --editable .
	@touch $@

$(STYLES): ;
$(ASSETS): package-lock.json kinfold/web/core/assets.py $(if $(wildcard $(STYLES)),,force)
	@$(STEP) "Installing the GOV.UK Design System" npm ci --silent
	@$(STEP) "Copying its assets, without what is licensed for gov.uk" .venv/bin/python -m kinfold.web.core.assets
	@touch $@

.PHONY: force
force:

demo: install ## everything from nothing to a running partnership: make demo PORT=8000
	@.venv/bin/kinfold demo start --port $(PORT)

stop: ## stop what `make demo` started; nothing is lost
	@if [ -x .venv/bin/kinfold ]; then .venv/bin/kinfold demo stop; fi

test: install ## everything from nothing to the whole suite passed: make test TESTS=tests/practice
	@scripts/need chromium
	@.venv/bin/kinfold database start
	@.venv/bin/python -m pytest --numprocesses auto --dist loadfile $(TESTS)

check: install ## style, types, imports, templates, tests about the code, known faults in what we use
	@$(STEP) "ruff check" .venv/bin/ruff check
	@$(STEP) "ruff format" .venv/bin/ruff format --check
	@.venv/bin/kinfold database start
	@$(STEP) "mypy" .venv/bin/mypy
	@$(STEP) "import contracts" .venv/bin/lint-imports
	@$(STEP) "djlint" .venv/bin/djlint --lint kinfold
	@$(STEP) "tests about the code" .venv/bin/python -m pytest --quiet tests/repository
	@scripts/audit

bench: install ## one JSON line for each budget: make bench ONLY=city
	@.venv/bin/python -m bench $(ONLY)

bench-large: install ## every indicator at 1, 10 and 100 times the city: make bench-large TIMES=10
	@KINFOLD_BENCH_TIMES="$(TIMES)" .venv/bin/python -m bench --large $(ONLY)

spark: install ## the second engine, for datasets of many cities; needs Java 17
	@$(STEP) "Installing Spark" .venv/bin/uv pip install --quiet --python .venv/bin/python --require-hashes -r requirements/spark.lock

reference: install ## write the pages of the manual that come from the code
	@.venv/bin/python -m kinfold.practice.reference docs/reference
	@.venv/bin/python -m kinfold.dataset.dictionary
	@.venv/bin/python scripts/commands-table
	@.venv/bin/python -m kinfold.web.access.reference docs/reference
	@.venv/bin/python -m kinfold.web.mash.deliveries.reference docs/reference
	@.venv/bin/python -m kinfold.web.changes.reference docs/reference
	@.venv/bin/python -m kinfold.web.core.reference docs/reference
	@.venv/bin/python -m kinfold.indicators.reference docs/reference/indicators
	@.venv/bin/python -m tests.spec.manual docs/reference/indicators

lock: $(INSTALLED) ## resolve the dependencies anew; the locks name no host
	@COMPILE=".venv/bin/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --upgrade"; \
	$$COMPILE requirements/installer.in -o requirements/installer.lock; \
	$$COMPILE pyproject.toml -o requirements/app.lock; \
	$$COMPILE pyproject.toml --group dev -o requirements/dev.lock; \
	$$COMPILE pyproject.toml --extra spark --constraint requirements/dev.lock -o requirements/spark.lock

clean: stop ## remove what set-up made; the database stays where it is
	@rm -rf .venv node_modules kinfold/web/core/static/govuk *.egg-info .mypy_cache .ruff_cache .pytest_cache
