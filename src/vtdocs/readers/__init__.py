"""What reads files that vtdocs did not make: everything that is really in them, and nothing of how we write."""
