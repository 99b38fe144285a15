import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the loops over other primitive types from those over one of them, by plain replacement of
 * words: Java has no generics over primitive types. What is written by hand is a class like any
 * other, which an IDE opens, compiles and debugs; what differs in more than its words stands in a
 * method of its own, elsewhere.
 *
 * <p>Usage: {@code java Twins.java SOURCES TARGET}. A file that would not change keeps its time, so
 * that nothing is compiled again.
 */
final class Twins {
  private static final String INSIDE = "org/cumulus/internal/";

  /** Those over doubles that there are over floats, too. */
  private static final List<String> FLOATS =
      List.of(
          "kernels/DoubleScan",
          "kernels/DoubleComplexScan",
          "kernels/PlainDoubleScan",
          "kernels/blocked/BlockedDoubleSum",
          "kernels/blocked/BlockedDoubleScan",
          "kernels/blocked/BlockedDoubleOctet",
          "kernels/blocked/BlockedDoubleLanes",
          "kernels/simd/DoubleRow",
          "kernels/simd/DoubleOctets",
          "kernels/simd/DoubleLine",
          "operations/DoubleOperation",
          "memory/DoubleRuns",
          "memory/DoubleTranspose");

  /** Those over doubles that there are over longs, too. */
  private static final List<String> LONGS =
      List.of(
          "kernels/DoubleScan",
          "kernels/PlainDoubleScan",
          "kernels/simd/DoubleRow",
          "memory/DoubleRuns",
          "memory/DoubleTranspose");

  /** What runs are made up of, besides doubles, floats and longs. */
  private static final List<String> IN_RUNS = List.of("byte", "short", "int", "boolean", "Object");

  /** A kind of element that is widened otherwise than int8: its words, and how it is widened. */
  private record Narrow(String name, String dtype, String type, String widened) {
    String of(String text) {
      return text.replace("return element;", "return " + widened + ";")
          .replace("int8", dtype)
          .replace("Int8", name)
          .replace("byte", type);
    }
  }

  private static final List<Narrow> NARROW =
      List.of(
          new Narrow("Uint8", "uint8", "byte", "element & 0xFF"),
          new Narrow("Int16", "int16", "short", "element"),
          new Narrow("Uint16", "uint16", "short", "element & 0xFFFF"),
          new Narrow("Int32", "int32", "int", "element"),
          new Narrow("Uint32", "uint32", "int", "element & 0xFFFF_FFFFL"),
          // Any byte but zero is true: it carries into the ninth bit.
          new Narrow("Bool", "bool in bytes", "byte", "((element & 0xFF) + 0xFF) >>> 8"),
          new Narrow("Boolean", "bool in a boolean array", "boolean", "element ? 1 : 0"),
          new Narrow("Int16Truth", "int16 as bool", "short", "element != 0 ? 1 : 0"),
          new Narrow("Int32Truth", "int32 as bool", "int", "element != 0 ? 1 : 0"),
          new Narrow("Int64Truth", "int64 as bool", "long", "element != 0 ? 1 : 0"),
          new Narrow("Float16Truth", "float16 as bool", "short", "(element & 0x7FFF) != 0 ? 1 : 0"),
          new Narrow("Float32Truth", "float32 as bool", "float", "element != 0 ? 1 : 0"),
          new Narrow("Float64Truth", "float64 as bool", "double", "element != 0 ? 1 : 0"));

  private static final Pattern LITERAL = Pattern.compile("(?<![\\w.])(\\d+\\.\\d+)(?=[;,)])");

  private final Path sources;
  private final Path target;
  private final Set<Path> made = new HashSet<>();

  private Twins(Path sources, Path target) {
    this.sources = sources;
    this.target = target;
  }

  public static void main(String[] arguments) throws IOException {
    Twins twins = new Twins(Path.of(arguments[0], INSIDE), Path.of(arguments[1], INSIDE));
    for (String name : FLOATS) {
      twins.write(name.replace("Double", "Float"), ofFloats(twins.read(name)));
    }
    for (String name : LONGS) {
      twins.write(name.replace("Double", "Long"), ofLongs(twins.read(name)));
    }
    String transpose = "memory/DoubleTranspose";
    twins.write(transpose.replace("Double", "Object"), of("Object", twins.read(transpose)));
    for (String type : IN_RUNS) {
      twins.write("memory/" + capital(type) + "Runs", of(type, twins.read("memory/DoubleRuns")));
    }
    for (Narrow narrow : NARROW) {
      twins.write("kernels/" + narrow.name() + "Scan", narrow.of(twins.read("kernels/Int8Scan")));
    }
    twins.deleteOthers();
  }

  private String read(String name) throws IOException {
    return Files.readString(sources.resolve(name + ".java"));
  }

  private void write(String name, String twin) throws IOException {
    Path file = target.resolve(name + ".java");
    made.add(file);
    if (!Files.exists(file) || !Files.readString(file).equals(twin)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, twin);
    }
  }

  /** Those that an earlier version made would be compiled, too. */
  private void deleteOthers() throws IOException {
    try (Stream<Path> files = Files.walk(target)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!made.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }

  private static String ofFloats(String text) {
    return LITERAL
        .matcher(text)
        .replaceAll("$1f")
        .replace("java.util.function.DoubleBinary", "org.cumulus.internal.operations.DoubleBinary")
        .replace("Double", "Float")
        .replace("double", "float")
        .replace("DOUBLE", "FLOAT")
        .replace("float64", "float32")
        .replace("complex128", "complex64")
        // The bits of a vector's elements.
        .replace("LongVector", "IntVector")
        .replace("AsLongs", "AsInts")
        .replace("<Long>", "<Integer>")
        .replace("2^64", "2^32");
  }

  private static String ofLongs(String text) {
    return text.replace("Double", "Long")
        .replace("double", "long")
        .replace("DOUBLE", "LONG")
        .replace("float64", "integers");
  }

  private static String of(String type, String text) {
    return text.replace("Double", capital(type)).replace("double", type);
  }

  private static String capital(String type) {
    return type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
  }
}
