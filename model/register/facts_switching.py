"""Switching before the CSS, in electricity (MPAS) and in gas (UK Link)."""

from model.language.sources import Fact

CODE = "public source code"
GAZPROM = "gazpromretail.co.uk, gas confirmation process"
DSG = "DSG, CSS consequential change presentation"
AS_IS = "Switching Programme, as-is end to end (19 Feb 2018)"

SWITCHING = (
    # B1 Electricity
    Fact(
        "B1",
        "M",
        "The registration service confirms a registration by flow D0217 and updates its details "
        "by D0205.",
        CODE,
    ),
    Fact(
        "B1.service",
        "H",
        "Each distributor runs one MPAS, under rules of the MRA on its service.",
        "contents page of the MRA",
    ),
    Fact("B1.requests", "R", "A registration is requested by flow D0055 and rejected by D0057."),
    Fact("B1.loss", "M", "A losing supplier is told by flow D0058.", CODE),
    Fact(
        "B1.window",
        "M",
        "The window for objections is five working days.",
        "Ofgem letters of 2007, in public source code",
    ),
    Fact("B1.attempts", "H", "The number of attempts at registration is not capped.", "MRA CP0236"),
    Fact(
        "B1.no-withdrawal",
        "H",
        "There was no standard flow for withdrawing a request before the CSS.",
        "DTC CP3403",
    ),
    Fact(
        "B1.late",
        "R",
        "Silence counts as no objection, and the losing supplier cannot block a switch once the "
        "window has closed.",
    ),
    # B2 Gas
    Fact(
        "B2",
        "H",
        "The gaining side sends a confirmation to Xoserve, which sends the incumbent a "
        "withdrawal notice to accept or object to.",
        GAZPROM,
    ),
    Fact("B2.window", "H", "The window for objections in gas is seven working days.", GAZPROM),
    Fact(
        "B2.one-request",
        "H",
        "No other confirmation is allowed at a gas point while the window is open.",
        GAZPROM,
    ),
    Fact(
        "B2.lift",
        "H",
        "An objection may be lifted within three days, and the transfer then keeps its original "
        "date.",
        GAZPROM,
    ),
    Fact(
        "B2.lead",
        "H",
        "A gas transfer takes effect 14 to 30 working days after its confirmation.",
        GAZPROM,
    ),
    Fact(
        "B2.request",
        "H",
        "At UK Link a request came 5 to 30 days ahead of the switch, before the CSS.",
        DSG,
    ),
    Fact(
        "B2.secured",
        "H",
        "At UK Link a switch was secured at midnight two days before its date, before the CSS.",
        DSG,
    ),
    Fact(
        "B2.live",
        "H",
        "At UK Link a switch was live at midnight as its date began, before the CSS.",
        DSG,
    ),
    Fact(
        "B2.css",
        "H",
        "With the CSS a request can come one day ahead and is secured on that day, with the "
        "notice taken to be in by 17:30.",
        DSG,
    ),
    Fact(
        "B2.processing",
        "H",
        "UK Link needs about an hour and a half of processing, runs batches by day, and is "
        "maintained from 03:00 to 05:00.",
        DSG,
    ),
    Fact(
        "B2.days",
        "M",
        "A gas switch took 21 days, and later about 17.",
        "slides on UNC 0403 and 0477",
    ),
    # B3 The whole picture
    Fact(
        "B3",
        "M",
        "In 2016 about 385,000 gas and 57,750 electricity requests were rejected, and some nine "
        "in ten were later sent again with success.",
        CODE,
    ),
    Fact(
        "B3.grounds",
        "H",
        "The losing supplier may object for debt (domestic) or contract (non-domestic).",
        AS_IS,
    ),
    Fact(
        "B3.parties",
        "H",
        "Suppliers, shippers, Xoserve, distributors' MPAS, ElectraLink, Gemserv, ELEXON, the "
        "DSP and RDPs take part in switching.",
        AS_IS,
    ),
    Fact(
        "B3.objections",
        "M",
        "In 2016 about 6 % of domestic electricity switches and 5 % of gas met an objection.",
        CODE,
    ),
    Fact("B3.withdrawals", "M", "In 2016 3.2 % of switches were withdrawn.", CODE),
    Fact(
        "B3.erroneous",
        "M",
        "In 2016 transfers made in error were 0.96 % of domestic and 1.5 % of non-domestic ones.",
        CODE,
    ),
    Fact("B3.volume", "M", "In 2016 7.76 million domestic meter points were switched.", CODE),
    # B4 The machine that follows
    Fact(
        "B4",
        "D",
        "A request is rejected or becomes pending, is objected to (an objection may be lifted), "
        "cancelled or cleared, in gas secured, and live at midnight as the old registration "
        "ends.",
        "derived from B1, B2 and B3",
    ),
    Fact(
        "B4.staleness",
        "D",
        "The copy at the DSP follows the registration service only through daily file and "
        "loading, so it can lag by both.",
        "derived from E1.1 and A2.daily",
    ),
)
