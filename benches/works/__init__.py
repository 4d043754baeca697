"""The works that are measured, a module each: they start contenders, time them in turn and give the tables."""
