"""The new flow: the CSS sends registration data to the DSP, and the CRS answers for it."""
