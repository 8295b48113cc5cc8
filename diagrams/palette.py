"""The colours and sizes of every picture: ink, greys, blue and vermilion with their tints.

Blue and vermilion are alike in grey, so they are never the only sign of a difference.
"""

INK = "#1A1F24"  # text
SOFT = "#4A545E"  # citations and notes
LINE = "#5B6670"  # borders and edges
FADED = "#88929B"  # lines that recede
FADED_TEXT = "#69727B"
HAIR = "#C5CCD3"  # table hairlines and frames: carries no meaning
BLUE = "#0B5A8A"  # added
BLUE_TINT = "#DCEBF5"
VERMILION = "#B23A0E"  # removed
VERMILION_TINT = "#FBE3D6"
GREY_TINT = "#EEF1F3"  # agents and ends
WHITE = "#FFFFFF"

FONTS = "Arial, Arimo, Liberation Sans, Helvetica, sans-serif"
WIDTH = 453.5  # points: 160 mm, the width of the text on A4, drawn one to one
HEIGHT = 650.0  # points: 230 mm
SMALLEST = 7.0  # points
