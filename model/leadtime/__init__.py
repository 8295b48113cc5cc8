"""The lead time: a calendar with free working days, and the deadlines of one switch request."""
