"""Speaking of tasks that are due: in the window, and beside the clock."""
