package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.ref.WeakReference;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators of the caller's own. */
final class UserOperatorsTest {
  /** More elements than it takes for an operator to get a class of its own. */
  private static final int MANY = 1 << 19;

  private static final Operator DECAY = Operator.ofDoubles((total, x) -> 0.5 * total + x);

  @ParameterizedTest
  @CsvSource({
    "float16, float16",
    "float32, float32",
    ">f8, float64",
    "int8, float64",
    "bool, float64",
    "uint64, float64"
  })
  void doublesOnEveryDtypeThatFits(String in, String type) {
    DType dtype = DType.of(type);
    for (int count : new int[] {7, 3000, MANY}) {
      double[] x = new double[count];
      Arrays.setAll(x, i -> i % 5);
      NDArray input = NDArray.of(x).astype(DType.of(in));
      NDArray actual = Scan.of(DECAY).apply(input);
      assertEquals(dtype, actual.dtype());
      double total = 0;
      for (int k = 0; k < count; k++) {
        double element = x[k] == 0 || !in.equals("bool") ? x[k] : 1;
        total = k == 0 ? element : 0.5 * total + element;
        total = dtype.kind() == DType.Kind.FLOAT64 ? total : (float) total;
        total =
            dtype.kind() == DType.Kind.FLOAT16
                ? Float.float16ToFloat(Float.floatToFloat16((float) total))
                : total;
        Number result = (Number) Objects.requireNonNull(actual.get(k));
        assertEquals(total, result.doubleValue(), in + " at " + k);
        if (k == 50) {
          break;
        }
      }
    }
  }

  @Test
  void longsOnIntegers() {
    Operator polynomial = Operator.ofLongs((hash, x) -> 31 * hash + x);
    NDArray hash = Cumulus.accumulate(polynomial, new int[] {1, 2, 3});
    assertEquals("[   1   33 1026] int64", hash + " " + hash.dtype());
    NDArray cut = Cumulus.accumulate(polynomial, new int[] {1, 2, 3}, 0, DType.INT8);
    assertEquals("[ 1 33  2] int8", cut + " " + cut.dtype());
    NDArray unsigned = Cumulus.accumulate(polynomial, new int[] {1, 2, 7}, 0, DType.UINT8);
    assertEquals("[ 1 33  6]", unsigned.toString());
    assertThrows(
        IllegalArgumentException.class, () -> Cumulus.accumulate(polynomial, new double[] {1, 2}));
    assertThrows(
        IllegalArgumentException.class,
        () -> Cumulus.accumulate(DECAY, NDArray.zeros(DType.COMPLEX128, 2)));
  }

  @Test
  void objectsOfAnyClass() {
    Operator join = Operator.ofObjects((String a, String b) -> a + b).withIdentity("");
    List<String> words = List.of("a", "b", "c");
    assertEquals("abc", Cumulus.accumulate(join, words).get(2));
    NDArray exclusive = Scan.of(join).exclusive().apply(words);
    assertEquals(
        List.of("", "a", "ab"), List.of(exclusive.get(0), exclusive.get(1), exclusive.get(2)));
    assertEquals(">abc", Scan.of(join).initial(">").apply(words).get(2));
  }

  /** Numbers are Python's, whatever they were stored as; all else stays what it is. */
  @Test
  void integersBecomeBigIntegers() {
    Operator gcd = Operator.ofObjects((BigInteger a, BigInteger b) -> a.gcd(b));
    NDArray array = NDArray.of(new int[] {12, 18, 7});
    assertEquals("[12 6 1]", Cumulus.accumulate(gcd, array).toString());
    assertEquals("[12 6 1]", Cumulus.accumulate(gcd, List.of(12, 18L, (byte) 7)).toString());
    Operator classes =
        Operator.ofObjects((Object a, Object b) -> a.getClass() + " " + b.getClass());
    assertEquals(
        "class java.lang.Double class java.lang.Double",
        Cumulus.accumulate(classes, new float[] {1, 2}).get(1));
    assertThrows(ClassCastException.class, () -> Cumulus.accumulate(gcd, new double[] {1, 2}));
  }

