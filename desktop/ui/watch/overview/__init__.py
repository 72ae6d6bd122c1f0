"""What the evidence comes to, to be looked at rather than read."""
