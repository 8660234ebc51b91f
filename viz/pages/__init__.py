"""Figures -> screen: the pages, and the one typed view state (`viz.pages.view`)."""
