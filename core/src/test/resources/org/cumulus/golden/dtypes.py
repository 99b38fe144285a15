"""Writes dtypes.txt; run it in this folder: python3 dtypes.py"""

import warnings

import numpy as np

import inputs

UNITS = "generic Y M W D h m s ms us μs ns ps fs as x S 25us 1s 0s 007s -3s 2147483647s 2147483648s".split()
UNITS += ["", "25", "s/10", "D/24", "Y/12", "s/7", "7s/1000", "h/3600", "ns/1000", "3M ", " s", "s]"]
STRANGE = ["", " ", "foo", "i3", "f1", "f3", "u16", "c4", "i", "I8", "int128", "Float64", "FLOAT64", "Int", "<", ">"]
STRANGE += ["f8 ", " f8", "<<f8", "f8<", "1f8", "2i4", "(2,)f8", "f8,i4", "i4,", ",", "08", "?1", "b8", "O4", "float8"]
STRANGE += ["int0", "long_", "str", "str_", "bytes", "S3", "U3", "a3", "V4", "void", "M8", "M8[s]", "datetime64[D]"]
STRANGE += ["<M8[ns]", "g", "G", "f16", "c32", "longdouble", "clongdouble", "float128", "complex256", ">f16", "T"]
STRANGE += ["m8[s", "timedelta", "timedelta64[s]x", "m4", "m8[]", "m8[s][s]", "numeric", "number"]
STRANGE += ["longfloat", "singlecomplex", "cfloat", "unicode", "bool8", "object0", "Object", "np.float64", "e2", "d8"]


def spellings():
    names = [name for name in np.sctypeDict if isinstance(name, str)]
    codes = list("?bhilqpnBHILQPNefdFDOm")
    codes += ["b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16", "O8", "m8"]
    words = ["int", "float", "complex", "bool", "object", "uint", "half", "single", "double", "byte", "short"]
    words += ["intc", "intp", "long", "longlong", "ubyte", "ushort", "uintc", "uintp", "ulong", "ulonglong"]
    words += ["csingle", "cdouble", "int_", "bool_", "object_", "float_", "complex_", "timedelta64"]
    plain = sorted(set(names + codes + words))
    times = [name + "[" + unit + "]" for name in ["m8", "timedelta64", "m", ">m8", "=m8", "|m8"] for unit in UNITS]
    return [order + name for name in plain for order in ["", "<", ">", "=", "|"]] + times + STRANGE


def described(name):
    try:
        dtype = np.dtype(name)
    except Exception as e:
        if isinstance(e, SyntaxError) or "was removed" in str(e):
            return "! TypeError: data type '%s' not understood" % name
        return "! %s: %s" % (type(e).__name__, e)
    if dtype.kind in "SUVMT" or dtype.char in "gG":
        return "unsupported"
    return "\t".join([dtype.str, dtype.name, str(dtype)])


warnings.simplefilter("ignore")
inputs.write("dtypes.txt", "np.dtype: name, then str, name and text, or ! error", ["%s\t%s" % (n, described(n)) for n in spellings()])
