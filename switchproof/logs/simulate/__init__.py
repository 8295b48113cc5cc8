"""`switchproof logs simulate`: walks of a flow of many points, written as a log."""
