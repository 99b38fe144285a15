"""Writes cumulative_sum.txt and nancumsum.txt; run it in this folder: python3 modes.py"""

import itertools
import warnings

import numpy as np

import cumsum
import inputs

COLUMNS = "number in shape layout values axis dtype out out-layout initial => dtype shape strides checksum"


def nancumsum(a, axis, dtype, out, initial):
    return np.nancumsum(a, axis, dtype, out)


def cumulative_sum(a, axis, dtype, out, initial):
    return np.cumulative_sum(a, axis=axis, dtype=dtype, out=out, include_initial=initial)


def result(function, number, in_type, shape, layout, mode, axis, dtype, out_type, out_layout, initial):
    """What NumPy makes of one case, as text."""
    base = inputs.base(np.dtype(in_type), inputs.base_shape(layout, shape), mode, number)
    a = inputs.view(layout, base, shape)
    try:
        if out_type is None:
            y = function(a, axis, dtype, None, initial)
            whole = y
        else:
            out_shape = list(shape) if axis is not None or len(shape) == 1 else [a.size]
            if initial:
                out_shape[axis or 0] += 1
            whole = inputs.sentinels(np.dtype(out_type), inputs.base_shape(out_layout, tuple(out_shape)))
            y = inputs.view(out_layout, whole, tuple(out_shape))
            assert function(a, axis, dtype, y, initial) is y
    except Exception as e:
        return "! %s: %s" % (type(e).__name__, str(e).replace("\n", " "))
    strides = inputs.numbers(y.strides) if y.size else "-"
    return " ".join([y.dtype.str, inputs.numbers(y.shape), strides, inputs.checksum(whole)])


def line(function, *case):
    number, in_type, shape, *rest = case
    columns = [number, in_type, inputs.numbers(shape), *rest[:-1], int(rest[-1])]
    text = " ".join("-" if column is None else str(column) for column in columns)
    return text + " => " + result(function, *case)


def cases(function, initials, layouts):
    """Every dtype with every layout and axis, and with dtypes and outputs that take turns."""
    shapes = [(), (0,), (5,), (0, 3), (3, 0), (3, 4), (2, 3, 2)]
    types = [np.dtype(name) for name in cumsum.NAMES]
    types += [t.newbyteorder(">") for t in types if t.itemsize > 1 and t.kind != "O"]
    lines = []
    for in_type, layout, shape, initial in itertools.product(types, layouts, shapes, initials):
        for axis in [None, *range(max(len(shape), 1))]:
            number = len(lines)
            axis = axis if axis is None or number % 2 == 0 else axis - max(len(shape), 1)
            case = [number, in_type.str, shape, layout, "any", axis, None, None, None, initial]
            lines.append(line(function, *case))
    optional = [None, ">f8", *cumsum.NAMES]
    for in_type, dtype, out in itertools.product(cumsum.NAMES, optional, [None, *cumsum.NAMES]):
        number = len(lines)
        if out == "timedelta64[s]" and dtype is not None:
            continue  # NumPy's answer depends on the calls before.
        types = [None if name is None else np.dtype(name) for name in (in_type, dtype, out)]
        mode = cumsum.values(*types)
        axis = number % 2
        out_layout = None if out is None else inputs.LAYOUTS[number % 6]
        initial = initials[number // 2 % len(initials)]
        case = [number, in_type, (4, 6), layouts[number % len(layouts)], mode, axis, dtype, out, out_layout]
        lines.append(line(function, *case, initial))
    return lines


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    lines = cases(cumulative_sum, [False, True], inputs.LAYOUTS)
    inputs.write("cumulative_sum.txt", "np.cumulative_sum: " + COLUMNS, lines)
    # np.array copies axes that repeat into another order of memory than ufuncs give their results.
    lines = cases(nancumsum, [False], inputs.LAYOUTS[:-1])
    inputs.write("nancumsum.txt", "np.nancumsum: " + COLUMNS, lines)
