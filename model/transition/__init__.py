"""The transition: today and the new flow as one, and the machine of the change that joins them."""
