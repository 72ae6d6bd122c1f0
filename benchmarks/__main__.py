"""Prints every figure as a ratio; figures of another run or another machine are not comparable."""

from benchmarks import export, pack, pages, search, watch, window

if __name__ == "__main__":
    print(f"{'':<58} {'ours':>12} {'peer':>12} {'ratio':>7}")
    export.run()
    pack.run()
    search.run()
    watch.run()
    window.run()
    pages.run()