  @Test
  void aFailureLeavesTheOutputAlone() {
    Operator failing =
        Operator.ofObjects(
            (Object a, Object b) -> {
              if (b.equals("c")) {
                throw new IllegalStateException("no c");
              }
              return b;
            });
    NDArray out = NDArray.of(List.of(1, 2, 3), DType.OBJECT);
    Scan scan = Scan.of(failing);
    List<String> words = List.of("a", "b", "c");
    assertThrows(IllegalStateException.class, () -> scan.apply(words, out));
    assertEquals("[1 2 3]", out.toString());
  }

  /** However far it came: in a line and across lines, in place, by threads, and in a stream. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3000, MANY})
  void aFunctionThatThrowsLeavesTheOutputAlone(int count) {
    double[] x = new double[2 * count];
    Arrays.setAll(x, i -> i);
    x[x.length - 1] = -1;
    NDArray in = NDArray.wrap(x, count, 2);
    Operator ofDoubles = Operator.ofDoubles((a, b) -> a + notNegative(b));
    leavesTheOutputAlone(ofDoubles, in);
    leavesTheOutputAlone(ofDoubles, in.astype(DType.FLOAT32));
    leavesTheOutputAlone(
        Operator.ofLongs((a, b) -> a + (long) notNegative((double) b)), in.astype(DType.INT64));
  }

  private static double notNegative(double element) {
    if (element < 0) {
      throw new IllegalStateException("a negative element");
    }
    return element;
  }

  private static void leavesTheOutputAlone(Operator failing, NDArray in) {
    NDArray before = in.copy();
    NDArray out = in.copy();
    for (Scan scan : List.of(Scan.of(failing).axis(0), Scan.of(failing).axis(1))) {
      assertThrows(IllegalStateException.class, () -> scan.apply(in, out));
      assertThrows(IllegalStateException.class, () -> scan.apply(in, in));
      ScanStream stream = scan.stream(in.dtype(), in.shape());
      assertThrows(IllegalStateException.class, () -> stream.feed(in, out));
      assertEquals(0, stream.position());
    }
    assertThrows(
        IllegalStateException.class, () -> Scan.of(failing).apply(in, out.reshape(out.size())));
    assertThrows(IllegalStateException.class, () -> Scan.of(failing).axes(0, 1).apply(in, out));
    assertTrue(Objects.deepEquals(before.toFlatArray(), out.toFlatArray()), "out is touched");
    assertTrue(Objects.deepEquals(before.toFlatArray(), in.toFlatArray()), "the input is touched");
  }

  /** A stream goes on as if the chunk that failed had never been there. */
  @Test
  void aStreamGoesOnAfterAFunctionThrew() {
    Operator failing = Operator.ofDoubles((a, b) -> a + notNegative(b));
    ScanStream stream = Scan.of(failing).stream(DType.FLOAT64);
    assertEquals("[1. 3.]", stream.feed(new double[] {1, 2}).toString());
    double[] bad = {3, -1};
    assertThrows(IllegalStateException.class, () -> stream.feed(bad));
    assertEquals("[ 7. 12.]", stream.feed(new double[] {4, 5}).toString());
  }

  @Test
  void namesInMessages() {
    refused("a function on doubles has no identity", () -> Scan.of(DECAY).exclusive());
    Operator named = DECAY.named("decay");
    assertEquals("decay", named.withIdentity(0).associative().toString());
    refused("decay has no identity", () -> Scan.of(named).exclusive());
    refused("decay was not said to be", () -> Scan.of(named).order(Order.BLOCKED));
    refused("not blank", () -> DECAY.named(" "));
    assertEquals("a function on longs", Operator.ofLongs(Long::sum).toString());
    assertEquals("a function on objects", Operator.ofObjects((a, b) -> b).toString());
  }

  /** A lambda has no identity of its own: only the name tells one operator from another. */
  @Test
  void namesInSnapshots() {
    byte[] snapshot = Scan.of(DECAY.named("decay")).stream(DType.FLOAT64).snapshot();
    Scan.of(DECAY.named("decay")).resume(snapshot);
    refused(
        "a scan with operator decay, not growth",
        () -> Scan.of(DECAY.named("growth")).resume(snapshot));
  }

