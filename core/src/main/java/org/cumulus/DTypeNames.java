package org.cumulus;

import static java.util.Map.entry;

import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cumulus.DType.Kind;
import org.cumulus.internal.units.TimeUnit;

/** NumPy's spellings of a dtype: names, aliases and type codes, on a 64-bit Unix. */
final class DTypeNames {
  /** Names that stand alone; those of the C types never take a byte order. */
  private static final Map<String, Kind> NAMES =
      Map.ofEntries(
          entry("bool", Kind.BOOL),
          entry("bool_", Kind.BOOL),
          entry("int8", Kind.INT8),
          entry("byte", Kind.INT8),
          entry("int16", Kind.INT16),
          entry("short", Kind.INT16),
          entry("int32", Kind.INT32),
          entry("intc", Kind.INT32),
          entry("int64", Kind.INT64),
          entry("int", Kind.INT64),
          entry("int_", Kind.INT64),
          entry("intp", Kind.INT64),
          entry("long", Kind.INT64),
          entry("longlong", Kind.INT64),
          entry("uint8", Kind.UINT8),
          entry("ubyte", Kind.UINT8),
          entry("uint16", Kind.UINT16),
          entry("ushort", Kind.UINT16),
          entry("uint32", Kind.UINT32),
          entry("uintc", Kind.UINT32),
          entry("uint64", Kind.UINT64),
          entry("uint", Kind.UINT64),
          entry("uintp", Kind.UINT64),
          entry("ulong", Kind.UINT64),
          entry("ulonglong", Kind.UINT64),
          entry("float16", Kind.FLOAT16),
          entry("half", Kind.FLOAT16),
          entry("float32", Kind.FLOAT32),
          entry("single", Kind.FLOAT32),
          entry("float64", Kind.FLOAT64),
          entry("float", Kind.FLOAT64),
          entry("double", Kind.FLOAT64),
          entry("complex64", Kind.COMPLEX64),
          entry("csingle", Kind.COMPLEX64),
          entry("complex128", Kind.COMPLEX128),
          entry("complex", Kind.COMPLEX128),
          entry("cdouble", Kind.COMPLEX128),
          entry("object", Kind.OBJECT),
          entry("object_", Kind.OBJECT));

  /** Type codes, which may follow a byte order. */
  private static final Map<String, Kind> CODES =
      Map.ofEntries(
          entry("?", Kind.BOOL),
          entry("b1", Kind.BOOL),
          entry("b", Kind.INT8),
          entry("i1", Kind.INT8),
          entry("h", Kind.INT16),
          entry("i2", Kind.INT16),
          entry("i", Kind.INT32),
          entry("i4", Kind.INT32),
          entry("l", Kind.INT64),
          entry("q", Kind.INT64),
          entry("p", Kind.INT64),
          entry("n", Kind.INT64),
          entry("i8", Kind.INT64),
          entry("B", Kind.UINT8),
          entry("u1", Kind.UINT8),
          entry("H", Kind.UINT16),
          entry("u2", Kind.UINT16),
          entry("I", Kind.UINT32),
          entry("u4", Kind.UINT32),
          entry("L", Kind.UINT64),
          entry("Q", Kind.UINT64),
          entry("P", Kind.UINT64),
          entry("N", Kind.UINT64),
          entry("u8", Kind.UINT64),
          entry("e", Kind.FLOAT16),
          entry("f2", Kind.FLOAT16),
          entry("f", Kind.FLOAT32),
          entry("f4", Kind.FLOAT32),
          entry("d", Kind.FLOAT64),
          entry("f8", Kind.FLOAT64),
          entry("F", Kind.COMPLEX64),
          entry("c8", Kind.COMPLEX64),
          entry("D", Kind.COMPLEX128),
          entry("c16", Kind.COMPLEX128),
          entry("O", Kind.OBJECT),
          entry("O4", Kind.OBJECT),
          entry("O8", Kind.OBJECT));

  private static final Pattern TIMEDELTA =
      Pattern.compile("[<>=|]?(?:m|(?:timedelta64|m8)(\\[.*)?)", Pattern.DOTALL);

  private static final Set<String> LONG_DOUBLES =
      Set.of("longdouble", "clongdouble", "g", "G", "f16", "c32", "float128", "complex256");
  private static final Pattern TEXT =
      Pattern.compile("str_?|bytes_?|unicode|(?:str|bytes)\\d+|[USac]\\d*|StringDType.*|T");
  private static final Pattern DATETIME = Pattern.compile("(?:datetime64|M8|M)(?:\\[.*)?");
  private static final Pattern VOID = Pattern.compile("void\\d*|V(\\d*)");
  private static final Pattern STRUCTURED =
      Pattern.compile(".+,.*|\\(.*\\).+|\\d+[<>=|]?[a-zA-Z?]\\d*|[\\[{].*");

  private DTypeNames() {}

  static DType parse(String name) {
    Kind kind = NAMES.get(Objects.requireNonNull(name, "name"));
    if (kind != null) {
      return DType.ofKind(kind);
    }
    boolean hasOrder = !name.isEmpty() && "<>=|".indexOf(name.charAt(0)) >= 0;
    String code = hasOrder ? name.substring(1) : name;
    kind = CODES.get(code);
    if (kind != null) {
      return DType.ofKind(kind).withByteOrder(hasOrder ? order(name) : ByteOrder.nativeOrder());
    }
    Matcher timedelta = TIMEDELTA.matcher(name);
    if (timedelta.matches()) {
      String unit = timedelta.group(1);
      return DType.timedelta(unit == null ? TimeUnit.GENERIC : TimeUnit.parse(unit))
          .withByteOrder(hasOrder ? order(name) : ByteOrder.nativeOrder());
    }
    throw new IllegalArgumentException(refusal(name, code));
  }

  private static ByteOrder order(String name) {
    return switch (name.charAt(0)) {
      case '<' -> ByteOrder.LITTLE_ENDIAN;
      case '>' -> ByteOrder.BIG_ENDIAN;
      default -> ByteOrder.nativeOrder();
    };
  }

  private static String refusal(String name, String code) {
    if (LONG_DOUBLES.contains(code)) {
      return "data type '" + name + "' is not supported: the JVM has no 80-bit float (longdouble)";
    }
    Matcher bytes = VOID.matcher(code);
    if (bytes.matches()) {
      boolean isNarrow = "1".equals(bytes.group(1)) || "2".equals(bytes.group(1));
      return "data type '"
          + name
          + "' is not supported: void arrays have no cumulative sum"
          + (isNarrow ? " (NumPy writes bfloat16 and float8 so: save them as float32)" : "");
    }
    String family =
        DATETIME.matcher(code).matches()
            ? "datetime64"
            : TEXT.matcher(code).matches()
                ? "text"
                : STRUCTURED.matcher(code).matches() ? "structured" : "";
    return family.isEmpty()
        ? "data type '" + name + "' not understood" + hint(name)
        : "data type '" + name + "' is not supported: " + family + " arrays have no cumulative sum";
  }

  /** The name that is probably meant: the same in lower case, without blanks and module. */
  private static String hint(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT).replaceFirst("^(np|numpy)\\.", "");
    String meant = lower.equals("boolean") ? "bool" : lower;
    boolean isKnown =
        NAMES.containsKey(meant)
            || CODES.containsKey(meant)
            || (!meant.equals(name) && TIMEDELTA.matcher(meant).matches());
    return isKnown ? ": did you mean " + meant + "?" : "";
  }
}
