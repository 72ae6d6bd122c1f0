"""The log of posts and mentions, and the way through the response chart."""
