"""What became of the proposal, and what public texts say of remedies, licences and terms."""

from model.language.sources import Fact

NEWS = "SECAS news, smartenergycodecompany.co.uk"
GLOSSARY = "SEC glossary, smartenergycodecompany.co.uk/glossary"
OVERVIEW = "SEC section overview, studylib.net/doc/18088085"
DEFINED = "SEC Section A of May 2017, pdfslide.us"

OUTCOME = (
    # O1 What was changed
    Fact(
        "O1.MP161",
        "H",
        "MP161, led by the Authority for the consolidation of retail codes, took effect on 1 "
        "September 2021, amended references to other codes, and changed Sections A, B, D, E and "
        "K, Schedule 5 and Appendices X and Y.",
        f"{NEWS}, SEC v45.0 released to implement MP161",
    ),
    Fact(
        "O1.MP200",
        "H",
        "MP200, led by the Authority for the go-live of the CSS, took effect on 18 July 2022 and "
        "changed Sections A, E, G, H, K, L and P and Appendices X, Y, AG and AL.",
        f"{NEWS}, SEC v62.0 released to implement MP200",
    ),
    Fact(
        "O1.apart",
        "D",
        "The references to other codes were amended ten months before the provisions on the CSS.",
        "derived from O1.MP161 and O1.MP200",
    ),
    Fact(
        "O1.consulted",
        "H",
        "Comments on consequential changes were asked for by 30 July 2021, two years after the "
        "paper meant to be at the Panel.",
        "Ofgem, consultation on REC v3.0",
    ),
    # O2 Remedies
    Fact(
        "O2.default",
        "H",
        "Under M8.1 an event of default is one of a Party other than the DCC, and a material "
        "breach that is not remedied is among them.",
        f"{GLOSSARY}/event-of-default",
    ),
    Fact(
        "O2.unread",
        "gap",
        "What follows an event of default, and who acts on it, stands from M8.4 on and was not "
        "read.",
    ),
    Fact("O2.licence", "R", "The Authority can act on a breach of a licence that it granted."),
    Fact(
        "O2.licences-unread",
        "gap",
        "What the licence of a Network Party, or one for the CRS alone, says of a breach of the "
        "SEC was not read.",
    ),
    Fact(
        "O2.contracts-unread",
        "gap",
        "What a contract with an agent (an RDP, the DSP or the provider of the CSS) has follow a "
        "breach was not read.",
    ),
    Fact(
        "O2.claims-unread",
        "gap",
        "Whether one signatory of the SEC may claim on another's breach of it was not read.",
    ),
    Fact("O2.REC-unread", "gap", "What the REC has follow a breach was not read."),
    # O3 Licences
    Fact(
        "O3.accession",
        "H",
        "Licence changes decided on 30 November 2018 require suppliers, distributors and the DCC "
        "to accede to the REC and comply with it.",
        "Ofgem, Switching Programme, regulation and governance",
    ),
    Fact("O3.made-CRS", "R", "The licence change that made the DCC provide the CRS is of 2016."),
    Fact(
        "O3.successor",
        "M",
        "A successor licence of the DCC is to replace that which ends in September 2027, and no "
        "separation of the CRS from it was read.",
        "doloop.energy, item a5fa6725f1a415c7",
    ),
    # O4 Terms and places
    Fact(
        "O4.CRS-service",
        "H",
        "In 2015 Ofgem spoke of the CRS as a service, to be procured and run by the DCC.",
        "Ofgem, target operating model of 10 February 2015",
    ),
    Fact(
        "O4.RDP",
        "H",
        "An early interface specification has an RDP as one that sends and receives registration "
        "data of its fuel, and a later one as appointed by a Network Party.",
        "REGIS, expydoc.com/doc/4406951, and technodocbox.com 86449670",
    ),
    Fact(
        "O4.broker",
        "H",
        "The SEC defines the Access Control Broker as the DCC in a capacity of its own.",
        DEFINED,
    ),
    Fact(
        "O4.Y",
        "H",
        "Appendix Y already says what each RDP shall do, though an RDP is not bound by the SEC.",
        f"{GLOSSARY}/registration-data-interface-code-of-connection",
    ),
    Fact(
        "O4.incident-parties",
        "H",
        "Incident Parties that are not Users can raise incidents with the DCC's service desk.",
        f"{GLOSSARY}/service-desk",
    ),
    Fact(
        "O4.B",
        "H",
        "Section B is on accession, and covers the signifiers and identifiers of RDPs too.",
        OVERVIEW,
    ),
)
