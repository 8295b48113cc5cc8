"""The steps of the change as the industry would take them, each free, and one world around them."""
