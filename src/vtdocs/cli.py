"""The command line: each command is one call of the façade, and tells its result in Vietnamese.

Exit codes: 0 no error, 1 errors found, 2 input or usage that cannot be used, 3 a fault of vtdocs, 130 interrupted.
"""

from __future__ import annotations

import argparse
import atexit
import contextlib
import gc
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import __version__
from .kinds import STARTERS, kind_name
from .parsing import VietnameseParser

if TYPE_CHECKING:
    from .api import BuildReport, CheckRun
    from .console import Console
    from .diagnostics import Diagnostic

__all__ = ["main"]

EXIT_OK, EXIT_ERRORS, EXIT_UNUSABLE, EXIT_OURS, EXIT_INTERRUPTED = 0, 1, 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit code."""
    _speak_utf8()
    if arguments is None:
        _collect_seldom()
    options = make_parser().parse_args(arguments)
    # Not before: `vtdocs --version` and `--help` need neither.
    from .console import Console
    from .errors import VtdocsError

    console = Console()
    run: Callable[[argparse.Namespace, Console], int] = options.run
    try:
        return _flushed(run(options, console))
    except VtdocsError as error:
        console.diagnostics(error.diagnostics)
        return EXIT_UNUSABLE
    except KeyboardInterrupt:
        console.error("đã dừng theo yêu cầu; không có tệp nào dở dang")
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        _silence_output()  # whoever read our output has gone: nothing to say, and nobody to say it to
        return EXIT_OK
    except OSError as error:
        # What reads and writes files tells its own faults; this is the screen, or the folder we stand in.
        _silence_output()
        console.error(f"hệ thống báo lỗi: {error.strerror or type(error).__name__}; kiểm tra đĩa và thư mục hiện tại")
        return EXIT_UNUSABLE
    except Exception as error:
        if os.environ.get("VTDOCS_DEBUG"):
            raise
        console.error(
            f"vtdocs gặp lỗi bên trong ({type(error).__name__}); đây không phải lỗi của bạn. "
            "Chạy lại với biến môi trường VTDOCS_DEBUG=1 để lấy chi tiết rồi báo cho người phát triển."
        )
        return EXIT_OURS


def _collect_seldom() -> None:
    """Look for rings of dead objects seldom, and not at the end: this process lives for one command.

    Importing made 75 such searches, a twentieth of the time of a build, and Python's end went through everything again,
    another twentieth. Memory that is freed without a search, which is nearly all of ours, is freed as before.
    """
    gc.set_threshold(50_000)
    atexit.register(gc.freeze)


def _flushed(code: int) -> int:
    """Give the code once all output is out: what cannot be written is known here, and not after the end."""
    with _unheard():
        if sys.stdout is not None:
            sys.stdout.flush()
    return code


@contextlib.contextmanager
def _unheard() -> Iterator[None]:
    """Leave off telling where whoever read our output has gone; what was found is found, and the exit code says so."""
    try:
        yield
    except BrokenPipeError:
        _silence_output()


def _silence_output() -> None:
    """Send what is still to be written nowhere, or Python would complain of it once more at its end."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    """A Windows console may stand in another code page, and so may a pipe."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8", errors="replace")


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of the command and its subcommands."""
    parser = VietnameseParser(
        prog="vtdocs", description="Soạn văn bản hành chính đúng thể thức Nghị định 30/2020/NĐ-CP từ dữ liệu."
    )
    parser.add_argument("--version", action="version", version=f"vtdocs {__version__}", help="in phiên bản rồi thoát")
    commands = parser.add_subparsers(title="lệnh", metavar="LỆNH", required=True)

    build = commands.add_parser("build", help="soạn văn bản từ một tệp YAML hoặc cả thư mục của năm")
    build.add_argument("path", metavar="ĐƯỜNG_DẪN", type=_path, help="tệp .yaml, hoặc thư mục chứa các tệp .yaml")
    _add_out(build)
    build.add_argument("--pdf", action="store_true", help="xuất thêm bản PDF (cần LibreOffice)")
    build.add_argument(
        "--templates", metavar="THƯ_MỤC", type=_path, help="thư mục mẫu văn bản của bạn (xem vtdocs template)"
    )
    build.add_argument("--phat-hanh", action="store_true", help="soạn bản phát hành: bỏ các cột nội bộ (noi_bo)")
    build.add_argument("--dry-run", action="store_true", help="chỉ kiểm tra và cho biết sẽ tạo gì, không ghi tệp nào")
    build.add_argument("--force", action="store_true", help="ghi đè cả tệp đã được sửa bằng tay")
    _add_no_check(build)
    _add_nen(build)
    _add_profile(build)
    build.set_defaults(run=_run_build)

    check = commands.add_parser("check", help="kiểm tra thể thức của tệp Word bất kỳ theo Nghị định 30/2020/NĐ-CP")
    check.add_argument(
        "paths", metavar="TỆP", type=_path, nargs="+", help="tệp .docx, hoặc thư mục (mọi tệp Word trong đó)"
    )
    check.add_argument("--quy-dinh", metavar="TỆP", type=_path, help="quy định kiểm tra riêng của cơ quan, tệp .yaml")
    check.add_argument(
        "--co-quan", metavar="TỆP", type=_path, help="tệp cơ quan (mặc định: co-quan.yaml cùng thư mục, nếu có)"
    )
    check.add_argument("--strict", action="store_true", help="có cảnh báo cũng trả mã thoát 1")
    forms = check.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="in kết quả thành JSON")
    forms.add_argument("--sarif", action="store_true", help="in kết quả thành SARIF 2.1.0")
    check.add_argument("--html", metavar="TRANG", type=_path, help="ghi thêm kết quả thành một trang HTML")
    check.add_argument(
        "--annotate", metavar="BẢN_SAO", type=_path, help="ghi một bản sao của tệp, có ghi chú Word ở từng chỗ"
    )
    check.add_argument("--force", action="store_true", help="ghi đè cả bản sao, trang HTML đã được sửa bằng tay")
    check.set_defaults(run=_run_check)

    fix = commands.add_parser("fix", help="sửa thể thức của tệp Word thành một tệp mới, giữ nguyên lời văn")
    fix.add_argument("source", metavar="TỆP", type=_path, help="tệp .docx cần sửa; tệp này được giữ nguyên")
    fix.add_argument("-o", "--out", metavar="TỆP_MỚI", type=_path, help="tệp .docx đã sửa; với --dry-run thì không cần")
    fix.add_argument("--co-quan", metavar="TỆP", type=_path, help="tệp cơ quan, để nhận ra tên đơn vị và người ký")
    fix.add_argument("--dry-run", action="store_true", help="chỉ cho biết sẽ sửa gì, không ghi tệp nào")
    fix.add_argument("--force", action="store_true", help="ghi đè cả khi tệp mới đã có sẵn")
    fix.set_defaults(run=_run_fix)

    rules = commands.add_parser("rules", help="xem các quy tắc kiểm tra, hoặc một quy tắc")
    rules.add_argument("id", metavar="MÃ", nargs="?", help="mã quy tắc, ví dụ ND30-102 (mặc định: tất cả)")
    rules.set_defaults(run=_run_rules)

    fill = commands.add_parser("fill", help="điền dữ liệu vào một mẫu tự do: tệp Word có các thẻ {{ ten }}")
    fill.add_argument("template", metavar="MẪU", type=_path, help="tệp Word .docx có các thẻ {{ ten }}")
    fill.add_argument("data", metavar="DỮ_LIỆU", type=_path, help="tệp .yaml hoặc .json ghi các giá trị")
    fill.add_argument("-o", "--out", metavar="TỆP", type=_path, required=True, help="tệp .docx kết quả")
    fill.add_argument("--dry-run", action="store_true", help="chỉ kiểm tra và điền thử, không ghi tệp nào")
    fill.add_argument("--force", action="store_true", help="ghi đè cả tệp kết quả đã được sửa bằng tay")
    _add_nen(fill)
    _add_profile(fill)
    fill.set_defaults(run=_run_fill)

    demo = commands.add_parser("demo", help="soạn bộ ví dụ đi kèm: kế hoạch tuyên truyền và phụ lục")
    _add_out(demo)
    demo.set_defaults(run=_run_demo)

    new = commands.add_parser("new", help="tạo thư mục khởi đầu, có chú thích, soạn được ngay")
    new.add_argument(
        "kind", metavar="LOẠI", type=kind_name, choices=STARTERS, help=f"loại văn bản: {', '.join(STARTERS)}"
    )
    new.add_argument(
        "folder",
        metavar="THƯ_MỤC",
        type=_path,
        nargs="?",
        help="nơi tạo (mặc định: tên loại, ví dụ ke-hoach)",
    )
    new.set_defaults(run=_run_new)

    template = commands.add_parser("template", help="lấy mẫu văn bản gốc để sửa, kiểm tra mẫu")
    template.add_argument(
        "action", metavar="VIỆC", choices=("new", "check"), help="new: chép mẫu gốc vào thư mục; check: kiểm tra mẫu"
    )
    template.add_argument(
        "path", metavar="ĐƯỜNG_DẪN", type=_path, help="thư mục; khi check cũng có thể là một tệp .docx"
    )
    template.set_defaults(run=_run_template)

    schema = commands.add_parser(
        "schema", help="in JSON Schema của các tệp dữ liệu, cho trình soạn thảo gợi ý và kiểm tra"
    )
    schema.add_argument("kind", metavar="LOẠI", nargs="?", help="loại văn bản, hoặc co_quan (mặc định: tất cả)")
    schema.add_argument("-o", "--out", metavar="THƯ_MỤC", type=_path, help="ghi thành tệp vào thư mục này")
    schema.set_defaults(run=_run_schema)

    doctor = commands.add_parser("doctor", help="xem máy có gì, thiếu gì, và lệnh cài phần thiếu")
    doctor.set_defaults(run=_run_doctor)
    return parser


def _path(text: str) -> Path:
    """Read a path of the command line; an empty one, of a variable that is not set, would be the current folder."""
    if not text:
        raise argparse.ArgumentTypeError("đường dẫn còn để trống")
    return Path(text)


def _add_out(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o", "--out", metavar="THƯ_MỤC", type=_path, help="nơi ghi kết quả (mặc định: dist/<tên thư mục>)"
    )


def _add_no_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-check", action="store_true", help="không kiểm tra thể thức của văn bản đã soạn")


def _add_nen(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--nen", metavar="TÊN", help="cách nén tệp: zlib-0 đến zlib-9, hoặc isal, zlib-ng nếu đã cài")


def _add_profile(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--profile", action="store_true", help="cho biết mỗi khâu mất bao nhiêu thời gian")


def _run_build(options: argparse.Namespace, console: Console) -> int:
    from . import api

    with console.progress() as progress:
        report = api.build(
            options.path,
            options.out,
            pdf=options.pdf,
            phat_hanh=options.phat_hanh,
            dry_run=options.dry_run,
            force=options.force,
            compression=options.nen,
            templates=options.templates,
            check=not options.no_check,
            progress=progress,
            profile=options.profile,
        )
    return _tell_made(report, console)


def _tell_made(report: BuildReport, console: Console) -> int:
    """Tell what a build made and what its check found; a fault of form in it is an error, and none of the author's."""
    console.diagnostics(report.diagnostics)
    with _unheard():
        console.made(report)
        if report.profile:
            console.profile(report.profile)
    if any(checked.fault for checked in report.checks):
        return EXIT_OURS
    return EXIT_ERRORS if any(checked.faults_of_form for checked in report.checks) else EXIT_OK


