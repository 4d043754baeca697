"""A run of checks as one HTML page: no script, nothing fetched, for a screen, a telephone and paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from vtdocs.checking.finding import Finding
from vtdocs.checking.report import Report
from vtdocs.diagnostics import Severity

from .run import Checked, CheckRun
from .words import SEVERITIES, arrange, count_words, head_lines, place_words

__all__ = ["is_page", "write_page"]

_MARK = "<!-- vtdocs check -->"
_KINDS = {Severity.ERROR: "loi", Severity.WARNING: "canh-bao", Severity.HINT: "goi-y"}
_STYLE = """
:root { color-scheme: light dark; --loi: #b3261e; --canh-bao: #8a5a00; --goi-y: #1f5f8b; --nhat: #77777733; }
@media (prefers-color-scheme: dark) { :root { --loi: #ff8a80; --canh-bao: #ffcc66; --goi-y: #8ec9f0; } }
* { box-sizing: border-box; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; } h4 { font-size: .95rem; font-weight: 600; margin: 1rem 0 .25rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .3rem .6rem .3rem 0; }
tr { border-bottom: 1px solid var(--nhat); } td.so, th.so { text-align: right; } td { overflow-wrap: anywhere; }
article { border-left: 4px solid var(--mau, var(--nhat)); padding: .1rem 0 .1rem .8rem; margin: .8rem 0; }
.loi { --mau: var(--loi); } .canh-bao { --mau: var(--canh-bao); } .goi-y { --mau: var(--goi-y); }
h3.loi, h3.canh-bao, h3.goi-y, code { color: var(--mau); }
article p { margin: .2rem 0; overflow-wrap: anywhere; } ul { margin: .2rem 0; padding-left: 1.2rem; }
.nho { font-size: .875rem; opacity: .8; }
@media print {
  body { max-width: none; font-size: 11pt; padding: 0; } article, tr { break-inside: avoid; }
  h2 { break-before: page; } h2:first-of-type { break-before: auto; } h3, h4 { break-after: avoid; }
}
""".strip()


def write_page(run: CheckRun) -> str:
    """Write the page of a run; the same run gives the same page."""
    return "\n".join(
        ("<!DOCTYPE html>", _MARK, '<html lang="vi">', *_head(), "<body>", *_body(run), "</body></html>\n")
    )


def is_page(data: bytes) -> bool:
    """Whether these bytes are such a page, which may be written anew."""
    return data.startswith(b"<!DOCTYPE html>\n" + _MARK.encode())


def _head() -> Iterator[str]:
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>Kết quả kiểm tra thể thức</title><style>{_STYLE}</style></head>"


def _body(run: CheckRun) -> Iterator[str]:
    yield "<h1>Kết quả kiểm tra thể thức, kỹ thuật trình bày văn bản</h1>"
    own = f" và quy định riêng “{escape(run.profile.name)}”" if run.profile.name != "nd30" else ""
    yield f"<p>Theo Nghị định 30/2020/NĐ-CP{own}.</p>"
    heads = "".join(f'<th class="so">{severity.label}</th>' for severity in SEVERITIES)
    yield f"<table><thead><tr><th>Tệp</th>{heads}</tr></thead><tbody>"
    for number, checked in enumerate(run.files, 1):
        name = _name(checked)
        cells = "".join(f'<td class="so">{checked.count(severity)}</td>' for severity in SEVERITIES)
        cells = cells if checked.report is not None else '<td class="so" colspan="3">không kiểm tra được</td>'
        yield f'<tr><td><a href="#tep-{number}">{name}</a></td>{cells}</tr>'
    yield "</tbody></table>"
    for number, checked in enumerate(run.files, 1):
        yield f'<h2 id="tep-{number}">{_name(checked)}</h2>'
        yield from _file(checked)


def _name(checked: Checked) -> str:
    return escape(checked.path.as_posix())


def _file(checked: Checked) -> Iterator[str]:
    if checked.fault:
        yield f"<article class=loi><p>vtdocs gặp lỗi bên trong ({escape(checked.fault)}).</p></article>"
    for diagnostic in checked.diagnostics:
        kind = _KINDS[diagnostic.severity]
        yield f'<article class="{kind}"><p><code>{diagnostic.code}</code> {escape(diagnostic.message)}</p>'
        if diagnostic.location:
            yield f'<p class="nho">{escape(str(diagnostic.location))}</p>'
        if diagnostic.hint:
            yield f"<p>Sửa: {escape(diagnostic.hint)}</p>"
        yield "</article>"
    if checked.report is not None:
        yield from _report(checked.report)


def _report(report: Report) -> Iterator[str]:
    yield f"<p><strong>{escape(count_words(report)).capitalize()}</strong></p>"
    for word, said in head_lines(report):
        yield f'<p class="nho">{word}: {escape(said)}</p>'
    for severity, groups in arrange(report.findings).items():
        yield f'<h3 class="{_KINDS[severity]}">{severity.label.capitalize()} ({report.count(severity)})</h3>'
        for title, findings in groups.items():
            yield f"<h4>{title}</h4>"
            yield from _findings(findings)
    if report.accepted:
        yield f"<h3>Đã chấp nhận ({len(report.accepted)})</h3>"
        yield from _findings(report.accepted)


def _findings(findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        kind = "" if finding.accepted else _KINDS[finding.severity]
        yield f'<article class="{kind}"><p><code>{finding.code}</code> {escape(finding.message)}</p>'
        places = [escape(place_words(place)) for place in finding.places]
        if len(places) == 1:
            yield f"<p>Ở {places[0]}</p>"
        elif places:
            yield f"<ul>{''.join(f'<li>{place}</li>' for place in places)}</ul>"
        if finding.accepted:
            yield f"<p>Lý do chấp nhận: {escape(finding.accepted)}</p>"
        elif finding.hint:
            yield f"<p>Sửa: {escape(finding.hint)}</p>"
        if finding.source:
            yield f'<p class="nho">Nguồn: {escape(finding.source)}</p>'
        yield "</article>"
