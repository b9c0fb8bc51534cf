"""Schooling that needs watching: attendance, moves between schools, the education of children in care."""
