"""The drafting: from the interface design to changes of the SEC that are ready."""
