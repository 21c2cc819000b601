# Two commands matter: `make run` and `make test`. Both install what is missing first and say so.

BINARY := .build/release/opportune
SOURCES := Package.swift Sources Tests

.PHONY: run test build lint bench screenshots setup

## The demo town in the dashboard; without a terminal, its overview as text.
run: build
	@$(BINARY) --demo

## Every test: style, the rooms, and the program in real terminals.
test: setup lint build
	OPPORTUNE_BINARY=$(CURDIR)/$(BINARY) swift test

build:
	@scripts/setup build
	swift build -c release --product opportune

lint:
	swift format lint --strict --parallel --recursive $(SOURCES)

## What DESIGN promises and what this machine measures. The first run makes its demo towns, which takes some minutes.
bench: build
	swift build -c release --product bench
	.build/release/bench

## Pictures of every screen in a real terminal.
screenshots: build
	@scripts/setup pictures
	scripts/screenshots $(BINARY) screenshots

setup:
	@scripts/setup build test
