package org.cumulus.npy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.NaNPolicy;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Files that become shorter while they are mapped; Windows does not let them. */
@DisabledOnOs(OS.WINDOWS)
final class MappedFileTest {
  private static final int SIZE = 400_000;

  @TempDir private Path folder;

  private static Map<String, Function<NDArray, Object>> readers() {
    Scan sum = Scan.of(Operator.ADD);
    Map<String, Function<NDArray, Object>> readers = new LinkedHashMap<>();
    readers.put("cumsum", Cumulus::cumsum);
    readers.put("rows", a -> Cumulus.cumsum(a.reshape(1000, -1), 0));
    readers.put("reversed", a -> Cumulus.cumsum(a.slice("::-1")));
    readers.put("strided", a -> Cumulus.cumsum(a.slice("::7")));
    readers.put("alone", sum.parallelism(1)::apply);
    readers.put("blocked", sum.order(Order.BLOCKED)::apply);
    readers.put("exact", sum.order(Order.EXACT)::apply);
    readers.put("NaN", sum.nan(NaNPolicy.REFUSE)::apply);
    readers.put("output", a -> sum.apply(a, NDArray.zeros(DType.FLOAT32, SIZE)));
    readers.put("segments", sum.segmentsByLengths(SIZE / 2, SIZE / 2)::apply);
    readers.put("stream", a -> sum.stream(DType.FLOAT64).feed(a));
    readers.put("cummax", Cumulus::cummax);
    readers.put("diff", Cumulus::diff);
    readers.put("nancumsum", Cumulus::nancumsum);
    readers.put("logcumsumexp", Cumulus::logcumsumexp);
    readers.put("copy", NDArray::copy);
    readers.put("astype", a -> a.astype(DType.INT16));
    readers.put("toArray", NDArray::toArray);
    readers.put("toFlatArray", NDArray::toFlatArray);
    readers.put("toString", NDArray::toString);
    readers.put("get", a -> a.get(-1));
    readers.put("getDouble", a -> a.getDouble(-1));
    readers.put("getComplex", a -> a.getComplex(-1));
    readers.put("two indices", a -> a.reshape(-1, 2).getDouble(-1, -1));
    readers.put("three indices", a -> a.reshape(-1, 2, 2).getDouble(-1, -1, -1));
    return readers;
  }

  @Test
  void everyReaderNamesTheFile() throws IOException {
    for (Map.Entry<String, Function<NDArray, Object>> reader : readers().entrySet()) {
      Path path = folder.resolve(reader.getKey() + ".npy");
      NDArray array = cut(path);
      UncheckedIOException thrown =
          assertThrows(
              UncheckedIOException.class, () -> reader.getValue().apply(array), reader.getKey());
      String expected =
          path + ": the file has become shorter since it was mapped, or cannot be read";
      assertEquals(expected, thrown.getMessage());
      assertEquals(expected, Objects.requireNonNull(thrown.getCause()).getMessage());
    }
  }

  /** What may throw an IOException does. */
  @Test
  void writersNameTheFileThatTheyRead() throws IOException {
    for (String index : new String[] {":", "::-1"}) {
      Path path = folder.resolve("in.npy");
      NDArray array = cut(path).slice(index);
      for (Executable writing :
          new Executable[] {
            () -> Npy.write(folder.resolve("out.npy"), array),
            () -> Npz.write(folder.resolve("out.npz"), Map.of("a", array))
          }) {
        assertEquals(
            path + ": the file has become shorter since it was mapped, or cannot be read",
            assertThrows(IOException.class, writing).getMessage());
      }
      String[] left = folder.toFile().list();
      assertEquals(1, left == null ? 0 : left.length, "files left behind");
    }
  }

  /** An array of which only the header is left in its file. */
  private static NDArray cut(Path path) throws IOException {
    Npy.write(path, NDArray.zeros(DType.FLOAT64, SIZE));
    NDArray array = Npy.map(path);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.truncate(200);
    }
    return array;
  }
}
