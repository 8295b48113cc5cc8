"""The handover: from RDPs and Network Parties to the CSS and the CRS."""
