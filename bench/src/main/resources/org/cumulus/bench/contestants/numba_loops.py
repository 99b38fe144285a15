"""Scans as loops that Numba compiles with LLVM: from left to right, parallel along many lines."""

import numpy as np
from numba import njit, prange


@njit(inline="always")
def add(total, element):
    return total + element


@njit(inline="always")
def multiply(total, element):
    return total * element


@njit(inline="always")
def maximum(total, element):
    return total if total >= element or total != total else element


@njit(inline="always")
def minimum(total, element):
    return total if total <= element or total != total else element


@njit(inline="always")
def logical_and(total, element):
    return total and element != 0


@njit(inline="always")
def logical_or(total, element):
    return total or element != 0


@njit(inline="always")
def bitwise_and(total, element):
    return total & element


@njit(inline="always")
def bitwise_or(total, element):
    return total | element


@njit(inline="always")
def bitwise_xor(total, element):
    return total ^ element


@njit(inline="always")
def logaddexp(total, element):
    if total == element:
        return total + np.log(2.0)
    if total > element:
        return total + np.log1p(np.exp(element - total))
    return element + np.log1p(np.exp(total - element))


OPERATIONS = {
    each.__name__: each
    for each in (
        add, multiply, maximum, minimum, logical_and, logical_or,
        bitwise_and, bitwise_or, bitwise_xor, logaddexp,
    )
}


@njit
def diff(x):
    out = np.empty(x.size - 1, x.dtype)
    for i in range(out.size):
        out[i] = x[i + 1] - x[i]
    return out


def loops(operation):
    """The loops of an operation: along a line, along rows, down columns, flattened."""

    # The first result is stored before it is read, so that totals have the result's dtype.
    @njit
    def line(x, out):
        out[0] = x[0]
        total = out[0]
        for i in range(1, x.size):
            total = operation(total, x[i])
            out[i] = total

    @njit(parallel=True)
    def rows(x, out):
        for r in prange(x.shape[0]):
            out[r, 0] = x[r, 0]
            total = out[r, 0]
            for i in range(1, x.shape[1]):
                total = operation(total, x[r, i])
                out[r, i] = total

    # By one thread, row after row: blocks of columns for each took longer, for ten columns and for 5000.
    @njit
    def columns(x, out):
        n, m = x.shape
        for j in range(m):
            out[0, j] = x[0, j]
        for i in range(1, n):
            for j in range(m):
                out[i, j] = operation(out[i - 1, j], x[i, j])

    @njit
    def flattened(x, out):
        out[0] = x[0, 0]
        total = out[0]
        k = 0
        for i in range(x.shape[0]):
            for j in range(x.shape[1]):
                if k > 0:
                    total = operation(total, x[i, j])
                    out[k] = total
                k += 1

    return line, rows, columns, flattened


_compiled = {}


def call(operation, x, axis, out):
    """The function and the arguments to call it with; None for what Numba cannot do."""
    if x.dtype == np.float16 or not x.dtype.isnative:
        return None
    if operation == "diff":
        return (diff, (x,)) if x.ndim == 1 else None
    if operation not in OPERATIONS or x.ndim > 2:
        return None
    if operation not in _compiled:
        _compiled[operation] = loops(OPERATIONS[operation])
    line, rows, columns, flattened = _compiled[operation]
    if x.ndim == 1:
        return line, (x, out)
    if axis is None:
        return flattened, (x, out)
    if axis == 1:
        return rows, (x, out)
    return columns, (x, out)
