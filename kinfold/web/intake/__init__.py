"""Figures that agencies send and others publish: asked for, checked, signed off, kept with every earlier version."""
