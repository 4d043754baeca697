"""PDF from Word files by LibreOffice, where it is installed.

LibreOffice stamps the time and a random id into each PDF; both are blanked here, without moving a byte, so that the
same document gives the same PDF on the same machine. A comment line at the end carries a digest, as a Word file does
in its properties: a PDF that was signed or edited since can be told from one that may be written anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from vtdocs.diagnostics import Location
from vtdocs.errors import ConvertError
from vtdocs.patterns import compile_late

__all__ = ["convert_to_pdf", "find_libreoffice", "is_untouched_pdf"]

# A first start makes a profile and may look through hundreds of fonts; a page takes well below a second.
_FIRST_SECONDS, _SECONDS_A_FILE, _MOST_SECONDS = 90, 30, 900
# Content controls would become form fields that some viewers colour.
_FILTERS = ('pdf:writer_pdf_Export:{"ExportFormFields":{"type":"boolean","value":"false"}}', "pdf")
_TIME_OR_ID = compile_late(
    rb"/(?:CreationDate|ModDate)\s*\(D:[^)]{0,40}\)|/ID\s*\[\s*<[0-9A-Fa-f]*>\s*<[0-9A-Fa-f]*>\s*\]|/DocChecksum\s*/[0-9A-Fa-f]+"
)
_DIGEST = compile_late(rb"%vtdocs sha256 ([0-9a-f]{64})\n\Z")


def find_libreoffice() -> str | None:
    """Give the path of LibreOffice's program, or `None` where there is none."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    places = {
        "darwin": [Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")],
        "win32": [
            Path(os.environ.get(variable, "")) / "LibreOffice" / "program" / "soffice.exe"
            for variable in ("ProgramFiles", "ProgramFiles(x86)")
        ],
    }
    return next((str(place) for place in places.get(sys.platform, []) if place.is_file()), None)


def convert_to_pdf(documents: Sequence[bytes], names: Sequence[str]) -> list[bytes]:
    """Turn Word files into PDF files, in one run of LibreOffice.

    `names` are what faults call them. Raises ConvertError where LibreOffice is missing or makes no PDF of one.
    """
    program = find_libreoffice()
    if program is None:
        raise ConvertError.one(
            "VT-505",
            "chưa có LibreOffice nên chưa xuất được PDF",
            hint="chạy “vtdocs doctor” để xem lệnh cài đặt, hoặc bỏ --pdf rồi xuất PDF từ Word",
        )
    with tempfile.TemporaryDirectory(prefix="vtdocs-") as folder:
        work = Path(folder)
        sources = []
        for number, data in enumerate(documents):
            sources.append(work / f"{number}.docx")
            sources[-1].write_bytes(data)
        told = ""
        for filter_name in _FILTERS:
            # Releases before 7.4 take no options in this form; they export no form fields either.
            ended, told = _run(program, filter_name, sources, work)
            if not ended or all(source.with_suffix(".pdf").is_file() for source in sources):
                break
        results = []
        for source, name in zip(sources, names, strict=True):
            made = source.with_suffix(".pdf")
            if not made.is_file():
                raise ConvertError.one(
                    "VT-506",
                    f"LibreOffice không tạo được PDF{': ' + told if told else ''}",
                    location=Location(name),
                    hint="mở thử tệp Word bằng LibreOffice; bỏ --pdf nếu chỉ cần tệp Word",
                )
            results.append(_sealed(made.read_bytes()))
        return results


def _run(program: str, filter_name: str, sources: Sequence[Path], work: Path) -> tuple[bool, str]:
    """Run it once; gives whether it came to its end, and its last words.

    It exits with 0 on failure too, so the caller looks for the files.
    """
    command = [
        program,
        f"-env:UserInstallation={(work / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        filter_name,
        "--outdir",
        str(work),
        *map(str, sources),
    ]
    seconds = min(_FIRST_SECONDS + _SECONDS_A_FILE * len(sources), _MOST_SECONDS)
    try:
        # A group of its own: the program found is a script, and what works is its grandchild.
        process = subprocess.Popen(  # noqa: S603 - the program was found by us, the files are ours
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as error:
        return False, str(error.strerror or error)
    with process:
        try:
            _, said = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            return False, f"quá thời gian chờ ({seconds} giây)"
        except BaseException:
            # In its own group it does not hear the user's Ctrl+C.
            _end(process)
            raise
    lines = said.decode(errors="replace").strip().splitlines()
    return True, lines[-1] if lines else ""


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process with all that it started."""
    if sys.platform == "win32":
        command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        with contextlib.suppress(OSError):
            subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _sealed(pdf: bytes) -> bytes:
    """Blank the time and the id, and put the digest behind the end of the file, where readers look for nothing."""
    pdf = _TIME_OR_ID.sub(lambda found: b" " * len(found[0]), pdf)
    if not pdf.endswith(b"\n"):
        pdf += b"\n"
    return pdf + f"%vtdocs sha256 {hashlib.sha256(pdf).hexdigest()}\n".encode()


def is_untouched_pdf(data: bytes) -> bool:
    """Whether these are the bytes of a PDF that vtdocs made and nobody has changed or signed since."""
    found = _DIGEST.search(data[-128:])
    if found is None:
        return False
    body = data[: len(data) - len(found[0])]
    return hashlib.sha256(body).hexdigest() == found[1].decode()
