"""The claims on each flow, and the engine that proves or refutes them."""
