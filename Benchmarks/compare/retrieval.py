"""Exact search of the ten nearest of 50,000 rows, `c.knn.*`: ours is that of the lesson.

Rows have length 1 beforehand on both sides. The items for faiss are left out where it is not installed.
"""
import torch

from item import item

ROWS, COLUMNS, NEIGHBOURS = 50_000, 64, 10


def rows(count):
    rows = torch.randn(count, COLUMNS)
    return rows / rows.norm(dim=1, keepdim=True)


@item("c.knn.torch")
def _():
    memory, queries = rows(ROWS), rows(100)
    return lambda: (queries @ memory.T).topk(NEIGHBOURS)


@item("c.knn.torch.1q")
def _():
    memory, query = rows(ROWS), rows(1)
    return lambda: (query @ memory.T).topk(NEIGHBOURS)


try:
    import faiss
except ImportError:
    faiss = None

if faiss:
    def index():
        faiss.omp_set_num_threads(torch.get_num_threads())
        index = faiss.IndexFlatIP(COLUMNS)
        index.add(rows(ROWS).numpy())
        return index

    @item("c.knn.faiss")
    def _():
        memory, queries = index(), rows(100).numpy()
        return lambda: memory.search(queries, NEIGHBOURS)

    @item("c.knn.faiss.1q")
    def _():
        memory, query = index(), rows(1).numpy()
        return lambda: memory.search(query, NEIGHBOURS)
