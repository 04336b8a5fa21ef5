extension Example {
  /// Names of PyTorch, and cases without their dot.
  static let names = [
    Example(
      "let value = x.item()",
      says: "PyTorch’s `item` is `x.scalar` here.",
      right: "let value = x.scalar"),
    Example(
      "let value = x.T",
      says: "PyTorch’s `T` is `x.transposed()` here.",
      right: "let value = x.transposed()"),
    Example(
      "let value = x.view(2, -1)",
      says: "PyTorch’s `view` is `x.reshaped(to: [2, -1])` here.",
      right: "let value = x.reshaped(to: [2, -1])"),
    Example(
      "let value = x.numpy()",
      says: "PyTorch’s `numpy` is `x.scalars` here.",
      right: "let value = x.scalars"),
    Example(
      "let value = x.amax(dim: 1)",
      says: "PyTorch’s `amax` is `x.max(along: 1)` here.",
      right: "let value = x.max(along: 1)"),
    Example(
      "let value = x.amin(1)",
      says: "PyTorch’s `x.amin(1)` is `x.min(along: 1)` here.",
      right: "let value = x.min(along: 1)"),
    Example(
      "let value = x.unsqueeze(0)",
      says: "PyTorch’s `row.unsqueeze(0)` is `row.insertingAxis(at: 0)` here.",
      right: "let value = x.insertingAxis(at: 0)"),
    Example(
      "let value = Tensor.cat(values)",
      says: "PyTorch’s `torch.cat([x, column], 1)` is `Tensor.concatenated([x, column], "
        + "along: 1)` here.",
      right: "let value = Tensor.concatenated([x, y], along: 1)"),
    Example(
      "let value = torch.zeros(2, 3)",
      says: "PyTorch’s `torch.zeros(2, 3)` is `Tensor.zeros([2, 3])` here.",
      right: "let value = Tensor.zeros([2, 3])"),
    Example(
      "let value = torch.exp(x)",
      says: "`exp` is a method of the tensor, `row.exp()`.",
      right: "let value = x.exp()"),
    Example(
      "let value = F.cross_entropy(x, labels)",
      says: "PyTorch’s `F.cross_entropy(logits, torch.tensor(labels))` is "
        + "`logits.crossEntropy(with: labels)` here.",
      right: "let value = x.crossEntropy(with: labels)"),
    Example(
      "let value = np.zeros_like(x)",
      says: "PyTorch’s `zeros_like` is `Tensor.zeros(x.shape)` here.",
      right: "let value = Tensor.zeros(x.shape)"),
    Example(
      "let value = nn.Dropout(alpha)",
      says: "There is no `nn` here; layers come with `import Layers`.",
      right: "let value = x"),
    Example(
      "let value = x.softmx()",
      says: "Did you mean `softmax`?",
      right: "let value = x.softmax()"),
    Example(
      "if reduction == largest { return x }",
      says: "A case of an enum has a dot before it: `.largest`.",
      right: "if reduction == .largest { return x }"),
    Example(
      """
      switch reduction {
      case sum: return x
      default: return y
      }
      """,
      says: "A case of an enum has a dot before it: `.sum`.",
      right: """
        switch reduction {
        case .sum: return x
        default: return y
        }
        """),
  ]
}
