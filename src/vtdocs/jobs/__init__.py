"""Whole jobs on files: build a folder, start a new plan, look at the machine. The façade hands them on."""
