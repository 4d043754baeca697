"""Judges a Word file against the decree: finds its components, asks every rule, and says what it found and where."""
