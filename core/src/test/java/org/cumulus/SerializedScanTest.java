package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.junit.jupiter.api.Test;

/** Scans that have been to another machine and back are the same. */
class SerializedScanTest {
  private static <T> T copy(T original) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(original);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      @SuppressWarnings("unchecked")
      T copy = (T) in.readObject();
      return copy;
    }
  }

  @Test
  void numpysOperatorsAreTheConstants() throws Exception {
    for (Operator operator : Operator.UFUNCS) {
      assertSame(operator, copy(operator));
    }
    assertEquals("total", copy(Operator.ADD.named("total")).toString());
    assertEquals(5L, copy(Operator.MAXIMUM.withIdentity(5L)).identity().orElseThrow());
  }

  @Test
  void everyRequestComesBack() throws Exception {
    Scan sum = Scan.of(Operator.ADD);
    List<Scan> scans = new ArrayList<>();
    scans.add(sum);
    scans.add(sum.exclusive());
    scans.add(sum.axis(0).reverse().nan(NaNPolicy.KEEP));
    scans.add(sum.axis(-1).includeInitial().parallelism(1));
    scans.add(sum.dtype(DType.of(">f4")).initial(new Complex(3, 0)));
    scans.add(sum.initial(NDArray.of(0.1f).astype(DType.FLOAT16)).order(Order.BLOCKED));
    scans.add(sum.initial(7).overflow(OverflowPolicy.SATURATE).order(Order.EXACT));
    scans.add(sum.segmentsByKey(List.of("a", "b", "a")).exclusive());
    scans.add(sum.segmentsByLengths(1, 2).reverse());
    scans.add(Scan.of(Operator.LOGCUMSUMEXP));
    scans.add(Scan.of(Operator.recurrence(NDArray.of(0.3).astype(DType.FLOAT16))));
    scans.add(Scan.of(Operator.recurrence(2)).initial(5));
    scans.add(
        Scan.of(
            Operator.ofDoubles((DoubleBinaryOperator & Serializable) (a, b) -> a + 2 * b)
                .withIdentity(0.0)
                .associative()
                .named("doubled")));
    scans.add(
        Scan.of(Operator.ofLongs((LongBinaryOperator & Serializable) (a, b) -> a ^ b))
            .dtype(DType.INT64));
    for (Scan scan : scans) {
      Scan copy = copy(scan);
      assertEquals(scan.toString(), copy.toString());
      double[] a = {1.5, 2.25, -3};
      assertEquals(scan.apply(a).repr(), copy.apply(a).repr(), scan.toString());
    }
    int[][] square = {{1, 2}, {3, 4}};
    assertEquals(sum.axes(0, 1).apply(square).repr(), copy(sum.axes(0, 1)).apply(square).repr());
    Scan gcd =
        Scan.of(Operator.ofObjects((BinaryOperator<BigInteger> & Serializable) (a, b) -> a.gcd(b)));
    assertEquals("[12 6]", copy(gcd).apply(NDArray.of(new int[] {12, 18})).toString());
    ScanStream stream = sum.stream(DType.FLOAT64);
    stream.feed(new double[] {1, 2});
    assertEquals("[6.]", copy(sum).resume(stream.snapshot()).feed(new double[] {3}).toString());
  }

  @Test
  void functionsThatAreNotSerializableAreNamed() {
    Operator decay = Operator.ofDoubles((a, b) -> 0.5 * a + b).named("decay");
    assertEquals(
        "the function of \"decay\" is not Serializable: cast the lambda, as in"
            + " (DoubleBinaryOperator & Serializable) (a, b) -> …",
        assertThrows(NotSerializableException.class, () -> copy(Scan.of(decay))).getMessage());
  }
}
