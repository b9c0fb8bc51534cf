"""Changes of school, surgery and address that partners send as files: each of one known person, or put aside."""
