package org.cumulus.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cumulus.Complex;
import org.cumulus.Cumulus;
import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of what is no {@code NDArray}, but as good as one. */
class ArrayLikeFilesTest {
  @TempDir private Path folder;

  private static final List<Object> ARRAY_LIKES =
      List.of(
          Cumulus.cumsum(new int[] {2, 4, 6}),
          new boolean[] {true, false},
          new byte[] {1, -1},
          new short[] {1, 2},
          new int[] {1, 2},
          new float[] {1, 2.5f},
          new double[] {1, 2.5},
          new int[0],
          new double[][] {{1, 2}, {3, 4}},
          List.of(1, 2.5),
          DoubleBuffer.wrap(new double[] {1, 2}),
          3,
          new Complex(1, 2),
          NDArray.of(new int[][] {{1, 2}, {3, 4}}).transpose());

  @Test
  void filesAreThoseOfTheArray() throws Exception {
    Map<String, Object> members = new LinkedHashMap<>();
    for (Object arrayLike : ARRAY_LIKES) {
      NDArray array = arrayLike instanceof NDArray same ? same : NDArray.of(arrayLike);
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      Npy.write(expected, array);
      ByteArrayOutputStream actual = new ByteArrayOutputStream();
      Npy.write(actual, arrayLike);
      assertArrayEquals(expected.toByteArray(), actual.toByteArray(), array.repr());
      Path file = folder.resolve("a.npy");
      Npy.write(file, arrayLike);
      assertArrayEquals(expected.toByteArray(), Files.readAllBytes(file), array.repr());
      members.put("a" + members.size(), arrayLike);
    }
    Path file = folder.resolve("a.npz");
    Npz.write(file, members);
    Map<String, NDArray> read = Npz.read(file);
    assertEquals(List.copyOf(members.keySet()), List.copyOf(read.keySet()));
    members.forEach(
        (key, arrayLike) ->
            assertEquals(
                (arrayLike instanceof NDArray array ? array : NDArray.of(arrayLike)).repr(),
                Objects.requireNonNull(read.get(key)).repr()));
  }

  @Test
  void whatIsNoArrayLeavesNoFile() {
    Path file = folder.resolve("b.npy");
    for (Object refused :
        List.of("text", Path.of("a.npy"), BigInteger.ONE, new Object[] {1, "b"})) {
      assertThrows(IllegalArgumentException.class, () -> Npy.write(file, refused));
      assertThrows(
          IllegalArgumentException.class,
          () -> Npz.writeCompressed(file, Map.of("a", new int[1], "b", refused)));
      assertFalse(Files.exists(file));
    }
  }
}
