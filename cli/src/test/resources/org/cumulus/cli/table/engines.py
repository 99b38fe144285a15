"""Makes engines.txt: random tables, requests, and what `cumulus table` makes of them.

EnginesTest of the command and of the Spark module read it, so that both engines give the same.
Usage, from the root of the project: python3 engines.py CUMULUS > engines.txt
"""

import random
import subprocess
import sys
import tempfile

CASES = 8
SEED = 16


def number(kind):
    sign = random.choice(["", "-"])
    if kind == "i":
        return sign + str(random.randrange(1000))
    if kind == "big":
        return sign + str(random.randrange(10**15))
    if kind == "price":
        return f"{sign}{random.randrange(1000)}.{random.randrange(100):02}"
    if kind == "mixed":
        return f"{sign}{random.choice(['', '0', '12'])}.{random.randrange(1, 10 ** random.randrange(1, 6))}"
    return f"{sign}{random.randrange(1, 10)}.{random.randrange(1000)}e{random.randrange(-12, 18)}"


def nullable(text, one_in):
    return "" if random.randrange(one_in) == 0 else text


def table():
    lines = ["id,g,k,day,i,big,x,price,mixed"]
    for row in range(random.choice([1, 2, 7, 30])):
        lines.append(
            ",".join(
                [
                    str(row),
                    nullable(random.choice(["a", "1", "01", '"b,c"']), 6),
                    nullable(str(random.randrange(-3, 4)), 8),
                    f"20{random.randrange(10, 30)}-0{random.randrange(1, 10)}-1{random.randrange(10)}",
                    nullable(number("i"), 6),
                    nullable(number("big"), 6),
                    nullable(number("x"), 6),
                    nullable(number("price"), 6),
                    nullable(number("mixed"), 6),
                ]
            )
        )
    # Spark would take a column without any number for one of texts.
    lines.append(f"{len(lines)},a,1,2015-01-01,1,2,5.0e-1,0.10,.25")
    return "\n".join(lines) + "\n"


def request():
    arguments = []
    for column in ["i", "big", "x", "price", "mixed"]:
        for function in ["--sum", "--avg", "--min", "--max", "--count"]:
            # The digits of an average are those of the longest decimal so far, or on Spark of all.
            if random.randrange(2) and (column, function) != ("mixed", "--avg"):
                arguments += [function, column]
    arguments += ["--row-number"]
    is_range = random.randrange(2) == 0
    direction = random.choice(["", ":desc"])
    order = random.choice(["k", "day"]) + direction + ("" if is_range else ",id")
    if is_range:
        # Which of equal rows comes first is Spark's own choice.
        arguments = arguments[:-1] or ["--count", "i"]
        arguments += ["--range"]
    arguments += ["--order-by", order]
    if random.randrange(2):
        arguments += ["--partition-by", random.choice(["g", "g,k"])]
    if random.randrange(3) == 0:
        arguments += ["--exclusive"]
    return arguments


random.seed(SEED)
for _ in range(CASES):
    text, arguments = table(), request()
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        file.write(text)
        file.flush()
        result = subprocess.run(
            [sys.argv[1], "table", file.name, *arguments], check=True, capture_output=True, text=True
        )
    print(" ".join(arguments))
    print(text, end="----\n")
    print(result.stdout, end="====\n")
