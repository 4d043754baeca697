"""What a check found, written for whom it is: a screen, a page, programs, the margin of a Word file."""
