"""Make the pictures of the documentation: pages of the examples, as LibreOffice sets them.

python tools/render_pictures.py            write docs/img/*.png and docs/img/mau/*.png
python tools/render_pictures.py NAME …     write only those of docs/img/mau with these names

Needs LibreOffice, and pdftotext and pdftoppm of Poppler. There is no `--check`: another LibreOffice, or other fonts,
draw other pixels of the same page. Run it after a change of the examples or of the look, and look at the result.
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
EDGE, WHITE = 0xC0, 0xFF
GAP = 12  # pixels between two pages
BIGGEST = 150 * 1024
SAMPLES = ROOT / "examples" / "mau"
# The pages of each sample that show what it is about.
SAMPLE_PAGES: dict[str, tuple[int, ...]] = {
    "phan-muc": (1, 2),
    "quyet-dinh": (1, 2),
    "chuong-dieu": (1,),
    "chu-trong-cau": (1,),
    "to-trinh": (1,),
    "cong-van": (1,),
    "bang-trong-loi": (1,),
    "bang-hai-tang": (2,),
    "bang-nhom": (2,),
    "du-toan": (2,),
    "phu-luc-loi-van": (2, 3),
    "yaml-long": (1,),
}


def make_pdf(source: Path, folder: Path) -> Path:
    """Build a document with its PDF, as a user does."""
    report = vtdocs.build(source, folder, pdf=True)
    return next(made.target for made in report.made if made.target.suffix == ".pdf")


def find_page(pdf: Path, opening: str) -> int:
    """Give the number, from 1, of the first page whose text begins with some words."""
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True)
    pages = done.stdout.decode().split("\f")
    return next(number for number, text in enumerate(pages, 1) if text.strip().startswith(opening))


def draw_pages(pdf: Path, numbers: tuple[int, ...], target: Path) -> None:
    """Draw pages side by side as a small grey picture, each with a thin edge: paper on a white screen has none."""
    pages = [draw_page(pdf, number, target) for number in numbers]
    height = max(page.height for page in pages)
    whole = Image.new("L", (sum(page.width + GAP for page in pages) - GAP, height), WHITE)
    left = 0
    for page in pages:
        whole.paste(page, (left, 0))
        left += page.width + GAP
    whole.quantize(SHADES, dither=Image.Dither.NONE).save(target, optimize=True)
    size = target.stat().st_size
    print(f"{target.relative_to(ROOT)}: pages {numbers}, {whole.width} x {whole.height}, {size // 1024} KB")
    if size > BIGGEST:
        sys.exit(f"{target.name} has {size} bytes, more than {BIGGEST}")


def draw_page(pdf: Path, number: int, target: Path) -> Image.Image:
    """Draw one page."""
    drawn = target.with_suffix("")
    command = ["pdftoppm", "-png", "-gray", "-singlefile", "-r", str(DOTS_PER_INCH)]
    subprocess.run([*command, "-f", str(number), str(pdf), str(drawn)], check=True)
    with Image.open(target) as page:
        return ImageOps.expand(page.convert("L"), border=1, fill=EDGE)


def main() -> None:
    """Draw the example's first page, its appendix, and the pages of the samples."""
    missing = [name for name in ("pdftotext", "pdftoppm") if shutil.which(name) is None]
    if missing:
        sys.exit(f"missing: {', '.join(missing)} (Debian: poppler-utils)")
    wanted = sys.argv[1:]
    (PICTURES / "mau").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        if not wanted:
            pdf = make_pdf(EXAMPLE, Path(folder))
            draw_pages(pdf, (1,), PICTURES / "ke-hoach-trang-1.png")
            draw_pages(pdf, (find_page(pdf, "Phụ lục"),), PICTURES / "phu-luc.png")
        for name, pages in SAMPLE_PAGES.items():
            if not wanted or name in wanted:
                pdf = make_pdf(SAMPLES / f"{name}.yaml", Path(folder))
                draw_pages(pdf, pages, PICTURES / "mau" / f"{name}.png")


if __name__ == "__main__":
    main()
