"""Permutation importance, `c.permimp.*`: ours is that of the lesson.

`c.permimp.hand` is a loop written by hand with torch, which is faster than any library;
`c.permimp.sklearn.torch` is scikit-learn's, on the same perceptron, and left out where scikit-learn
is not installed.
"""
import torch
import torch.nn as nn

from item import item

ROWS, FEATURES, REPEATS = 2000, 16, 10


def perceptron():
    torch.manual_seed(0)
    network = nn.Sequential(
        nn.Linear(FEATURES, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 3)).eval()
    return network, torch.randn(ROWS, FEATURES), torch.arange(ROWS) % 3


@item("c.permimp.hand")
def _():
    network, table, labels = perceptron()

    def accuracy(rows):
        return (network(rows).argmax(1) == labels).float().mean()

    def run():
        before, mixed = accuracy(table), table.clone()
        lost = torch.empty(FEATURES, REPEATS)
        for column in range(FEATURES):
            for turn in range(REPEATS):
                mixed[:, column] = table[torch.randperm(ROWS), column]
                lost[column, turn] = before - accuracy(mixed)
            mixed[:, column] = table[:, column]
        return lost
    return run


try:
    import numpy as np
    from sklearn.base import BaseEstimator, ClassifierMixin
    from sklearn.inspection import permutation_importance
except ImportError:
    permutation_importance = None

if permutation_importance:
    class Perceptron(ClassifierMixin, BaseEstimator):
        """What scikit-learn takes for a classifier."""

        def fit(self, rows, labels):
            self.classes_ = np.arange(3)
            return self

        def predict(self, rows):
            with torch.no_grad():
                rows = torch.from_numpy(np.ascontiguousarray(rows))
                return perceptron.network(rows).argmax(1).numpy()

    @item("c.permimp.sklearn.torch")
    def _():
        perceptron.network, table, labels = perceptron()
        rows, labels = table.numpy(), labels.numpy()
        model = Perceptron().fit(rows, labels)
        return lambda: permutation_importance(
            model, rows, labels, n_repeats=REPEATS, random_state=0, scoring="accuracy")
