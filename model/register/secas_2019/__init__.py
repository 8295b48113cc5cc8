"""The SECAS paper of 2019: its statements, sentences, terms, questions, texts unread and outcome.

All of the register that is of this paper alone stands in this folder, and a second paper is a
second one; its findings and doubts stand in the folder of that name in the dossier. Facts and
assumptions on the domain, and how a document is read, are of any.
"""
