"""The operators, `a.*`."""
import torch
import torch.nn.functional as F

from item import item


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
