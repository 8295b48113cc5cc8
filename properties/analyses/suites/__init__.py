"""Test suites: few runs that between them show all that can be told apart at an interface."""
