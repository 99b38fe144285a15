package org.cumulus.arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cumulus.Complex;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Lists and loops of elements, buffers, and what is no array. */
class ObjectExportTest {
  private final NDArray table = NDArray.of(new short[][] {{1, 2, 3}, {4, 5, 6}});

  @Test
  void listsOfAClass() {
    NDArray turned = table.transpose();
    assertEquals(List.of(1L, 4L, 2L, 5L, 3L, 6L), turned.toList(Long.class));
    assertEquals(List.of(1, 4, 2, 5, 3, 6), turned.toList(int.class));
    assertEquals(List.of(1.0, 4.0, 2.0, 5.0, 3.0, 6.0), turned.toList(Double.class));
    assertEquals(List.of((short) 1, (short) 4), turned.slice("0").toList(Short.class));
    assertEquals(List.of(new BigDecimal("0.5")), NDArray.of(0.5).toList(BigDecimal.class));
    assertEquals(
        List.of(BigInteger.TWO.pow(63)),
        NDArray.of(BigInteger.TWO.pow(63)).astype(DType.UINT64).toList(BigInteger.class));
    assertEquals(List.of(true), NDArray.of(true).toList(Boolean.class));
    assertEquals(List.of(new Complex(1, 0)), NDArray.of(new Complex(1, 0)).toList(Complex.class));
    assertEquals(
        List.of(Duration.ofDays(1)), NDArray.of(Duration.ofDays(1)).toList(Duration.class));
    List<Number> numbers = table.slice("0").toList(Number.class);
    assertEquals(List.of((short) 1, (short) 2, (short) 3), numbers);
    assertEquals(List.of(), NDArray.zeros(DType.FLOAT64, 0, 3).toList(Integer.class));
    assertThrows(UnsupportedOperationException.class, () -> numbers.add(1));
  }

  @Test
  void refusedElements() {
    NDArray a = NDArray.of(new double[][] {{1, 0.5}});
    assertMessage("0.5 at index (0, 1) is not an integer", () -> a.toList(Long.class));
    assertMessage("1.0 at index (0, 0) is not a Float", () -> a.toList(Float.class));
    assertMessage("0.5 at index (0, 1) is not a BigInteger", () -> a.toList(BigInteger.class));
    assertMessage(
        "3000000000 at index () does not fit an int",
        () -> NDArray.of(3_000_000_000L).toList(Integer.class));
  }

  @Test
  void loopsGoInOrder() {
    List<Object> seen = new ArrayList<>();
    table.transpose().forEach(seen::add);
    assertEquals(table.transpose().toList(Object.class), seen);
    List<String> places = new ArrayList<>();
    table.slice(":, ::2").forEachIndexed((index, x) -> places.add(Arrays.toString(index) + x));
    assertEquals(List.of("[0, 0]1", "[0, 1]3", "[1, 0]4", "[1, 1]6"), places);
  }

  @Test
  void buffersAreWrapped() {
    double[] memory = {1, 2, 3, 4, 5, 6};
    NDArray a = NDArray.wrap(DoubleBuffer.wrap(memory).position(1).limit(5), 2, 2);
    assertEquals("[[2. 3.]\n [4. 5.]]", a.toString());
    a.set(0, 1, 9);
    assertEquals(9, memory[2]);
    assertEquals(1, NDArray.wrap(DoubleBuffer.wrap(memory)).ndim());
    ByteBuffer direct = ByteBuffer.allocateDirect(16).order(ByteOrder.BIG_ENDIAN);
    NDArray big = NDArray.wrap(direct.asLongBuffer());
    assertEquals(">i8", big.dtype().str());
    big.set(1, 258);
    assertEquals(258, direct.getLong(8));
    assertEquals(true, NDArray.wrap(direct.asReadOnlyBuffer()).isReadOnly());
    assertEquals("int8", NDArray.wrap((Object) direct).dtype().name());
    assertMessage("cannot reshape array of size 16 into shape (3,)", () -> NDArray.wrap(direct, 3));
    assertThrows(IllegalArgumentException.class, () -> NDArray.wrap(CharBuffer.wrap("text")));
  }

  @Test
  void hintsForWhatIsNoArray() {
    assertEquals("[1 2]", NDArray.of(new TreeSet<>(Set.of(2, 1))).toString());
    assertEquals("[1 2]", NDArray.of(new ArrayDeque<>(List.of(1, 2))).toString());
    for (Object unordered : List.of(Set.of(1), new PriorityQueue<>(List.of(1)))) {
      assertHint("is a collection without an order: put its elements into a list", unordered);
    }
    assertHint("a map is not an array: give a list of its values", Map.of("a", 1));
    assertHint("a stream is not an array: collect its elements first", Stream.of(1));
    assertHint("a stream is not an array: collect its elements first", IntStream.of(1));
    Iterable<Integer> iterable = () -> List.of(1).iterator();
    assertHint("is an Iterable: put its elements into a list first", iterable);
    assertHint("an iterator is not an array", List.of(1).iterator());
    assertHint("is a point in time, and these have no sum: take differences", Instant.EPOCH);
    assertHint("read the file first, with Npy.read(Path.of(\"a.npy\"))", new java.io.File("a.npy"));
  }

  private static void assertHint(String expected, Object a) {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> Cumulus.cumsum(a)).getMessage());
    assertEquals(true, message.contains(expected), message);
  }

  private static void assertMessage(String expected, Executable call) {
    assertEquals(expected, assertThrows(RuntimeException.class, call).getMessage());
  }
}
