"""Measures of vtdocs beside other ways to the same Word file; `python -m benches` writes docs/speed.md."""
