"""From the tree to files."""
