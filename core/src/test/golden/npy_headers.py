"""Headers of .npy files, good and bad, for npy.py: pairs of a format version and the header's bytes."""

GOOD = "{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }"


def header(descr="'<f8'", fortran_order="False", shape="(3,)"):
    return "{'descr': %s, 'fortran_order': %s, 'shape': %s}" % (descr, fortran_order, shape)


SPACING = [
    GOOD, "  " + GOOD, "\t" + GOOD, "\n" + GOOD, "\n  " + GOOD, GOOD + "\n\n", GOOD + "   \n   ",
    "#c\n" + GOOD, "#c\n " + GOOD, GOOD + "#c", GOOD + "\n  #c", GOOD + ";", GOOD + ",",
    "(" + GOOD + ")", " ( " + GOOD + " )", GOOD + " 1", GOOD + "\n1", GOOD + "}", GOOD[:-1],
    GOOD.replace(" ", ""), GOOD.replace(" ", "\n"), GOOD.replace(" ", "\f"),
    GOOD.replace(" ", "\r"), GOOD.replace(" ", "\r\n"), GOOD.replace(" ", "\v"),
    GOOD.replace(" ", "\xa0"), GOOD.replace(", ", " \\\n, "), GOOD.replace("'", '"'),
    "\0" + GOOD, GOOD + "\0", "", "   ", "\n", "#", "x", "\xe9",
]

SHAPES = [
    "()", "(3,)", "(2, 3)", "[3]", "3", "(3)", "((3,))", "((3),)", "(((3,)))", "(3,(1,))", "3,",
    "{3}", "{}", "{1:2}", "(,)", "(3,,)", "(3L,)", "(3 L,)", "(3L L,)", "(3LL,)", "(3l,)", "(3L)",
    "(3,)L", "(0x3,)", "(0X3L,)", "(0b11,)", "(0o3,)", "(0_3,)", "(03,)", "(00,)", "(1_0,)",
    "(1__0,)", "(1_,)", "(0x_3,)", "(+3,)", "(-3,)", "(--3,)", "(- 3,)", "(-(3),)", "(~3,)",
    "(1+2,)", "(3.0,)", "(-3.5,)", "(3j,)", "(None,)", "('a',)",
    "(...,)", "(2**62,)", "(1,)*3", "(x,)", "tuple()", "f(3)", "(*(3,),)", "{*()}", "{**{}}",
    "(3 if 1 else 2,)", "lambda: 3", "(" + "1," * 64 + ")", "(" + "1," * 65 + ")", "(0, 5)",
    "(4611686018427387904,)", "(4611686018427387904, 0)", "(0, 4611686018427387904, 4)",
    "(9223372036854775807,)", "(9223372036854775808, 0)", "(1152921504606846976,)",
    "(2305843009213693952,)", "(%s,)" % ("1" * 5000), "((3)", "(3]", "(3,) (3,)", "(3,), 'shape': (2,)",
    "[], 'shape': (2,)", "[.5, 5., -1e5, 1E-3, 1_0.5e1, 09.5, 0j], 'shape': (2,)", "'a' b'b'", "(3,), 'shape': {'a': [1.5, None, b'x', {1, 2}], (): -1}",
]

ORDERS = ["True", "0", "1", "None", "true", "'False'", "0 == 1", "not True", "False or True"]

DESCRS = [
    "'zz'", "5", "b'<f8'", "'<f8 '", "' <f8'", "''", "'f8'", "'=f8'", "'|f8'", "'!f8'", "'>f8'",
    "'float64'", "'double'", "'>b1'", "'<i1'", "None", "True", "1.5", "-1", "1j", "...", "{1}",
    "'O'", "'|O'", "'object'", "'?'", "'l'", "'<l'", "'>l'", "'e'", "'b'", "'B'", "'uint'", "'int'",
    "'complex'", "'float'", "'bool'", "'bool8'", "'int0'", "'f10'", "'float96'", "'Float64'",
    "'<f8\\0'", "'f8;'", "'m8'", "'<m8'", "'m8[s]'", "'>m8[25us]'", "'m8[]'", "'m8[foo]'",
    "'timedelta64[s]'", "'m8[s/10]'", "'m8[s'", "u'<f8'", "r'<f8'", "U'<f8'", "R'<f8'", "f'<f8'",
    "'<f' '8'", "'<' \"f8\"", "'''<f8'''", '"""<f8"""', "'<f8' b''", "'\\x3cf8'", "'\\74f8'",
    "'\\u003cf8'", "'\\U0000003cf8'", "'\\N{LESS-THAN SIGN}f8'", "'\\N{NO SUCH}f8'", "'<\\\nf8'",
    "'\\<f8'", "r'\\<f8'", "'\\x3'", "'\\U00110000'", "'<f8", "'<f8\n'", "'''<f8", "'\xe9'",
    "'it\\'s \"quoted\" \\\\ \\t\\x01'", "'i8','<f8'", "'f8'+'a'", "Ellipsis", "frozenset()",
    # Dtypes that NumPy has and Cumulus has not.
    "'M8[s]'", "'<M8'", "'datetime64[s]'", "'S3'", "'U3'", "'<U3'", "'a3'", "'str'", "'c'",
    "'|V5'", "'f8,f8'", "'f4,'", "'<f16'", "'<c32'", "'g'", "'longdouble'", "'clongdouble'",
    "[('a','<f8')]", "[('','<f8')]", "[]",
]

OTHERS = [
    "{}", "[1]", "1", "'a'", "None", "True", "{1}", "()", "(1, 2)", "{'a': 1}", "{1: 2}",
    "{'descr': '<f8'}", "{[]: 1}", "{{}: 1}", "{(1, []): 1}", "{1: 1, 2: 1}", "1L", "{,}",
    GOOD[:-1] + "'x': 1}", GOOD[:-1] + "'shape': (2,)}", GOOD[:-1] + ",}", GOOD[:-1] + "'x'}",
    "{'descr': '<f8' 'fortran_order': False, 'shape': (3,)}", "'''abc", "'abc", "{'a': 'abc\n'}",
    "(" * 150 + GOOD + ")" * 150, "(" * 250 + GOOD + ")" * 250, "[" * 4900 + "]" * 4900, "[" * 5000,
    "{'a':" * 90 + "1" + "}" * 90, "[1, 2, [3, ()], (4,), {5}, {6: 7}, {'a': None}]",
    GOOD + " " * (10000 - len(GOOD)), GOOD + " " * (10001 - len(GOOD)), GOOD + " " * 60000,
]


def headers():
    texts = SPACING + [header(shape=s) for s in SHAPES] + [header(fortran_order=o) for o in ORDERS]
    texts += [header(descr=d) for d in DESCRS] + OTHERS
    yield from ((1, text.encode("latin1")) for text in texts)
    for version in (2, 3):
        for text in (GOOD, header(shape="(3L,)"), header(descr="'\xe9'"), GOOD + "#\xe9"):
            yield version, text.encode("latin1" if version == 2 else "utf8")
    yield 3, (GOOD + "#\u20ac\U0001f600").encode()
    yield 3, b"\xff" + GOOD.encode()
    yield 3, (GOOD + "#" + "\u20ac" * (9999 - len(GOOD))).encode()
    yield 3, (GOOD + "#" + "\u20ac" * (10000 - len(GOOD))).encode()
    yield 4, GOOD.encode()
    yield 0, GOOD.encode()
