"""Networks whole, `b.*`, `d.*` and `f.*`: forward passes, gradients of images, training.

`.cl` lays images out with the channels last and freezes the parameters, which is how PyTorch is
fastest; `.fused` takes its fused Adam.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

from item import item

LAST = torch.channels_last


class SmallCNN(nn.Sequential):
    def __init__(self):
        super().__init__(
            nn.Conv2d(3, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(),
            nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


def perceptron():
    return nn.Sequential(
        nn.Linear(16, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 3))


class ResidualBlock(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs),
            nn.ReLU(inplace=True),
            nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False), nn.BatchNorm2d(outputs))
        self.shortcut = nn.Identity() if stride == 1 and inputs == outputs else nn.Sequential(
            nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        return F.relu(self.body(x) + self.shortcut(x), inplace=True)


def resnet18():
    layers = [nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(inplace=True),
              nn.MaxPool2d(3, 2, 1)]
    channels = 64
    for stage, wider in enumerate((64, 128, 256, 512)):
        for index in range(2):
            layers.append(ResidualBlock(channels, wider, 2 if stage and not index else 1))
            channels = wider
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, 1000))


class SameConvolution(nn.Conv2d):
    """Pads so that only the stride makes the image smaller, the odd pixel after."""

    def forward(self, x):
        stride, kernel = self.stride[0], self.kernel_size[0]
        pads = []
        for size in (x.shape[3], x.shape[2]):
            pad = max((-(-size // stride) - 1) * stride + kernel - size, 0)
            pads += [pad // 2, pad - pad // 2]
        if pads[0] == pads[1] and pads[2] == pads[3]:
            return F.conv2d(x, self.weight, self.bias, stride, (pads[2], pads[0]), 1, self.groups)
        return F.conv2d(F.pad(x, pads), self.weight, self.bias, stride, 0, 1, self.groups)


class InvertedBlock(nn.Module):
    def __init__(self, inputs, outputs, widening, kernel, stride):
        super().__init__()
        inner = inputs * widening
        layers = [nn.Conv2d(inputs, inner, 1), nn.ReLU6(inplace=True)] if widening > 1 else []
        self.body = nn.Sequential(
            *layers, SameConvolution(inner, inner, kernel, stride, groups=inner),
            nn.ReLU6(inplace=True), nn.Conv2d(inner, outputs, 1))
        self.adds = stride == 1 and inputs == outputs

    def forward(self, x):
        return x + self.body(x) if self.adds else self.body(x)


def efficientnet_lite0():
    blocks = [(32, 16, 1, 3, 1), (16, 24, 6, 3, 2), (24, 24, 6, 3, 1), (24, 40, 6, 5, 2),
              (40, 40, 6, 5, 1), (40, 80, 6, 3, 2), (80, 80, 6, 3, 1), (80, 80, 6, 3, 1),
              (80, 112, 6, 5, 1), (112, 112, 6, 5, 1), (112, 112, 6, 5, 1), (112, 192, 6, 5, 2),
              (192, 192, 6, 5, 1), (192, 192, 6, 5, 1), (192, 192, 6, 5, 1), (192, 320, 6, 3, 1)]
    return nn.Sequential(
        SameConvolution(3, 32, 3, 2), nn.ReLU6(inplace=True),
        *[InvertedBlock(*block) for block in blocks],
        nn.Conv2d(320, 1280, 1), nn.ReLU6(inplace=True),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(1280, 1000))


def training(network, inputs, classes, batch, last=False, fused=False, loader=False):
    if last:
        network, inputs = network.to(memory_format=LAST), inputs.to(memory_format=LAST)
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3, fused=fused)
    labels = torch.randint(0, classes, (len(inputs),))
    loads = torch.utils.data.DataLoader(
        torch.utils.data.TensorDataset(inputs, labels), batch_size=batch, shuffle=True)

    def batches():
        if loader:
            yield from loads
        elif len(inputs) == batch:
            yield inputs, labels
        else:
            for chosen in torch.randperm(len(inputs)).split(batch):
                yield inputs[chosen], labels[chosen]

    def epoch():
        for x, y in batches():
            optimizer.zero_grad(set_to_none=True)
            F.cross_entropy(network(x), y).backward()
            optimizer.step()
    return epoch


for suffix, choices in (("", {}), (".fused", {"fused": True}), (".loader", {"loader": True}),
                        (".cl", {"fused": True, "last": True})):
    @item(f"b.cnn.epoch{suffix}")
    def _(choices=choices):
        return training(SmallCNN(), torch.randn(2000, 3, 32, 32), 10, 64, **choices)

for suffix, choices in (("", {}), (".fused", {"fused": True})):
    @item(f"b.mlp.step{suffix}")
    def _(choices=choices):
        return training(perceptron(), torch.randn(64, 16), 3, 64, **choices)

for count in (1, 4096):
    @item(f"b.mlp.fwd{count}")
    def _(count=count):
        network, x = perceptron().eval(), torch.randn(count, 16)
        return lambda: network(x)


def forward(make, shape, last):
    network, x = make().eval(), torch.randn(shape)
    if last:
        network, x = network.to(memory_format=LAST), x.to(memory_format=LAST)
    return lambda: network(x)


def input_gradient(make, shape, last):
    network, x = make().eval(), torch.randn(shape)
    if last:
        network = network.to(memory_format=LAST).requires_grad_(False)
        x = x.to(memory_format=LAST)
    x.requires_grad_()
    return lambda: torch.autograd.grad(network(x)[0, 3], x)


IMAGE, PHOTOGRAPH = (3, 32, 32), (1, 3, 224, 224)
for name, prepare, make, shape in (
    ("b.cnn.fwd1", forward, SmallCNN, (1, *IMAGE)),
    ("b.cnn.fwd64", forward, SmallCNN, (64, *IMAGE)),
    ("b.cnn.inputgrad1", input_gradient, SmallCNN, (1, *IMAGE)),
    ("d.fwd", forward, resnet18, PHOTOGRAPH),
    ("d.inputgrad", input_gradient, resnet18, PHOTOGRAPH),
):
    for suffix, last in (("", False), (".cl", True)):
        @item(name + suffix)
        def _(prepare=prepare, make=make, shape=shape, last=last):
            return prepare(make, shape, last)

# Channels last is how PyTorch is fastest on these, so that there is no other line.
for name, prepare in (("f.fwd", forward), ("f.inputgrad", input_gradient)):
    @item(name)
    def _(prepare=prepare):
        return prepare(efficientnet_lite0, PHOTOGRAPH, True)
