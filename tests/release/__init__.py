"""What a release is made of: locked, licensed, and listed."""
