"""`switchproof new`: a flow file to start from."""
