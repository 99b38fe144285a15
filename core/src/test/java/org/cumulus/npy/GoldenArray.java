package org.cumulus.npy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;

/**
 * An array that NumPy has saved, and how to make the same one; the golden script tells the rest.
 */
record GoldenArray(DType dtype, List<Long> shape, char layout, int version) {
  private static final String COUNT = "# cases: ";

  static InputStream open(String resource) {
    return Objects.requireNonNull(GoldenArray.class.getResourceAsStream(resource), resource);
  }

  /** The lines of a golden file; fails if they are not as many as the file says. */
  static List<String> lines(String resource) throws IOException {
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(resource), UTF_8))) {
      List<String> lines = reader.lines().toList();
      List<String> cases = lines.subList(2, lines.size());
      if (!lines.get(1).equals(COUNT + cases.size())) {
        throw new IOException(resource + " has " + cases.size() + " cases, not " + lines.get(1));
      }
      return cases;
    }
  }

  static List<GoldenArray> all() throws IOException {
    List<GoldenArray> arrays = new ArrayList<>();
    for (String line : lines("arrays.txt")) {
      String[] parts = line.split(" ", -1);
      List<Long> shape =
          parts[1].equals("-")
              ? List.of()
              : Arrays.stream(parts[1].split("x", -1)).map(Long::valueOf).toList();
      arrays.add(
          new GoldenArray(
              DType.of(parts[0]), shape, parts[2].charAt(0), Integer.parseInt(parts[3])));
    }
    return arrays;
  }

  /** The files of all these arrays, one right behind the other. */
  static byte[] files() throws IOException {
    try (InputStream in = new GZIPInputStream(open("arrays.npy.gz"))) {
      return in.readAllBytes();
    }
  }

  /** The bytes of the elements in C order. */
  byte[] data() {
    long size = shape.stream().reduce(1L, Math::multiplyExact);
    byte[] data = new byte[(int) size * dtype.itemSize()];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) ((41 + 73 * i) & (dtype.kind() == Kind.BOOL ? 1 : 0xff));
    }
    return data;
  }

  /** The array, laid out in memory as NumPy had it. */
  NDArray array() {
    NDArray array = NDArray.wrap(MemorySegment.ofArray(data()), dtype, dimensions());
    return switch (layout) {
      case 'f' -> array.transpose().copy().transpose();
      case 'r' -> array.flip().copy().flip();
      case 's' -> everySecond(array);
      case 't' -> array.transpose(2, 0, 1).copy().transpose(1, 2, 0);
      default -> array;
    };
  }

  private NDArray everySecond(NDArray array) {
    long[] longer = dimensions();
    longer[longer.length - 1] *= 2;
    NDArray result = NDArray.zeros(dtype, longer).slice("..., ::2");
    array.copyTo(result);
    return result;
  }

  long[] dimensions() {
    return shape.stream().mapToLong(Long::longValue).toArray();
  }
}
