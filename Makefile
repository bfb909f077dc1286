# Every task of the project, the same on a desk and in CI. `make` alone lists them.
PYTHON_BIN := .venv/bin/python
COVERED := model store signoff verification
COMPILE := .venv/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-header --no-annotate --no-emit-index-url $(UPGRADE)

.DEFAULT_GOAL := help
.PHONY: help setup run demo check format lint types imports architecture freshness coverage test golden \
	translations bench bench-detection package lock clean

help:  ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 22

setup:  ## .venv with every locked package
	@sh packaging/setup.sh core

run:  ## open the window on the samples
	@sh packaging/setup.sh window
	@$(PYTHON_BIN) main.py --samples

demo: setup  ## the whole way on the samples, without a window
	@$(PYTHON_BIN) -m reviewer.cli demo --out build/demo

check: setup format lint types imports architecture freshness coverage  ## format, lint, types, imports, rules, coverage

format: setup
	@.venv/bin/ruff format --check --quiet . || { .venv/bin/ruff format --check .; exit 1; }

lint: setup
	@.venv/bin/ruff check --quiet .

types: setup
	@.venv/bin/mypy

imports: setup
	@.venv/bin/lint-imports --no-logo

architecture: setup
	@$(PYTHON_BIN) -m pytest -q tests/architecture

freshness:
	@sh packaging/setup.sh tests
	@$(PYTHON_BIN) packaging/translations.py --check

# Off screen for safety: these four packages never open a window.
coverage: setup
	@$(PYTHON_BIN) -m pytest -q $(COVERED:%=tests/%) $(COVERED:%=--cov=reviewer/%) \
		--cov-report=term-missing:skip-covered --cov-fail-under=100

test:  ## the whole suite, off screen
	@sh packaging/setup.sh tests
	@QT_QPA_PLATFORM=offscreen $(PYTHON_BIN) -m pytest -q

golden: setup  ## renew the golden files; then read the difference
	@QT_QPA_PLATFORM=offscreen $(PYTHON_BIN) -m pytest -q -m golden --renew-golden
	@git --no-pager diff --stat -- tests

translations: setup  ## gather the window's texts and build the translations
	@$(PYTHON_BIN) packaging/translations.py

bench: setup  ## what documents cost, from 10 to 1,000 pages, and beside other tools; writes docs/bench.md
	@$(PYTHON_BIN) packaging/bench.py
	@$(PYTHON_BIN) packaging/bench_docx.py
	@$(PYTHON_BIN) packaging/bench_peers.py
	@$(PYTHON_BIN) packaging/bench_pdf.py
	@$(PYTHON_BIN) packaging/bench_report.py

# ECHR=, EWT= and PUBLISHED= name git clones or folders of the public sets; docs/detection.md says which they are.
bench-detection: setup  ## what detection finds, misses and costs, beside presidio-analyzer; writes docs/detection.md
	@$(PYTHON_BIN) packaging/bench_detection.py
	@$(PYTHON_BIN) packaging/bench_detection_all.py $(foreach path,$(ECHR),--echr $(path)) $(foreach path,$(EWT),--ewt $(path)) \
		$(foreach path,$(PUBLISHED),--published $(path))
	@$(PYTHON_BIN) packaging/bench_detection_report.py

package:  ## a program that needs no Python, in dist/
	@sh packaging/setup.sh package
	@.venv/bin/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build/pyinstaller packaging/parvis.spec

# A name already locked keeps its version; `make lock UPGRADE=--upgrade` takes the newest.
lock: setup  ## write requirements/*.txt again from pyproject.toml
	@$(COMPILE) pyproject.toml -o requirements/runtime.txt
	@$(COMPILE) pyproject.toml --group dev -c requirements/runtime.txt -o requirements/dev.txt
	@$(COMPILE) --group build -c requirements/dev.txt -o requirements/build.txt
	@$(COMPILE) pyproject.toml --extra cluster -c requirements/dev.txt -o requirements/cluster.txt
	@$(COMPILE) pyproject.toml --extra package -c requirements/dev.txt -o requirements/package.txt
	@! grep -nE '^-|://' requirements/*.txt

clean:  ## remove what was built, not .venv
	@rm -rf build dist *.egg-info .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache htmlcov
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
