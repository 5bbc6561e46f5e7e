# Everything that people and machines do with this source tree. `make` alone tells what there is.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup setup-test setup-crash setup-bench build demo test walk inject names crash mutate fuzz tsan asan bench-wire \
	bench-journal lint hooks clean install

PREFIX ?= /usr/local
KILLS ?= 10000
CUTS ?= 100
DEEDS ?= 1000
TIME ?= 600
ORDERS ?= 1000000
DESTDIR ?=
RELEASE := .build/release
# With the standard library inside: it starts in half the time, and a till needs no Swift.
BUILD := swift build -c release --static-swift-stdlib
# What must hold on any thread and in any memory.
ENGINE := PayEngineTests|PersistenceTests
# Debian's own, for which its python3-requests is installed.
PYTHON := /usr/bin/python3
# A million crashes need optimised code, beside what `make build` leaves in place.
WALK := swift build -c release --product journal-walk --scratch-path .build-walk

help: ## Tell what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Install the Debian packages that building needs, where they are missing
	@scripts/setup.sh

setup-test: ## Install what the tests need as well
	@scripts/setup.sh test

setup-crash: ## Install what `make crash` needs as well
	@scripts/setup.sh crash

setup-bench: ## Install what the benches need as well
	@scripts/setup.sh bench

build: setup ## Build postui and cpay-sandbox for use
	$(BUILD) --product postui
	$(BUILD) --product cpay-sandbox

demo: build ## Build, then open a till on a made-up gateway: no account, no money
	@$(RELEASE)/postui demo

test: setup-test ## Run every test
	swift build --build-tests
	@scripts/test.sh
	@$(MAKE) --no-print-directory walk inject

inject: setup-test ## Let each system call of a freeze fail in turn, under strace
	swift build --product postui
	swift build --product cpay-sandbox
	swift build --product till-load
	@python3 scripts/chaos/inject.py

names: setup-test ## Move, delete, replace and cut the journal's files beside freezes (DEEDS, at most TIME seconds)
	swift build --product postui
	swift build --product cpay-sandbox
	@python3 scripts/chaos/names.py $(DEEDS) $$(date +%s) $(TIME)

crash: setup-crash ## Kill a till 10,000 times under load, cut its disk off, let it lie (KILLS and CUTS say how often)
	swift build --product postui
	swift build --product cpay-sandbox
	swift build --product till-load
	@python3 scripts/chaos/crash.py $(KILLS) $(CUTS)

mutate: ## Break the sources in small ways and demand that the tests turn red
	@python3 scripts/chaos/mutate.py

fuzz: ## Let libFuzzer look for a journal, an answer or keys that its reader trips over (TIME in seconds, for each)
	@scripts/fuzz.sh $(TIME)

tsan: ## Run the engine's tests under the thread sanitizer
	TSAN_OPTIONS=suppressions=$(CURDIR)/scripts/tsan.supp \
	swift test --sanitize=thread --scratch-path .build-thread --no-parallel --filter '$(ENGINE)'

# XCTest itself leaks, so it stays out.
asan: ## Run the engine's tests under the address sanitizer
	LSAN_OPTIONS=suppressions=$(CURDIR)/scripts/asan.supp \
	swift test --disable-xctest --sanitize=address --scratch-path .build-address --no-parallel --filter '$(ENGINE)'

bench-wire: setup-bench ## Measure the way to the wire, beside Python with requests and curl
	$(BUILD) --product wire-bench
	$(BUILD) --product cpay-sandbox
	@$(PYTHON) Benchmarks/wire/bench.py

bench-journal: setup-bench ## Measure the journal against SQLite and against memchr (ORDERS says how many orders)
	swift build -c release --static-swift-stdlib --product journal-bench --scratch-path .build-bench
	cc -O2 -Wall -Werror -o .build-bench/sqlite-bench Benchmarks/journal/sqlite.c -lsqlite3
	@python3 Benchmarks/journal/bench.py $(ORDERS)

walk: ## Let journals on simulated disks crash a million times
	$(WALK)
	@.build-walk/release/journal-walk

lint: ## Check the source's form
	swift format lint --strict --recursive Sources Tools Benchmarks Tests scripts Package.swift

hooks: ## Format and lint before each commit (git config core.hooksPath)
	git config core.hooksPath scripts/hooks

install: ## Put what `make build` made under PREFIX (/usr/local)
	@test -x $(RELEASE)/postui -a -x $(RELEASE)/cpay-sandbox || { echo 'Nothing is built yet: make build' >&2; exit 1; }
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/postui/themes
	install -m 755 $(RELEASE)/postui $(RELEASE)/cpay-sandbox $(DESTDIR)$(PREFIX)/bin
	install -m 644 themes/*.toml $(DESTDIR)$(PREFIX)/share/postui/themes

clean: ## Take away all that was built
	rm -rf .build .build-*
