"""Shapley values, `c.shapley.*`: ours are those of the lesson.

`c.shapley.exact.hand` is written by hand, vectorised, since that is faster than any library;
`c.shapley.exact.shap` is shap's Exact, `c.shapley.sampled.shap` its Permutation; both are left out where
shap is not installed.
"""
import math

import torch
import torch.nn as nn

from item import item

FEATURES, ROWS = 10, 100


def perceptron():
    torch.manual_seed(0)
    network = nn.Sequential(
        nn.Linear(FEATURES, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 3)).eval()
    return network, torch.randn(1, FEATURES), torch.randn(ROWS, FEATURES)


@item("c.shapley.exact.hand")
def _():
    network, x, background = perceptron()
    masks = (torch.arange(1 << FEATURES)[:, None] >> torch.arange(FEATURES)) & 1 == 1
    weights = torch.zeros(FEATURES, 1 << FEATURES)
    for mask in range(1 << FEATURES):
        size = mask.bit_count()
        for player in range(FEATURES):
            others = size - (mask >> player & 1)
            weight = math.factorial(others) * math.factorial(FEATURES - others - 1)
            sign = 1 if mask >> player & 1 else -1
            weights[player, mask] = sign * weight / math.factorial(FEATURES)

    def run():
        rows = torch.where(masks[:, None, :], x[None], background[None]).reshape(-1, FEATURES)
        return weights @ network(rows)[:, 0].reshape(-1, ROWS).mean(1)
    return run


try:
    import numpy as np
    import shap
except ImportError:
    shap = None

if shap:
    def explained(kind):
        """An explainer of one kind, and the row that it is to explain."""
        network, x, background = perceptron()

        def score(rows):
            with torch.no_grad():
                return network(torch.from_numpy(np.asarray(rows, dtype=np.float32)))[:, 0].numpy()

        masker = shap.maskers.Independent(background.numpy(), max_samples=ROWS)
        return kind(score, masker), x.numpy()

    @item("c.shapley.exact.shap")
    def _():
        explainer, row = explained(shap.explainers.Exact)
        return lambda: explainer(row)

    @item("c.shapley.sampled.shap")
    def _():
        explainer, row = explained(shap.explainers.Permutation)
        return lambda: explainer(row, max_evals=50 * (2 * FEATURES + 1))
