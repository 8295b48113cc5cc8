"""The hazards and tensions of the domain, and what shows each in the model."""
