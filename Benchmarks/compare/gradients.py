"""Gradients of one image, as Captum takes them: `c.saliency`, `c.inputxgrad`, `c.smoothgrad50`, and
the same ten copies at a time. They are left out where Captum is not installed.
"""
import torch

from item import item
from networks import SmallCNN

try:
    import captum.attr
except ImportError:
    captum = None


def one_image():
    return SmallCNN().eval(), torch.randn(1, 3, 32, 32)


def smoothgrad(**batches):
    network, x = one_image()
    method = captum.attr.NoiseTunnel(captum.attr.Saliency(network))
    return lambda: method.attribute(
        x, nt_type="smoothgrad", nt_samples=50, stdevs=0.1, target=3, **batches)


if captum:
    @item("c.saliency")
    def _():
        network, x = one_image()
        method = captum.attr.Saliency(network)
        return lambda: method.attribute(x, target=3)

    @item("c.inputxgrad")
    def _():
        network, x = one_image()
        method = captum.attr.InputXGradient(network)
        return lambda: method.attribute(x, target=3)

    @item("c.smoothgrad50")
    def _():
        return smoothgrad()

    @item("c.smoothgrad50.b10")
    def _():
        return smoothgrad(nt_samples_batch_size=10)
