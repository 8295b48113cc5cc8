"""What became of each difference in the use of a term: what tells it, or why nothing does."""

from switchproof.dossier.terms.judging import ToldBy

TODAY, THEN = "the duty to send today", "the duty to send then"

JUDGED = {
    ("one of two", "DCC/CRS"): ToldBy(why="2.1-a says itself that it is called CRS from there on"),
    ("one of two", "CRS/CSS"): ToldBy("one-entity-of-two"),
    ("circular", "CRS"): ToldBy("a-service-that-owes"),
    ("circular", "DCC/CRS"): ToldBy("a-service-that-owes"),
    ("circular", "CSS"): ToldBy("a-service-that-owes"),
    ("never used", "REL"): ToldBy(
        why="2.2-d says with it what the pair helps, and 5-A asks for no definition of it"
    ),
    ("no longer met", "RDP"): ToldBy("nobody-meets-the-definition"),
    ("several things", "CRS"): ToldBy("a-service-that-owes crs-a-party"),
    ("several things", "CSS"): ToldBy("duties-on-the-unbound named-bodies"),
    ("several things", "RDP"): ToldBy("nobody-meets-the-definition named-bodies"),
    ("several things", "DSP"): ToldBy("beneficiary named-bodies"),
    ("several things", "DCC"): ToldBy("whom-parties-covers crs-a-party"),
    ("verb", TODAY): ToldBy(why="5-E2 takes off the duty that 2.3-a takes off, in other words"),
    ("standard", TODAY): ToldBy("three-words-for-one-standard which-standard"),
    ("recipient", THEN): ToldBy("beneficiary"),
    ("owed by", THEN): ToldBy("duties-on-the-unbound named-bodies"),
    ("verb", THEN): ToldBy("provide"),
    ("standard", THEN): ToldBy("three-words-for-one-standard which-standard"),
    ("manner", THEN): ToldBy("provide"),
}