  private static void refused(String reason, Executable request) {
    String message = assertThrows(IllegalArgumentException.class, request).getMessage();
    assertTrue(Objects.requireNonNull(message).contains(reason), message);
  }

  @Test
  void whatNeedsAnIdentityIsRefusedWithout() {
    Scan scan = Scan.of(DECAY);
    assertThrows(IllegalArgumentException.class, scan::exclusive);
    assertThrows(IllegalArgumentException.class, scan::includeInitial);
    assertThrows(IllegalArgumentException.class, () -> scan.nan(NaNPolicy.SKIP));
    Scan whole = Scan.of(DECAY.withIdentity(0));
    assertEquals("[0. 4.]", whole.exclusive().apply(new double[] {4, 5}).toString());
    assertEquals("[2. 5.]", scan.initial(2).exclusive().apply(new double[] {4, 5}).toString());
  }

  /** All lambdas of one expression have one class, and so does what is made for them. */
  @Test
  void tenThousandLambdasMakeNoClasses() throws ReflectiveOperationException {
    double[] x = new double[1000];
    Arrays.fill(x, 1);
    double[] large = new double[MANY];
    Scan.of(weighted(1)).apply(large); // By now there is a class for them.
    long before = loadedClasses();
    for (int i = 0; i < 10_000; i++) {
      NDArray y = Scan.of(weighted(i)).apply(x);
      assertEquals(i + 1.0, y.get(1));
    }
    long after = loadedClasses();
    assertTrue(after - before < 50, (after - before) + " classes more");
  }

  /** By reflection, as the module needs no management. */
  private static long loadedClasses() throws ReflectiveOperationException {
    Class<?> factory = Class.forName("java.lang.management.ManagementFactory");
    Object bean = factory.getMethod("getClassLoadingMXBean").invoke(null);
    Class<?> counter = Class.forName("java.lang.management.ClassLoadingMXBean");
    return (long)
        Objects.requireNonNull(counter.getMethod("getTotalLoadedClassCount").invoke(bean));
  }

  private static Operator weighted(double weight) {
    return Operator.ofDoubles((a, b) -> weight * a + b);
  }

  /** An operator whose class goes takes the class along that was made for it. */
  @ParameterizedTest
  @ValueSource(strings = {"float64", "float32"})
  void classesAreUnloaded(String dtype) throws Exception {
    WeakReference<Class<?>> gone = scanWithClassOfItsOwn(DType.of(dtype));
    for (int i = 0; i < 50 && gone.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertNull(gone.get(), "the class is still there");
  }

  private static WeakReference<Class<?>> scanWithClassOfItsOwn(DType dtype) throws Exception {
    byte[] file;
    try (InputStream stream =
        Objects.requireNonNull(
            Halving.class.getResourceAsStream("UserOperatorsTest$Halving.class"))) {
      file = stream.readAllBytes();
    }
    Class<?> own = MethodHandles.lookup().defineHiddenClass(file, true).lookupClass();
    DoubleBinaryOperator function =
        (DoubleBinaryOperator) own.getDeclaredConstructor().newInstance();
    Scan scan = Scan.of(Operator.ofDoubles(function));
    NDArray zeros = NDArray.zeros(dtype, MANY);
    for (int i = 0; i < 3; i++) {
      assertEquals(MANY, scan.apply(zeros).size());
    }
    return new WeakReference<>(own);
  }

  /** Defined again as a class that nothing else holds. */
  static final class Halving implements DoubleBinaryOperator {
    @Override
    public double applyAsDouble(double a, double b) {
      return a / 2 + b;
    }
  }

  @Test
  void linesSideBySide() {
    double[] x = new double[600 * 40];
    Arrays.setAll(x, i -> i % 7);
    NDArray array = NDArray.wrap(x, 600, 40);
    for (NDArray layout : List.of(array, array.transpose().copy().transpose(), array.flip(0))) {
      for (int axis = 0; axis < 2; axis++) {
        NDArray all = Scan.of(DECAY).axis(axis).apply(layout);
        String index = axis == 0 ? ":, 17" : "17, :";
        NDArray line = Scan.of(DECAY).apply(layout.slice(index));
        assertArrayEquals((double[]) line.toArray(), (double[]) all.slice(index).copy().toArray());
      }
    }
  }
}
