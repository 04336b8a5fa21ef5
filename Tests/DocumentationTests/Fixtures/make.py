"""Makes what the test of docs/your-own.md compares with: the page's network in PyTorch, its weights,
its logits for cat.png and its Grad-CAM.

    python3 make.py CHELSEA.png          needs torch, safetensors and Pillow
"""
import pathlib
import sys

import numpy
import safetensors.torch
import torch
import torch.nn.functional as F
from PIL import Image
from torch import nn


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, 3, padding=1)
        self.conv2 = nn.Conv2d(8, 12, 3, padding=1)
        self.fc = nn.Linear(12, 5)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.relu(self.conv2(x))
        self.found = x
        return self.fc(x.mean(dim=(2, 3)))


folder = pathlib.Path(__file__).parent
picture = Image.open(sys.argv[1]).convert("RGB")
side = min(picture.size)
left, top = (picture.width - side) // 2, (picture.height - side) // 2
picture = picture.crop((left, top, left + side, top + side)).resize((64, 64), Image.BILINEAR)
picture.save(folder / "cat.png")

torch.manual_seed(3)
net = Classifier()
x = torch.from_numpy(numpy.array(picture)).permute(2, 0, 1)[None] / 255
logits = net(x)
target = logits.argmax().item()
slope, = torch.autograd.grad(logits[0, target], net.found)
weights = slope.mean(dim=(2, 3), keepdim=True)
cam = F.relu((weights * net.found).sum(dim=1)).detach()
print(target, logits, cam.min(), cam.max())
tensors = {**net.state_dict(), "expected.logits": logits.detach(), "expected.map": cam}
safetensors.torch.save_file({name: t.contiguous() for name, t in tensors.items()},
                            folder / "net.safetensors", metadata={"torch": torch.__version__})