def _run_check(options: argparse.Namespace, console: Console) -> int:
    from . import api
    from .diagnostics import has_errors

    if options.annotate:
        if len(options.paths) > 1 or options.paths[0].is_dir():
            console.error("--annotate cần đúng một tệp; ghi tên một tệp .docx")
            return EXIT_UNUSABLE
        api.check_annotated(options.paths[0], options.annotate, force=options.force)
    if options.html:
        api.check_page(options.html, force=options.force)
    with console.progress() as progress:
        run = api.check_files(
            options.paths, profile=options.quy_dinh, office=options.co_quan, processes=None, progress=progress
        )
    faults = _write_checked(run, options)
    with _unheard():
        if options.json or options.sarif:
            console.data(api.describe_run(run, "json" if options.json else "sarif"))
        else:
            console.reports(run)
    console.unchecked(run.files)
    console.diagnostics(faults)
    if run.failed:
        return EXIT_OURS
    if not run.is_whole or has_errors(faults):
        return EXIT_UNUSABLE
    return EXIT_ERRORS if run.has_errors(strict=options.strict) else EXIT_OK


def _write_checked(run: CheckRun, options: argparse.Namespace) -> tuple[Diagnostic, ...]:
    """Write the files that a check was asked for, before anything is told; gives what is wrong with them."""
    from . import api
    from .errors import VtdocsError

    faults: list[Diagnostic] = []
    report = run.files[0].report
    try:
        if options.html:
            api.write_page(run, options.html, force=options.force)
    except VtdocsError as error:
        faults += error.diagnostics
    try:
        if options.annotate and report is not None:
            faults += api.annotate(options.paths[0], options.annotate, report, force=options.force)
    except VtdocsError as error:
        faults += error.diagnostics
    return tuple(faults)


