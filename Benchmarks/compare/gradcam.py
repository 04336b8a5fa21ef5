"""Grad-CAM: `c.layergradcam`, `c.guidedgradcam` and `d.gradcam.captum` are Captum's, left out where
it is not installed; `f.gradcam` is written by hand, since that is faster.
"""
import torch
import torch.nn.functional as F

from item import item
from networks import LAST, SmallCNN, efficientnet_lite0, resnet18

try:
    import captum.attr
except ImportError:
    captum = None


def enlarged(network, layer, x):
    method = captum.attr.LayerGradCam(network, layer)
    size = tuple(x.shape[2:])
    return lambda: captum.attr.LayerAttribution.interpolate(
        method.attribute(x, target=3), size, interpolate_mode="bilinear")


if captum:
    @item("c.layergradcam")
    def _():
        network = SmallCNN().eval()
        return enlarged(network, network[6], torch.randn(1, 3, 32, 32))

    @item("c.guidedgradcam")
    def _():
        network, x = SmallCNN().eval(), torch.randn(1, 3, 32, 32)
        method = captum.attr.GuidedGradCam(network, network[6])
        return lambda: method.attribute(x, target=3)

    @item("d.gradcam.captum")
    def _():
        network = resnet18().eval()
        return enlarged(network, network[11], torch.randn(1, 3, 224, 224))


@item("f.gradcam")
def _():
    network = efficientnet_lite0().eval().to(memory_format=LAST).requires_grad_(False)
    x = torch.randn(1, 3, 224, 224).to(memory_format=LAST)
    # The last three turn what the head gives into logits.
    head, end = network[:-3], network[-3:]

    def run():
        with torch.no_grad():
            activation = head(x)
        activation.requires_grad_()
        gradient, = torch.autograd.grad(end(activation)[0, 3], activation)
        with torch.no_grad():
            weights = gradient.mean((2, 3), keepdim=True)
            map = (weights * activation).sum(1, keepdim=True)
            return F.interpolate(map, (224, 224), mode="bilinear")
    return run
