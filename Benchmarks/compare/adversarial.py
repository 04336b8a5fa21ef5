"""One step of FGSM on one image, by Captum and by hand: `c.fgsm.captum`, `c.fgsm.hand`. The first is left
out where Captum is not installed.
"""
import warnings

import torch
from torch import nn

from gradients import one_image
from item import item

try:
    from captum.robust import FGSM
except ImportError:
    FGSM = None

LABEL = torch.tensor([3])


if FGSM:
    @item("c.fgsm.captum")
    def _():
        # It warns at every call that it tracks the image, which takes time that is not its own.
        warnings.simplefilter("ignore")
        network, x = one_image()
        attack = FGSM(network, nn.CrossEntropyLoss(reduction="none"), -3, 3)
        return lambda: attack.perturb(x, epsilon=0.03, target=LABEL)


@item("c.fgsm.hand")
def _():
    network, x = one_image()

    def step():
        with torch.enable_grad():
            tracked = x.clone().requires_grad_()
            loss = nn.functional.cross_entropy(network(tracked), LABEL)
            slope, = torch.autograd.grad(loss, tracked)
            return (x + 0.03 * slope.sign()).clamp(-3, 3)

    return step
