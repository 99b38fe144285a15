"""NumPy's part of the benchmark tables: times numpy.cumsum and others on the cells that it is told.

The table starts it and talks to it over standard input and output, a line each way:

    cell DTYPE SHAPE AXIS LAYOUT FILE  ->  the CRC-32 of the sums' bytes
    warm SECONDS, fresh SECONDS        ->  nanoseconds a call, with and without `out`
    has NAME                           ->  whether there is such a ufunc for the dtype, or diff
    bits NAME                          ->  the CRC-32 of its result's bytes
    work NAME SECONDS                  ->  nanoseconds a call of its accumulate

Inputs are those of Values.java and Layout.java: equal checksums prove it.
"""

import gc
import itertools
import sys
import time
import zlib

import numpy as np

GOLDEN_RATIO = np.uint64(0x9E3779B97F4A7C15)


def sequence(size, values):
    numbers = np.arange(size, dtype=np.uint64)
    numbers *= GOLDEN_RATIO
    numbers >>= np.uint64(40)
    numbers %= np.uint64(values)
    return numbers.astype(np.int64)


def array(dtype, shape):
    size = int(np.prod(shape))
    if dtype.kind == "f":
        flat = ((sequence(size, 201) - 100) * 0.01).astype(dtype)
    elif dtype.kind == "c":
        parts = (sequence(2 * size, 201) - 100) * 0.01
        flat = parts.view(np.complex128).astype(dtype)
    elif dtype.kind == "b":
        flat = sequence(size, 2).astype(dtype)
    elif dtype.kind == "u":
        flat = sequence(size, 201).astype(dtype)
    else:
        flat = (sequence(size, 201) - 100).astype(dtype)
    return flat.reshape(shape)


def laid_out(dtype, shape, layout, file):
    if layout == "strided":
        return array(dtype, shape[:-1] + (2 * shape[-1],))[..., ::2]
    if layout == "reversed":
        return np.flip(array(dtype, shape))
    if layout == "transposed":
        return array(dtype, shape[::-1]).T
    if layout == "swapped":
        return array(dtype, shape).astype(dtype.newbyteorder())
    if layout == "mapped":
        return np.load(file, mmap_mode="r")
    return array(dtype, shape)


class Cell:
    def __init__(self, dtype, shape, axis, layout, file):
        shape = tuple(int(length) for length in shape.split("x"))
        self.axis = None if axis == "none" else int(axis)
        self.input = laid_out(np.dtype(dtype), shape, layout, file)
        # A fresh result, but in C order: as what Cumulus writes to.
        self.out = np.ascontiguousarray(np.cumsum(self.input, self.axis))
        self.seconds = {}

    def sample(self, work, seconds):
        if work not in self.seconds:
            self.seconds[work] = self.time(work, 1)
        calls = max(1, int(seconds / self.seconds[work]))
        self.seconds[work] = self.time(work, calls)
        return self.seconds[work] * 1e9

    def time(self, work, calls):
        call, arguments = self.call(work)
        start = time.perf_counter()
        for _ in itertools.repeat(None, calls):
            call(*arguments)
        return (time.perf_counter() - start) / calls

    def call(self, work):
        if work in ("warm", "fresh"):
            return np.cumsum, (self.input, self.axis, None, self.out if work == "warm" else None)
        if work == "diff":
            return np.diff, (self.input, 1, self.axis)
        return getattr(np, work).accumulate, (self.input, self.axis)

    def has(self, work):
        """Whether there is such a ufunc that takes the elements."""
        if work != "diff" and not isinstance(getattr(np, work, None), np.ufunc):
            return False
        return not (self.input.dtype.kind == "f" and work.startswith("bitwise"))

    def bits(self, work):
        call, arguments = self.call(work)
        return zlib.crc32(np.ascontiguousarray(call(*arguments)).view(np.uint8))


def main():
    gc.disable()
    print(np.__version__, flush=True)
    cell = None
    for line in sys.stdin:
        command, *arguments = line.split()
        if command == "cell":
            cell = None  # two cells at once might not fit
            cell = Cell(*arguments)
            print(zlib.crc32(cell.out.view(np.uint8)), flush=True)
        elif command == "has":
            print(cell.has(arguments[0]), flush=True)
        elif command == "bits":
            print(cell.bits(arguments[0]), flush=True)
        elif command == "work":
            print(cell.sample(arguments[0], float(arguments[1])), flush=True)
        else:
            print(cell.sample(command, float(arguments[0])), flush=True)


main()
