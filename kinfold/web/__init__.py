"""The partnership's web application."""
