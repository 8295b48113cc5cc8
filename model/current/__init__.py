"""Today's flow: RDPs send registration data to the DSP, and Network Parties answer for them."""
