"""What every test shares: the judges' marks and their summary, hypothesis settings, rendered pages."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

pytest.register_assert_rewrite("tests.judges", "tests.rendered", "tests.wellformed", "tests.docx_xml")

from tests import judges  # noqa: E402 - after the rewrite is asked for
from tests.rendered import Renderer  # noqa: E402

# Tests give the same verdict on every run and on a busy machine; HYPOTHESIS_PROFILE=explore looks further.
settings.register_profile("steady", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("explore", deadline=None, print_blob=True, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.hookimpl(tryfirst=True)  # before a fixture calls the judge that is not there
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose judge is not installed; fail it where judges are required or the name is unknown."""
    for mark in item.iter_markers("judge"):
        unknown = [name for name in mark.args if name not in judges.JUDGES]
        if unknown or not mark.args:
            known = ", ".join(judges.JUDGES)
            pytest.fail(f"mark judge{mark.args!r}: the judges are {known}", pytrace=False)
        for judge in judges.missing(mark.args):
            if judges.required():
                pytest.fail(f"{judge.what} is missing and {judges.REQUIRE_VARIABLE} is set", pytrace=False)
            pytest.skip(f"{judge.what} is not installed (make judges)")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which judges sat; under xdist only the controller has a terminal, so it is said once."""
    terminalreporter.section("judges")
    for judge in judges.JUDGES.values():
        if judge.present:
            terminalreporter.line(f"{judge.name:12} {judge.what} {judge.version()}")
    absent = [judge.what for judge in judges.JUDGES.values() if not judge.present]
    if absent:
        terminalreporter.line(f"judges missing: {', '.join(absent)}; `make judges` installs them on Debian")
    else:
        terminalreporter.line("no judge missing")


@pytest.fixture(scope="session")
def render(tmp_path_factory: pytest.TempPathFactory) -> Renderer:
    """LibreOffice's pages of a .docx; one content is converted once a session (under xdist: a worker)."""
    return Renderer(tmp_path_factory.mktemp("rendered"))
