# make report   the year's goal report: printed, and written under reports/
# make serve    the pages in a browser: http://127.0.0.1:8080, with accounts to try
# make test     every test
# make test-renderings   opens the Excel, Word and PDF files with the programs of their readers
# make test-browser      opens every page in Chromium: accessible, narrow, dark, on paper
# make test-web          walks the pages of the server as each of their users does
# make test-long         the attacks on disclosure control over 10 000 random sets, and imports that are ended at
#                        every call that writes
# All install what is missing and build first.

YEAR ?=
LANGUAGE ?= sv
WORKSPACE ?= datasets

# On Linux the Swift libraries go into the program, which starts in a third of the time.
ifeq ($(shell uname),Linux)
# Nobody debugs what this builds: without what a debugger reads it is built an eighth sooner and has a third of the
# size. To profile it: make build LEAN=
LEAN ?= -debug-info-format none -Xlinker -s
# Nothing is loaded into the program that would look for its names; and what has to be set when it starts is a list
# of 2 MB, or of some kB where the C library reads the short form (glibc from 2.36).
LINKING := -Xswiftc -use-ld=lld -Xlinker --no-export-dynamic \
  $(if $(shell getconf GNU_LIBC_VERSION 2>/dev/null | awk '$$2 >= 2.36'),-Xlinker -z -Xlinker pack-relative-relocs)
RELEASE := -c release --static-swift-stdlib $(LEAN) $(LINKING)
else
RELEASE := -c release
endif

BIN = $(shell swift build $(RELEASE) --show-bin-path)
NYCKELTAL = $(BIN)/nyckeltal

.PHONY: report reports notebooks serve test test-renderings test-browser test-web test-long check build \
  build-web setup \
  benchmark clean

report: build
	@$(NYCKELTAL) report --workspace $(WORKSPACE) --language $(LANGUAGE) \
	  $(if $(YEAR),--year $(YEAR)) --output reports
	@echo "Everything as text and CSV: reports/"

# The recorded reports of all years; a test and scripts/check compare with them.
reports: build
	@scripts/setup --reports
	@rm -rf reports/2012 reports/2016 reports/2023 reports/2025 reports/en
	@for year in 2012 2016 2023 2025; do \
	  $(NYCKELTAL) report --workspace datasets --year $$year --format text,csv,html,markdown \
	    --output reports >/dev/null || exit; done
	@$(NYCKELTAL) report --workspace datasets --year 2023 --language en \
	  --format text,csv,html,markdown --output reports/en >/dev/null

# The notebooks of notebooks-md/: what is no longer fresh is run.
notebooks: build
	@$(NYCKELTAL) notebook run notebooks-md/*.md

# The shipped workspace for whoever wants to look: it stays as it is.
PORT ?= 8080
serve: build build-web
	@$(NYCKELTAL) serve --workspace datasets --port $(PORT) --demonstration

# Recorded reports and notebooks are compared too; where hyphenation cannot be had, their tests say so.
test:
	@scripts/setup --reports || scripts/setup
	swift test --parallel

# What openpyxl, LibreOffice, python-docx and pypdf say of the files that reports are written as.
test-renderings:
	@scripts/setup --renderings
	@swift build --product nyckeltal
	@Tests/Renderings/check

# Pages as readers meet them. NYCKELTAL names another program than the release build.
test-browser:
	@scripts/setup --browser
	@$(if $(filter command line environment,$(origin NYCKELTAL)),,$(MAKE) build)
	.build/browser/bin/python Tests/Browser/check $(NYCKELTAL)

# The pages as each of their users walks through them. NYCKELTAL_WEB names another program than the release build.
test-web:
	@scripts/setup --browser
	@$(if $(filter command line environment,$(origin NYCKELTAL_WEB)),,$(MAKE) build-web)
	.build/browser/bin/python Tests/Browser/web $(or $(NYCKELTAL_WEB),$(BIN)/nyckeltal-web)

test-long: setup
	DISCLOSURE_SETS=10000 swift test --filter DisclosureTests
	IMPORT_FAULTS=all swift test --filter FaultTests

check: setup
	scripts/check

build: setup
	@swift build $(RELEASE) --product nyckeltal

build-web: setup
	@swift build $(RELEASE) --product nyckeltal-web

setup:
	@scripts/setup

benchmark: build
	Benchmarks/startup $(NYCKELTAL)
	Benchmarks/statistics
	Benchmarks/engine/run --binary $(NYCKELTAL)

clean:
	swift package clean
