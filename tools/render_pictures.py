"""Make the pictures of the documentation: pages of the example, as LibreOffice sets them.

python tools/render_pictures.py            write docs/img/ke-hoach-trang-1.png and docs/img/phu-luc.png

Needs LibreOffice, and pdftotext and pdftoppm of Poppler. There is no `--check`: another LibreOffice, or other fonts,
draw other pixels of the same page. Run it after a change of the example or of the look, and look at the result.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

import vtdocs

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "cchc-2026"
PICTURES = ROOT / "docs" / "img"
DOTS_PER_INCH = 90
# Grey text on white: so many shades draw it as well as 256, in half the bytes.
SHADES = 16
EDGE = 0xC0
BIGGEST = 150 * 1024


def make_pdf(folder: Path) -> Path:
    """Build the example with its PDF, as a user does."""
    report = vtdocs.build(EXAMPLE, folder, pdf=True)
    return next(made.target for made in report.made if made.target.suffix == ".pdf")


def find_page(pdf: Path, opening: str) -> int:
    """Give the number, from 1, of the first page whose text begins with some words."""
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True)
    pages = done.stdout.decode().split("\f")
    return next(number for number, text in enumerate(pages, 1) if text.strip().startswith(opening))


def draw_page(pdf: Path, number: int, target: Path) -> None:
    """Draw a page as a small grey picture with a thin edge: paper on a white screen has none."""
    drawn = target.with_suffix("")
    command = ["pdftoppm", "-png", "-gray", "-singlefile", "-r", str(DOTS_PER_INCH)]
    subprocess.run([*command, "-f", str(number), str(pdf), str(drawn)], check=True)
    with Image.open(target) as page:
        framed = ImageOps.expand(page.convert("L"), border=1, fill=EDGE)
    framed.quantize(SHADES, dither=Image.Dither.NONE).save(target, optimize=True)
    size = target.stat().st_size
    print(f"{target.relative_to(ROOT)}: page {number}, {framed.width} x {framed.height}, {size // 1024} KB")
    if size > BIGGEST:
        sys.exit(f"{target.name} has {size} bytes, more than {BIGGEST}")


def main() -> None:
    """Draw the first page of the plan and the first page of its appendix."""
    missing = [name for name in ("pdftotext", "pdftoppm") if shutil.which(name) is None]
    if missing:
        sys.exit(f"missing: {', '.join(missing)} (Debian: poppler-utils)")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        pdf = make_pdf(Path(folder))
        draw_page(pdf, 1, PICTURES / "ke-hoach-trang-1.png")
        draw_page(pdf, find_page(pdf, "Phụ lục"), PICTURES / "phu-luc.png")


if __name__ == "__main__":
    main()
