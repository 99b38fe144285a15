"""The Python libraries' part of the benchmark tables: times them on the cells that it is told.

The table starts it and talks to it over standard input and output, a line each way:

    (at the start)                        ->  the libraries and their versions: NumPy 2.4.6; ...
    cell DTYPE AXIS LAYOUT OPERATION FILE ->  the CRC-32 of the bytes of NumPy's result, and who
                                              takes part: 123; NumPy bits; JAX close; Polars wrong
    close FILE                            ->  whether the array there is NumPy's result but for
                                              rounding
    time SECONDS TITLE                    ->  nanoseconds a call
    has NAME                              ->  whether NumPy has such a ufunc for the dtype, or diff
    bits NAME                             ->  the CRC-32 of its result's bytes
    work NAME SECONDS                     ->  nanoseconds a call of its accumulate

FILE is an .npy file. Of libraries, all are used that can be imported.
"""

import gc
import importlib
import itertools
import sys
import time
import warnings
import zlib
from functools import partial

import numpy as np

warnings.filterwarnings("ignore")

# How far a sum in another order may be from the exact one, in roundings of the sum of magnitudes:
# few, but for float64, as what it is compared with has been rounded as often.
TOLERANCE = {np.float16: 32, np.float32: 32, np.float64: 16384}


class Task:
    """A cell: an input, an operation, NumPy's result, and an array for results."""

    def __init__(self, dtype, axis, layout, operation, file):
        base = np.load(file, mmap_mode="c" if layout == "mapped" else None)
        self.layout = layout
        self.input = laid_out(base, layout)
        self.axis = None if axis == "none" else int(axis)
        self.operation = operation
        function, arguments = numpy_call(self, None)
        # In C order, as what Cumulus writes to.
        self.expected = np.ascontiguousarray(function(*arguments))
        self.out = np.zeros_like(self.expected)

    @property
    def is_plain(self):
        return self.layout == "plain"

    def agreement(self, result):
        """Whether a result has NumPy's bits, or is close to it, or is wrong."""
        result = np.asarray(result)
        if result.dtype.itemsize != self.expected.dtype.itemsize or result.size != self.expected.size:
            return "wrong"
        result = result.reshape(self.expected.shape)
        same = result.view(self.expected.dtype) if result.dtype.kind in "iu" else result
        if np.array_equal(same, self.expected, equal_nan=same.dtype.kind in "fc"):
            return "bits"
        return "close" if self.is_close(result) else "wrong"

    def is_close(self, result):
        if result.dtype.kind not in "fc":
            return False
        if self.operation != "add":
            return np.allclose(result, self.expected, rtol=1e-3 if result.itemsize < 8 else 1e-8)
        if result.dtype.kind == "c":
            return all(
                is_close_sum(part(result), part(self.expected), part(self.input), self.axis)
                for part in (np.real, np.imag)
            )
        return is_close_sum(result, self.expected, self.input, self.axis)


def laid_out(base, layout):
    if layout == "strided":
        return base[..., ::2]
    if layout == "reversed":
        return np.flip(base)
    if layout == "transposed":
        return base.T
    if layout == "swapped":
        return base.astype(base.dtype.newbyteorder())
    return base


def is_close_sum(result, expected, elements, axis):
    """Whether sums are near the exact ones, or near NumPy's, which may be far from them."""
    elements = elements.astype(np.float64)
    margin = TOLERANCE[result.dtype.type] * np.finfo(result.dtype).eps
    margin = margin * np.cumsum(np.abs(elements), axis)
    for center in (np.cumsum(elements, axis), expected.astype(np.float64)):
        low = (center - margin).astype(result.dtype)
        high = (center + margin).astype(result.dtype)
        if ((low <= result) & (result <= high)).all():
            return True
    return False


# Each of these takes a task and returns a function and its arguments, for as little as possible
# between it and the clock; None for what a library cannot do.


def numpy_call(task, out, operation=None):
    operation = operation or task.operation
    if operation == "add":
        return np.cumsum, (task.input, task.axis, None, out)
    if operation == "diff":
        return np.diff, (task.input, 1, task.axis)
    return getattr(np, operation).accumulate, (task.input, task.axis, None, out)


def numpy_warm(task):
    return numpy_call(task, task.out)


def numpy_fresh(task):
    return numpy_call(task, None)


def numba_call(task):
    import numba_loops

    return numba_loops.call(task.operation, task.input, task.axis, task.out)


def torch_call(task):
    import torch

    x = torch.from_numpy(task.input)
    out = torch.from_numpy(task.out)
    if task.axis is None:
        return (lambda: torch.cumsum(x.flatten(), 0, dtype=out.dtype, out=out)), ()
    if task.operation == "diff":
        return torch.diff, (x, 1, task.axis)
    if task.operation in ("maximum", "minimum"):
        function = torch.cummax if task.operation == "maximum" else torch.cummin
        places = torch.empty(x.shape, dtype=torch.int64)
        return (lambda: function(x, task.axis, out=(out, places))[0]), ()
    function = {
        "add": torch.cumsum,
        "multiply": torch.cumprod,
        "logaddexp": torch.logcumsumexp,
    }.get(task.operation)
    if function is None:
        return None
    if task.operation == "logaddexp":
        return partial(function, x, task.axis, out=out), ()
    return partial(function, x, task.axis, dtype=out.dtype, out=out), ()


