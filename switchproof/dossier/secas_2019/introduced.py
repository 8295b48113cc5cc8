"""What a paper on this document is called, and what it says to readers before its findings."""

TITLE = "Registration data and the CSS: what the change leaves open, and what would cure it"
SUBJECT = (
    "Registration data says who supplies which metering point. Today each Network Party must have "
    "it sent to the DCC's Data Service Provider (DSP), and its Registration Data Provider (RDP) "
    "sends it. The change lays that duty on the DCC as Centralised Registration Service (CRS), "
    "whose Centralised Switching Service (CSS) is then to send it."
)
ANSWERING = (
    "The SEC binds parties, and each answers for the agent that does the work. The change takes "
    "the sending from one such pair, Network Party and RDP, and gives it to another, CRS and CSS. "
    "The Network Party stays bound, and its RDP goes on receiving."
)
HEADLINE = "one-bound-obligor"  # what is claimed of both sides of the change, and of each design
MOST_UNDER_WAY = "carried-over"  # the design in which most is under way as the change takes effect
