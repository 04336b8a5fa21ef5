#!/usr/bin/env python3
"""Times PyTorch on the items of `Benchmarks`, by the same rules: median of samples of at least 5 ms.

    OMP_NUM_THREADS=1 python peers.py --threads 1 [--only REGEX] [--json FILE]

Needs torch; `Benchmarks/compare/run` calls it beside ours.
"""
import argparse
import json
import math
import re
import statistics
import time

import torch

from item import ITEMS
import adversarial  # noqa: F401  registers its items
import gradcam  # noqa: F401  registers its items
import gradients  # noqa: F401  registers its items
import integrated_gradients  # noqa: F401  registers its items
import shapley  # noqa: F401  registers its items
import permutation  # noqa: F401  registers its items
import relevance  # noqa: F401  registers its items
import retrieval  # noqa: F401  registers its items
import networks  # noqa: F401  registers its items
import operators  # noqa: F401  registers its items


def median_ms(call):
    call()
    start, calls = time.perf_counter(), 0
    while calls < 1 or (time.perf_counter() - start < 0.15 and calls < 2000):
        call()
        calls += 1
    estimate = (time.perf_counter() - start) / calls
    inner = max(1, math.ceil(0.005 / estimate))
    repeats = 5 if estimate > 0.4 else min(25, max(9, int(1.5 / (estimate * inner))))
    samples = []
    for _ in range(repeats):
        start = time.perf_counter()
        for _ in range(inner):
            call()
        samples.append((time.perf_counter() - start) / inner * 1e3)
    return statistics.median(samples)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--json")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    times = {}
    for name, prepare in ITEMS.items():
        if re.search(options.only, name):
            with torch.set_grad_enabled(any(word in name for word in ("bwd", "grad", "epoch", "step"))):
                times[name] = {"median_ms": median_ms(prepare())}
            if not options.json:
                print(f"{name:22}{times[name]['median_ms']:.5f} ms")
    if options.json:
        with open(options.json, "w") as file:
            json.dump({"threads": options.threads, "items": times}, file, indent=2)


if __name__ == "__main__":
    main()
