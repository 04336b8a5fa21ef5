"""Integrated gradients from a baseline of 0: `c.ig*` on SmallCNN, `d.ig20*` on ResNet-18, `f.ig20` on
EfficientNet-Lite0.

Captum's are left out where it is not installed; `*.hand` and `f.ig20` are written by hand: parameters
frozen, ten points at a time.
"""
import torch

from item import item
from networks import SmallCNN, efficientnet_lite0, resnet18

try:
    import captum.attr
except ImportError:
    captum = None


def by_hand(network, x, points, weights):
    network = network.eval().requires_grad_(False)
    baseline = torch.zeros_like(x)

    def run():
        with torch.enable_grad():
            way, total = x - baseline, torch.zeros_like(x)
            for start in range(0, len(points), 10):
                part = points[start:start + 10].reshape(-1, 1, 1, 1)
                inputs = (baseline + part * way).requires_grad_()
                gradient, = torch.autograd.grad(network(inputs)[:, 3].sum(), inputs)
                total += (weights[start:start + 10].reshape(-1, 1, 1, 1) * gradient).sum(0, True)
            return way * total
    return run


for steps in (50, 300):
    if captum:
        @item(f"c.ig{steps}")
        def _(steps=steps):
            method, x = captum.attr.IntegratedGradients(SmallCNN().eval()), torch.randn(1, 3, 32, 32)
            return lambda: method.attribute(x, target=3, n_steps=steps)

        @item(f"c.ig{steps}.b10")
        def _(steps=steps):
            method, x = captum.attr.IntegratedGradients(SmallCNN().eval()), torch.randn(1, 3, 32, 32)
            return lambda: method.attribute(x, target=3, n_steps=steps, internal_batch_size=10)

    @item(f"c.ig{steps}.hand")
    def _(steps=steps):
        import numpy as np
        nodes, weights = np.polynomial.legendre.leggauss(steps)
        return by_hand(
            SmallCNN(), torch.randn(1, 3, 32, 32),
            torch.tensor((nodes + 1) / 2, dtype=torch.float32),
            torch.tensor(weights / 2, dtype=torch.float32))

if captum:
    @item("d.ig20")
    def _():
        method, x = captum.attr.IntegratedGradients(resnet18().eval()), torch.randn(1, 3, 224, 224)
        return lambda: method.attribute(x, target=3, n_steps=20)

    @item("d.ig20.b1")
    def _():
        method, x = captum.attr.IntegratedGradients(resnet18().eval()), torch.randn(1, 3, 224, 224)
        return lambda: method.attribute(x, target=3, n_steps=20, internal_batch_size=1)


@item("f.ig20")
def _():
    return by_hand(
        efficientnet_lite0(), torch.randn(1, 3, 224, 224), torch.arange(20) / 20,
        torch.full((20,), 1 / 20))
