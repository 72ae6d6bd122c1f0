"""Speed and memory, always as ratios against a peer or a floor in one run: `python -m benchmarks`."""
