"""What is measured: each module makes the same documents in another way. A factory sets up and gives the work."""
