"""What the figures were taken with: the machine in general words, and the versions of all that took part."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distributions, version

from .contenders import Peers

__all__ = ["describe_machine", "list_versions"]

_HERE = ("docxtpl", "python-docx", "Jinja2", "lxml", "isal", "zlib-ng")
_APART = ("docxtpl-ng", "python-docx-ng")
_NODE = ("docxtemplater", "pizzip", "carbone")


def describe_machine() -> str:
    """Name the system, Python and the number of cores: no host, no model, no path."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    python = ".".join(platform.python_version_tuple()[:2])
    zlib_version = ".".join(zlib.ZLIB_RUNTIME_VERSION.split(".")[:3])
    return f"{platform.system()}, Python {python}, zlib {zlib_version}, {cores} core{'s' * (cores > 1)}"


def list_versions(peers: Peers) -> list[str]:
    """List the peers that are there, with their versions."""
    return [f"{name} {found}" for name, found in _versions(peers)]


def _versions(peers: Peers) -> Iterator[tuple[str, str]]:
    for name in _HERE:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            continue
    apart = {found.name: found.version for found in distributions(path=[str(peers.docxtpl_ng)])}
    for name in _APART:
        if name in apart:
            yield name, apart[name]
    if node := shutil.which("node"):
        told = subprocess.run((node, "--version"), capture_output=True, encoding="utf-8", check=False)
        yield "Node", told.stdout.strip().removeprefix("v")
        for name in _NODE:
            package = peers.node_modules / name / "package.json"
            if package.is_file():
                yield name, json.loads(package.read_text(encoding="utf-8"))["version"]
