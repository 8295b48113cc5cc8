"""The SECAS paper of 2019: its statements and sentences, its terms, its questions, its outcome.

All of the register that is of this paper alone stands in this folder, and a second paper is a
second one; its findings and doubts stand in the folder of that name in the dossier. Facts and
assumptions on the domain, the texts that were not read, and how a document is read are of any.
"""