def _run_fix(options: argparse.Namespace, console: Console) -> int:
    from . import api

    report = api.fix(options.source, options.out, office=options.co_quan, dry_run=options.dry_run, force=options.force)
    console.fixed(report)
    return EXIT_OK


def _run_rules(options: argparse.Namespace, console: Console) -> int:
    from . import api

    console.rules(api.find_rules(options.id), whole=options.id is not None)
    return EXIT_OK


def _run_fill(options: argparse.Namespace, console: Console) -> int:
    from . import api

    report = api.fill(
        options.template,
        options.data,
        options.out,
        dry_run=options.dry_run,
        force=options.force,
        compression=options.nen,
        profile=options.profile,
    )
    console.diagnostics(report.diagnostics)
    console.made(report)
    if report.profile:
        console.profile(report.profile)
    return EXIT_OK


def _run_demo(options: argparse.Namespace, console: Console) -> int:
    from . import api

    with console.progress() as progress:
        report = api.build_demo(options.out, progress=progress)
    return _tell_made(report, console)


def _run_new(options: argparse.Namespace, console: Console) -> int:
    from . import api

    folder = options.folder or Path(options.kind.replace("_", "-"))
    console.started(folder, api.start_new(options.kind, folder))
    return EXIT_OK


def _run_template(options: argparse.Namespace, console: Console) -> int:
    from . import api

    if options.action == "new":
        console.copied(options.path, api.start_templates(options.path))
        return EXIT_OK
    checks = api.check_templates(options.path)
    console.diagnostics([diagnostic for check in checks for diagnostic in check.diagnostics])
    console.checked(checks)
    return EXIT_OK if all(check.passed for check in checks) else EXIT_ERRORS


def _run_schema(options: argparse.Namespace, console: Console) -> int:
    from . import api

    if options.out is None:
        console.plain(api.schema_text(options.kind))
    else:
        for path in api.write_schemas(options.out, options.kind):
            console.plain(str(path))
    return EXIT_OK


def _run_doctor(_options: argparse.Namespace, console: Console) -> int:
    from . import api

    checks = api.examine_machine()
    console.checks(checks)
    return EXIT_OK if all(check.found for check in checks if check.needed) else EXIT_ERRORS
