"""The terms of the document: as what each statement uses them, and what is said of their meaning.

As what a term is used is read from the sentence, not from the caption; whichever statements name
a term stand here, which a check compares with the captions.
"""

from model.register.terms import Meaning, Sense, Term

BODY, SERVICE, SYSTEM, DOCUMENT, ROLE, RECORD = Sense
SENDS, RECEIVES, APPOINTED = "sends", "receives", "is appointed by a Network Party"

TERMS = (
    Term(
        "CRS",
        {
            SERVICE: "1-b 2.1-i",
            BODY: "2.1-b 2.1-f 2.1-g 2.1-h 2.2-b 3-e 5-A 5-E1 5-E3 5-H1 5-H2",
            ROLE: "2.1-e",
        },
        (
            Meaning("2.1-a", "the licensed entity that delivers the CSS", by=("CSS", "DCC/CRS")),
            Meaning("1-b", "what the DCC is licensed to provide", by=("DCC",)),
            Meaning("O4.CRS-service", "a service that the DCC procures and runs", by=("DCC",)),
            Meaning("C6", "the CSS, its certificate authority and its operator", by=("CSS",)),
        ),
    ),
    Term(
        "DCC/CRS",
        {BODY: "2.1-a 2.1-j"},
        (Meaning("2.1-a", "the DCC as CRS, called simply CRS from there on", by=("DCC", "CRS")),),
    ),
    Term(
        "CSS",
        {
            SERVICE: "1-b 2.1-a 2.1-c 2.1-g 2.2-b 5-A 6-b",
            SYSTEM: "1-d 2.1-c 2.1-h 2.2-d 2.3-b 3-b 3-d 5-E4 5-X3",
            BODY: "2.2-e 2.3-d 2.3-e 5-B 5-X2 5-Y2 5-AG1",
            ROLE: "2.2-c",
        },
        (Meaning("2.1-a 2.1-g", "the service, with its systems, that the CRS has", by=("CRS",)),),
    ),
    Term("CRS/CSS", {BODY: "5-F 5-G 5-H0 5-L 5-X1 5-Y1"}),
    Term(
        "RDP",
        {
            BODY: "1-a 2.1-d 2.2-a 2.2-b 2.3-a 2.3-c 2.3-d 2.3-e 5-L 5-X2 5-Y2 5-AG1",
            ROLE: "2.2-c 2.2-e 5-B 5-E3",
            SYSTEM: "3-a",
        },
        (
            Meaning(
                "O4.RDP", "one that sends and receives the data of a fuel", does=(SENDS, RECEIVES)
            ),
            Meaning("A1.rdp", "one appointed by a Network Party", does=(APPOINTED,)),
        ),
        {
            "an RDP of today (2.3-d, 5-X2)": (RECEIVES, APPOINTED),
            "the CSS as a new RDP (2.2-c, 5-X2)": (SENDS,),
        },
    ),
    Term(
        "DSP",
        {BODY: "1-d 2.3-c", SYSTEM: "1-a 1-b 2.1-h 2.2-a 2.2-b 2.3-a 3-a 5-E2 5-X3 5-Y2"},
    ),
    Term(
        "DCC",
        {
            BODY: "1-b 2.1-i 2.2-d 6-a 6-b 5-E1 5-E4 5-H3 5-X2",
            SYSTEM: "3-b 3-d",
            ROLE: "2.1-e",
        },
    ),
    Term("REC", {DOCUMENT: "2.3-b 4-a 6-a 5-A 5-K 5-S1 5-S5"}),
    Term("REL", {RECORD: "2.2-d"}),
)
