"""Readers of register documents."""
