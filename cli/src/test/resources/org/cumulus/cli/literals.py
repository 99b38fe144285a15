"""Writes literals.tsv: literals, and dtype and text of their cumulative sums by NumPy 2.4.6.

Run in this folder: python3 literals.py
"""

import numpy as np

LITERALS = """
10|-5|+5|0|-0|00|1_000|0xff|0XFF|0x_ff|0o17|0b101|1.|.5|-.5|-0.0|1e3|1E-3|1_0.0_1e1_0|1e400|5e-324
True|False|true|inf|-inf|nan|Infinity|NaN|3j|-2j|1+2j|1-2j|-1 - 2j|1.5e3+.5J|-0.0+0j|0-0j|1J
(5)|((5))|(5,)|()|[]|[[]]|[[], []]|[()]|[(1+2j)]|(1+2j, 3)|[1, 2, 3,]|[ 1 ,\t2 ]|[(1, 2), [3, 4]]
[2, 4, 6]|[[2,4,6],[1,3,5]]|[[[1],[2]],[[3],[4]]]|[-1,2]|[1, 2.5]|[1, 2.5, 3]|[True, 2]|[True, 2.5]
[True, False]|[1, 2j]|[True, 2j]|[1.5, 2j]|[nan, 1]|[0.1, 0.2, 0.3]|[1e308, 1e308]|[0x10, 1_0]
9223372036854775807|9223372036854775808|-9223372036854775808|-9223372036854775809
18446744073709551615|18446744073709551616|[9223372036854775808, 1]|[9223372036854775808]
[9223372036854775807, 1]|[18446744073709551615, 1.5]|[9223372036854775808, True]
[18446744073709551616, 1]|[1, 100000000000000000000]|[[1, 2], [100000000000000000000, 3]]
[9223372036854775808, -100000000000000000000]|[[1, 2], [9223372036854775808, 3]]|[[1, 2], [2.5, 3]]
[[1, True], [2j, 3]]|0xffffffffffffffff|0x1_0000_0000_0000_0000
"""

NAMES = {"true": True, "false": False, "inf": np.inf, "Infinity": np.inf, "nan": np.nan, "NaN": np.nan}

with open("literals.tsv", "w") as file, np.errstate(all="ignore"):
    literals = LITERALS.strip().replace("\n", "|").split("|")
    file.write(f"# {len(literals)} literals, NumPy {np.__version__}\n")
    for literal in literals:
        total = np.cumsum(eval(literal, NAMES.copy()))
        line = [literal.replace("\t", "\\t"), str(total.dtype), str(total).replace("\n", "\\n")]
        file.write("\t".join(line) + "\n")
