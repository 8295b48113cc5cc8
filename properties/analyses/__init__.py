"""What more can be asked of any flow: why, whether idle, what if, who must fail."""
