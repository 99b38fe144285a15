import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes the loops over {@code float} from those over {@code double}, by plain replacement of words:
 * Java has no generics over primitive types. What is written by hand is the text for doubles, which
 * an IDE opens, compiles and debugs; what differs in more than its words stands in classes of its
 * own.
 *
 * <p>Usage: {@code java Twins.java SOURCES TARGET}. A file that would not change keeps its time, so
 * that nothing is compiled again.
 */
final class Twins {
  private static final String KERNELS = "org/cumulus/internal/kernels/";

  private static final List<String> OF_DOUBLES =
      List.of(
          "DoubleScan",
          "DoubleComplexScan",
          "PlainDoubleScan",
          "blocked/BlockedDoubleSum",
          "blocked/BlockedDoubleScan",
          "blocked/BlockedDoubleGroup",
          "blocked/BlockedDoubleLanes",
          "simd/DoubleRow",
          "simd/DoubleGroups",
          "simd/DoubleLine");

  private static final Pattern LITERAL = Pattern.compile("(?<![\\w.])(\\d+\\.\\d+)(?=[;,)])");

  private Twins() {}

  public static void main(String[] arguments) throws IOException {
    Path sources = Path.of(arguments[0], KERNELS);
    Path target = Path.of(arguments[1], KERNELS);
    for (String name : OF_DOUBLES) {
      String twin = ofFloats(Files.readString(sources.resolve(name + ".java")));
      Path file = target.resolve(name.replace("Double", "Float") + ".java");
      if (!Files.exists(file) || !Files.readString(file).equals(twin)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, twin);
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
}
