"""The governing document and its statements, each in our own words.

Every statement that says who must do what, what stays, what goes, or in which order, has an
entry, and each entry says how the model treats it. An id is the section and a letter, or, for
the table of section 5, the part of the SEC that a line is about.
"""

from model.language.sources import Document
from model.register.clauses_drafting import DRAFTING
from model.register.clauses_duties import DUTIES
from model.register.clauses_table import TABLE

DOCUMENT = Document("SEC Consequential Changes", 2019, "SECAS")

CLAUSES = (*DUTIES, *DRAFTING, *TABLE)
