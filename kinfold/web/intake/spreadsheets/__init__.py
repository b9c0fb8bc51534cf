"""A return as a spreadsheet: made, looked at before it is opened, and read as what a stranger sent."""
