"""The Government Analysis Function's colours, and which of them means what; never the only sign of anything."""

DARK_BLUE = "#12436D"
TURQUOISE = "#28A197"
DARK_PINK = "#801650"
ORANGE = "#F46A25"
DARK_GREY = "#3D3D3D"
LIGHT_PURPLE = "#A285D1"
MID_BLUE = "#2073BC"

# GOV.UK's own, for what is not a figure: words, rules and empty ground.
TEXT = "#0B0C0C"
QUIET_TEXT = "#505A5F"
RULE = "#B1B4B6"
GRID = "#E5E6E7"
EMPTY = "#F3F2F1"
PAPER = "#FFFFFF"
HOME = "#F1F6FB"

# As a web page asks for them. Liberation Sans has Arial's widths and is what a Debian server has.
FONTS = "Arial, Liberation Sans, Helvetica, sans-serif"
