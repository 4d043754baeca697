"""The parts of a document that the decree names (thể thức, Điều 8), one module each: model in, blocks out."""
