"""Layer-wise relevance propagation: `c.lrp.captum` is Captum's, `c.lrp.zennit` Zennit's with its
composite registered by every call; each is left out where its library is not installed.
"""
import torch

from item import item
from networks import SmallCNN

try:
    import captum.attr
except ImportError:
    captum = None
try:
    import zennit.attribution
    import zennit.composites
except ImportError:
    zennit = None


class Flattening(torch.nn.Module):
    """SmallCNN without a module that flattens, since Captum has no rule for one."""

    def __init__(self):
        super().__init__()
        layers = list(SmallCNN())
        self.body, self.last = torch.nn.Sequential(*layers[:-2]), layers[-1]

    def forward(self, x):
        return self.last(self.body(x).flatten(1))


if captum:
    @item("c.lrp.captum")
    def _():
        method, x = captum.attr.LRP(Flattening().eval()), torch.randn(1, 3, 32, 32)

        def run():
            with torch.enable_grad():
                return method.attribute(x, target=3)
        return run


if zennit:
    @item("c.lrp.zennit")
    def _():
        network, x = SmallCNN().eval(), torch.randn(1, 3, 32, 32)
        one = torch.eye(10)[[3]]

        def run():
            composite = zennit.composites.EpsilonPlus()
            attributor = zennit.attribution.Gradient(model=network, composite=composite)
            with torch.enable_grad(), attributor:
                return attributor(x, one)
        return run
