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
import torch.nn.functional as F


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


ITEMS = {}


def item(name):
    def register(prepare):
        ITEMS[name] = prepare
        return prepare
    return register


for size in (64, 256, 1024):
    @item(f"a.matmul.{size}")
    def _(size=size):
        a, b = torch.randn(size, size), torch.randn(size, size)
        return lambda: torch.mm(a, b)


def convolution(channels_last):
    tensors = [torch.randn(32, 16, 32, 32), torch.randn(32, 16, 3, 3) * 0.1, torch.zeros(32),
               torch.randn(32, 32, 32, 32)]
    if channels_last:
        tensors = [t.to(memory_format=torch.channels_last) if t.dim() == 4 else t for t in tensors]
    return tensors


for suffix, channels_last in (("", False), (".cl", True)):
    @item(f"a.conv.fwd{suffix}")
    def _(channels_last=channels_last):
        x, w, b, _ = convolution(channels_last)
        return lambda: F.conv2d(x, w, b, padding=1)

    @item(f"a.conv.fwdbwd{suffix}")
    def _(channels_last=channels_last):
        x, w, b, g = convolution(channels_last)
        inputs = [t.requires_grad_() for t in (x, w, b)]
        return lambda: torch.autograd.grad(F.conv2d(*inputs, padding=1), inputs, g)


for count in (1000, 1_000_000):
    @item(f"a.addrelu.{count}")
    def _(count=count):
        a, b = torch.randn(count), torch.randn(count)
        return lambda: torch.relu(a + b)


@item("a.ce.fwd")
def _():
    x, y = torch.randn(256, 10), torch.randint(0, 10, (256,))
    return lambda: F.cross_entropy(x, y)


@item("a.ce.fwdbwd")
def _():
    x, y = torch.randn(256, 10, requires_grad=True), torch.randint(0, 10, (256,))
    return lambda: torch.autograd.grad(F.cross_entropy(x, y), x)


def chain(x, a, b):
    for _ in range(50):
        x = x * a + b
    return x.sum()


@item("a.chain100.fwd")
def _():
    x, a, b = (torch.rand(16) for _ in range(3))
    return lambda: chain(x, a, b)


@item("a.chain100.fwdbwd")
def _():
    x, a, b = (torch.rand(16, requires_grad=True) for _ in range(3))
    return lambda: torch.autograd.grad(chain(x, a, b), (x, a, b))


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
            with torch.set_grad_enabled("bwd" in name):
                times[name] = {"median_ms": median_ms(prepare())}
            if not options.json:
                print(f"{name:22}{times[name]['median_ms']:.5f} ms")
    if options.json:
        with open(options.json, "w") as file:
            json.dump({"threads": options.threads, "items": times}, file, indent=2)


if __name__ == "__main__":
    main()
