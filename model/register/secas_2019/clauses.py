"""The governing document and its statements, each in our own words.

Every statement that says who must do what, what stays, what goes, or in which order, has an
entry, and each entry says how the model treats it. An id is the section and a letter, or, for
the table of section 5, the part of the SEC that a line is about. What a statement makes, and what
shows it, is computed from the citations, and is not listed here.
"""

from model.language.sources import Document
from model.register.placing import resting
from model.register.secas_2019.clauses_appendices import APPENDICES
from model.register.secas_2019.clauses_drafting import DRAFTING
from model.register.secas_2019.clauses_duties import DUTIES
from model.register.secas_2019.clauses_reasons import REASONS
from model.register.secas_2019.clauses_table import SECTIONS
from model.register.secas_2019.sentences import SENTENCES

DOCUMENT = Document(
    "SEC Consequential Changes",
    2019,
    "SECAS",
    edition="undated; it expects the interface design by the end of June 2019",
)


CLAUSES = resting((*REASONS, *DUTIES, *DRAFTING, *SECTIONS, *APPENDICES), DOCUMENT, SENTENCES)
