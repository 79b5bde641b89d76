"""Only a folder: see concurrent.futures."""
