"""Packs on the disk: taken from a folder or a zip that may come from anywhere, kept in the data folder, begun anew."""
