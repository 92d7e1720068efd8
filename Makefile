# 熟客 Regulars. Two commands are all a newcomer needs:
#
#   make run    builds the program and opens it on a made-up firm's data
#   make test   runs everything that the continuous integration runs
#
# Both install what the system lacks, saying what and why (.ci/setup). `make clean` takes away what they made.

TAGS   := gles
BINARY := out/bin/regulars
HEADLESS := out/bin/regulars-headless
DEMO   := out/demo/regulars.db
FUZZTIME ?= 3s

.PHONY: run window tour build headless test check unit fuzz smoke bench screenshots clean setup-run setup-test

run:
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(MAKE) --no-print-directory window; else \
	  echo "No display here, so no window: doing the main job without one (cards in, labels, envelopes and invitations out)."; \
	  $(MAKE) --no-print-directory tour; fi

window: setup-run build
	@[ -e $(DEMO) ] || $(BINARY) --data $(DEMO) demo
	$(BINARY) --data $(DEMO)

tour: headless
	$(HEADLESS) tour --force out

build:
	go build -tags $(TAGS) -o $(BINARY) .

# The command line alone: no C compiler, no display libraries.
headless:
	@.ci/setup
	CGO_ENABLED=0 go build -trimpath -tags headless -o $(HEADLESS) .

test: setup-test check unit fuzz smoke

check:
	@unformatted=$$(gofmt -l main.go assets importer reports store ui); if [ -n "$$unformatted" ]; then echo "not gofmt-ed: $$unformatted"; exit 1; fi
	go vet -tags $(TAGS) ./...
	CGO_ENABLED=0 go vet -tags headless . ./ui/cli/... ./store/... ./importer/... ./reports/...
	go tool staticcheck -tags $(TAGS) ./...

unit:
	go test -race -tags $(TAGS) -timeout 20m ./...

fuzz:
	.ci/fuzz $(FUZZTIME)

smoke: build
	.ci/smoke $(BINARY)

# Pictures of every screen, in both languages and looks, from the real window.
screenshots: setup-test build
	.ci/screenshots $(BINARY) out/screenshots 1280x800 1920x1080 1680x1050@1.75

bench:
	go test -run '^$$' -bench . -benchmem ./store/... ./importer/... ./reports/...

setup-run:
	@.ci/setup window

setup-test:
	@.ci/setup window test

clean:
	rm -rf out