def jax_call(task):
    import jax
    import jax.numpy as jnp

    jax.config.update("jax_enable_x64", True)
    dtype = task.expected.dtype
    axis = task.axis
    function = {
        "add": lambda x: jnp.cumsum(x, axis, dtype=dtype),
        "multiply": lambda x: jnp.cumprod(x, axis, dtype=dtype),
        "maximum": lambda x: jax.lax.cummax(x, axis),
        "minimum": lambda x: jax.lax.cummin(x, axis),
        "logaddexp": lambda x: jax.lax.cumlogsumexp(x, axis),
        "diff": lambda x: jnp.diff(x, axis=axis),
    }.get(task.operation)
    if function is None or not task.is_plain:
        return None
    compiled = jax.jit(function)
    x = jnp.asarray(task.input)
    return (lambda: compiled(x).block_until_ready()), ()


COLUMNS = {
    "add": ("cum_sum", "cumsum", "cumulative_sum"),
    "multiply": ("cum_prod", "cumprod", "cumulative_prod"),
    "maximum": ("cum_max", "cummax", "cumulative_max"),
    "minimum": ("cum_min", "cummin", "cumulative_min"),
}


def needs_cast(task):
    """Whether the library's own result would be narrower than NumPy's."""
    return task.input.dtype.kind in "bui" and task.input.dtype != task.expected.dtype


def polars_call(task):
    import polars

    if task.operation not in COLUMNS or task.input.ndim != 1 or not task.is_plain:
        return None
    series = polars.Series(task.input)
    name = COLUMNS[task.operation][0]
    if needs_cast(task):
        return (lambda: getattr(series.cast(polars.Int64), name)()), ()
    return getattr(series, name), ()


def pandas_call(task):
    import pandas

    if task.operation not in COLUMNS or task.axis is None or not task.input.dtype.isnative:
        return None
    table = pandas.Series(task.input) if task.input.ndim == 1 else pandas.DataFrame(task.input)
    name = COLUMNS[task.operation][1]
    return partial(getattr(table, name), axis=task.axis), ()


def arrow_call(task):
    import pyarrow
    import pyarrow.compute

    if task.operation not in COLUMNS or task.input.ndim != 1 or not task.is_plain:
        return None
    array = pyarrow.array(task.input)
    function = getattr(pyarrow.compute, COLUMNS[task.operation][2])
    if needs_cast(task):
        return (lambda: function(array.cast(pyarrow.int64()))), ()
    return function, (array,)


# Title, module, function.
PEERS = [
    ("NumPy", "numpy", numpy_warm),
    ("NumPy, fresh", "numpy", numpy_fresh),
    ("Numba", "numba", numba_call),
    ("PyTorch", "torch", torch_call),
    ("JAX", "jax", jax_call),
    ("Polars", "polars", polars_call),
    ("pandas", "pandas", pandas_call),
    ("Arrow", "pyarrow", arrow_call),
]


class Clock:
    def __init__(self, function, arguments):
        self.function = function
        self.arguments = arguments
        self.seconds = None

    def sample(self, seconds):
        if self.seconds is None:
            self.seconds = self.time(1)
        calls = max(1, int(seconds / self.seconds))
        self.seconds = self.time(calls)
        time.sleep(0.002)  # threads of theirs that wait for more work at full speed
        return self.seconds * 1e9

    def time(self, calls):
        function, arguments = self.function, self.arguments
        start = time.perf_counter()
        for _ in itertools.repeat(None, calls):
            function(*arguments)
        return max(1e-9, (time.perf_counter() - start) / calls)


class Worker:
    def __init__(self, wanted):
        self.peers = []
        versions = {}
        for title, module, prepare in PEERS:
            if wanted == "NumPy" and module != "numpy":
                continue
            try:
                version = importlib.import_module(module).__version__
            except ImportError:
                continue
            self.peers.append((title, prepare))
            versions.setdefault(title.split(",")[0], version)
        self.versions = "; ".join(f"{title} {version}" for title, version in versions.items())
        self.task = None
        self.clocks = {}

    def cell(self, *arguments):
        self.task = self.clocks = None  # two cells at once might not fit
        self.task = Task(*arguments)
        self.clocks = {}
        answers = [str(crc(self.task.expected))]
        for title, prepare in self.peers:
            agreement = self.enter(title, prepare)
            if agreement is not None:
                answers.append(f"{title} {agreement}")
        return "; ".join(answers)

    def enter(self, title, prepare):
        """Calls a library once, and says how its result compares; None if it cannot do it."""
        try:
            call = prepare(self.task)
            if call is None:
                return None
            self.task.out.fill(0)
            result = call[0](*call[1])
        except Exception as refusal:
            print(f"without {title}: {str(refusal).splitlines()[0]}", file=sys.stderr)
            return None
        agreement = self.task.agreement(self.task.out if result is None else result)
        if agreement != "wrong":
            self.clocks[title] = Clock(*call)
        return agreement

    def close(self, file):
        return self.task.agreement(np.load(file))

    def time(self, seconds, *title):
        return self.clocks[" ".join(title)].sample(float(seconds))

    def has(self, work):
        if work != "diff" and not isinstance(getattr(np, work, None), np.ufunc):
            return False
        return not (self.task.input.dtype.kind == "f" and work.startswith("bitwise"))

    def bits(self, work):
        function, arguments = numpy_call(self.task, None, work)
        return crc(np.ascontiguousarray(function(*arguments)))

    def work(self, name, seconds):
        if name not in self.clocks:
            self.clocks[name] = Clock(*numpy_call(self.task, None, name))
        return self.clocks[name].sample(float(seconds))


def crc(array):
    return zlib.crc32(array.view(np.uint8))


def main():
    gc.disable()
    worker = Worker(sys.argv[1])
    print(worker.versions, flush=True)
    for line in sys.stdin:
        command, *arguments = line.split()
        print(getattr(worker, command)(*arguments), flush=True)


main()
