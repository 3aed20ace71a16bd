# `make` lists what there is. The work is done by the scripts in .ci/.
.DEFAULT_GOAL := help
.PHONY: help serve build test fmt lint unit e2e size bench clean
PORT ?= 8080

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

serve: build ## build the page and serve it on this machine (PORT=8080)
	@PORT=$(PORT) node .ci/serve.mjs --quiet

build: ## make the page, as it is published, in dist/
	@.ci/setup build
	@.ci/build

test: ## every check: format, lints, tests, release build, size, browser tests
	@.ci/setup test
	@.ci/gate

fmt: ## format the code
	@cargo fmt --all

lint: ## format check, clippy, documentation, dependencies
	@.ci/setup build
	@.ci/gate fmt clippy clippy-wasm doc deny

unit: ## the tests that need no browser
	@.ci/setup build
	@.ci/gate unit

e2e: ## release build and browser tests
	@.ci/setup test
	@.ci/gate build e2e

size: ## release build and what its first load weighs, file by file
	@.ci/setup test
	@.ci/gate build size

bench: ## measure opened lists against peers in the browser (SIZES="10000 100000"); minutes
	@.ci/setup test
	@.ci/bench $(SIZES)

clean: ## remove what was built
	@rm -rf target dist tests/e2e/out
