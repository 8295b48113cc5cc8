"""The register of sources: every clause, fact and assumption that may be cited, by its id.

What is of one paper alone stands in the folder of that paper. Only words stand here, and no
wording is copied from the document it speaks of. A source that nothing cites may stay; a citation
of something that is not here is refused.
"""

from collections.abc import Mapping

from model.language.sources import Source, register
from model.register.assumptions import ASSUMPTIONS
from model.register.facts import FACTS
from model.register.secas_2019.clauses import CLAUSES

REGISTER: Mapping[str, Source] = register(*CLAUSES, *FACTS, *ASSUMPTIONS)
