"""Writes diff.txt; run it in this folder: python3 diff.py"""

import itertools
import warnings

import numpy as np

import cumsum
import inputs

COLUMNS = "number in shape layout values n axis prepend append => dtype shape strides checksum"


def neighbour(text, shape, axis, mode, seed):
    """What stands before or after: nothing, one value "scalar:TYPE", or "LENGTH:TYPE"."""
    if text is None:
        return np._NoValue
    length, dtype = text.split(":")
    if length == "scalar":
        return inputs.base(np.dtype(dtype), (), mode, seed)
    shape = list(shape)
    shape[axis] = int(length)
    return inputs.base(np.dtype(dtype), tuple(shape), mode, seed)


def result(number, in_type, shape, layout, mode, n, axis, prepend, append):
    """What NumPy makes of one case, as text."""
    base = inputs.base(np.dtype(in_type), inputs.base_shape(layout, shape), mode, number)
    a = inputs.view(layout, base, shape)
    before = neighbour(prepend, shape, axis, mode, number + 1000000)
    after = neighbour(append, shape, axis, mode, number + 2000000)
    try:
        y = np.diff(a, n, axis, before, after)
    except Exception as e:
        return "! %s: %s" % (type(e).__name__, str(e).replace("\n", " "))
    # Where arrays are put together or given back, or empty, strides are nobody's promise.
    told = y.size and n > 0 and prepend is None and append is None
    strides = inputs.numbers(y.strides) if told else "-"
    return " ".join([y.dtype.str, inputs.numbers(y.shape), strides, inputs.checksum(y)])


def line(*case):
    number, in_type, shape, *rest = case
    columns = [number, in_type, inputs.numbers(shape), *rest]
    return " ".join("-" if column is None else str(column) for column in columns) + " => " + result(*case)


def layouts():
    """Every dtype in both byte orders, in every layout and many shapes, along every axis."""
    shapes = [(), (0,), (1,), (2,), (7,), (0, 3), (3, 0), (3, 4), (2, 3, 4), (3, 1, 2, 2)]
    types = [np.dtype(name) for name in cumsum.NAMES]
    types += [t.newbyteorder(">") for t in types if t.itemsize > 1 and t.kind != "O"]
    lines = []
    for dtype, layout, shape in itertools.product(types, inputs.LAYOUTS, shapes):
        for axis in range(max(len(shape), 1)):
            number = len(lines)
            axis -= len(shape) if number % 2 == 1 else 0
            n = [1, 1, 2, 3, 0, 9][number % 6]
            before = [None, None, "scalar:" + dtype.str, "2:" + dtype.str, None][number % 5]
            after = [None, "scalar:" + dtype.str, None, "1:" + dtype.str, None, "0:" + dtype.str, None][number % 7]
            if not shape:
                before = after = None
            lines.append(line(number, dtype.str, shape, layout, "any", n, axis, before, after))
    return lines


def product(number):
    """Every dtype with a value of every other before it, and of every third after."""
    lines = []
    for in_type, before in itertools.product(cumsum.NAMES, cumsum.NAMES):
        after = cumsum.NAMES[(cumsum.NAMES.index(before) + number) % len(cumsum.NAMES)]
        types = {in_type, before, after} if number % 2 == 0 else {in_type, before}
        # A timedelta64 has no dtype in common with these; NumPy's words name its classes.
        if "timedelta64[s]" in types and types & {"float16", "float32", "float64", "complex64", "complex128", "uint64", "object"}:
            continue
        mode = "signed" if "object" in types and not any(t.startswith("u") for t in types) else "any"
        layout = inputs.LAYOUTS[number % len(inputs.LAYOUTS)]
        append = None if number % 2 else "3:" + after
        case = [in_type, (4, 6), layout, mode, 1 + number % 2, number % 2, "scalar:" + before, append]
        lines.append(line(number, *case))
        number += 1
    return lines


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    lines = layouts()
    lines += product(len(lines))
    inputs.write("diff.txt", "np.diff: " + COLUMNS, lines)
