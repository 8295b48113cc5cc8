"""`switchproof export`: a flow with its claims, in the language of another model checker."""
