"""Writes views.txt; run it in this folder: python3 views.py"""

import random

import numpy as np

import inputs

SHAPES = [(), (1,), (5,), (2, 3), (3, 1, 4), (2, 3, 4), (4, 1, 1, 2), (2, 2, 3, 2), (0,), (2, 0, 3)]


def some_slice(r, length):
    """One item of an index; some are out of bounds on purpose."""
    kind = r.random()
    if kind < 0.25:
        return str(r.randint(-length - 1, length) if r.random() < 0.2 else r.randint(-length, max(length - 1, 0)))
    start, stop = (r.choice(["", str(r.randint(-length - 2, length + 2))]) for _ in range(2))
    step = r.choice(["", ":", ":1", ":2", ":3", ":-1", ":-2", ":-1", ":-3", ":%d" % r.randint(-9, 9)])
    return start + ":" + stop + step


def some_index(r, shape):
    items = [some_slice(r, n) for n in shape]
    del items[r.randint(0, len(items)) :]
    for extra in ["...", "newaxis", "None", ":"]:
        if r.random() < 0.15:
            items.insert(r.randint(0, len(items)), extra)
    return ", ".join(items) or "..."


def some_shape(r, size):
    """Dimensions whose product is the size, most often."""
    dims = []
    rest = max(size, 1)
    while rest > 1 and len(dims) < 4:
        factor = r.choice([d for d in range(2, rest + 1) if rest % d == 0])
        dims.append(factor)
        rest //= factor
    for _ in range(r.randint(0, 2)):
        dims.insert(r.randint(0, len(dims)), 1)
    if size == 0:
        dims.insert(r.randint(0, len(dims)), 0)
    if dims and r.random() < 0.3:
        dims[r.randrange(len(dims))] = -1
    if r.random() < 0.05:
        dims.append(r.choice([2, -1]))
    return dims


def some_step(r, a):
    """An operation in words."""
    kind = r.randint(0, 7)
    axes = list(range(a.ndim))
    if kind <= 2:
        return "slice " + some_index(r, a.shape)
    if kind == 3:
        r.shuffle(axes)
        axes = [axis - a.ndim if r.random() < 0.2 else axis for axis in axes]
        if r.random() < 0.05:
            axes.append(0)
        return "transpose " + inputs.numbers(axes)
    if kind == 4:
        return "reshape " + inputs.numbers(some_shape(r, a.size))
    if kind == 5:
        return r.choice(["ravel", "flip " + inputs.numbers(r.sample(axes, r.randint(0, a.ndim)))])
    if kind == 6:
        axis = r.randint(-a.ndim - (r.random() < 0.05), max(a.ndim - 1, 0))
        length = a.shape[axis] if -a.ndim <= axis < a.ndim else 1
        return "select %d,%d" % (axis, r.randint(-length - (r.random() < 0.1), max(length - 1, 0)))
    shape = [r.randint(1, 3) if n == 1 else n for n in a.shape]
    for _ in range(r.randint(0, 2)):
        shape.insert(0, r.randint(0, 3) if r.random() < 0.3 else 2)
    if shape and r.random() < 0.1:
        shape[-1] += 1
    return "broadcast " + inputs.numbers(shape)


def do(step, a):
    name, _, text = step.partition(" ")
    values = [] if text in ("", "()") or name == "slice" else [int(n) for n in text.split(",")]
    if name == "slice":
        index = text.replace("newaxis", "None") + ("" if "..." in text else ", ...")
        return eval("a[%s]" % index, {"a": a})
    if name == "transpose":
        return a.transpose(values) if values else a.transpose()
    if name == "reshape":
        return a.reshape(values)
    if name == "ravel":
        return a.reshape(-1)
    if name == "flip":
        return np.flip(a, values or None) if a.ndim else a
    if name == "select":
        axis, index = values
        if not -a.ndim <= axis < a.ndim:
            raise np.exceptions.AxisError(axis, a.ndim)
        return a[(slice(None),) * (axis % a.ndim) + (index, ...)]
    return np.broadcast_to(a, values)


def strides(a):
    """Byte strides; that of an axis of length 1 means nothing, and is left out."""
    return inputs.numbers("*" if n == 1 else stride for n, stride in zip(a.shape, a.strides, strict=True))


def end(a, base):
    """Shape, strides, whether the memory is the base's, strides of sums along each axis, values."""
    if a.size == 0:
        return inputs.numbers(a.shape)
    shared = "view" if np.shares_memory(a, base) else "copy"
    sums = [inputs.numbers(np.cumsum(a, axis).strides) for axis in range(a.ndim)]
    values = inputs.numbers(a.ravel().tolist())
    return " ".join([inputs.numbers(a.shape), strides(a), shared, ";".join(sums) or "-", values])


def main():
    lines = []
    r = random.Random(20260101)
    while len(lines) < 2500:
        shape = r.choice(SHAPES)
        base = np.arange(np.prod(shape, dtype=int), dtype="<i2").reshape(shape)
        a = base
        steps = []
        result = None
        for _ in range(r.randint(1, 4)):
            steps.append(some_step(r, a))
            try:
                a = do(steps[-1], a)
            except (ValueError, IndexError) as e:
                result = "! %s: %s" % (type(e).__name__, e)
                break
        result = result or end(a, base)
        if len(result) < 160:
            lines.append("%s | %s => %s" % (inputs.numbers(shape), " | ".join(steps), result))
    inputs.write("views.txt", "views: shape | step | ... => shape strides view-or-copy sums values", lines)


main()
