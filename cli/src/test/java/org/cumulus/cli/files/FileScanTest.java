package org.cumulus.cli.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.NaNPolicy;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.cumulus.npy.Npy;
import org.cumulus.npy.NpyHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans of files in parts give, byte for byte, the files that scans in memory give. */
class FileScanTest {
  private static final String[] DTYPES = {
    "f8", "f8", ">f8", "f4", ">f2", "i8", ">i4", "i1", "u2", ">u8", "b1", "c8", ">c16", "m8[s]"
  };
  private static final int[] LENGTHS = {1, 2, 3, 7, 40, 300, 3000};

  private static final List<Order> ORDERS = List.of(Order.NUMPY, Order.BLOCKED, Order.EXACT);
  private static final List<NaNPolicy> NAN = List.of(NaNPolicy.PROPAGATE, NaNPolicy.SKIP);

  @TempDir private Path folder;

  /** A random request for a random array, in a random amount of memory. */
  private record Case(long seed, NDArray array, ScanRequest request, boolean isPiped, long memory) {
    static Case of(long seed) {
      Random random = new Random(seed);
      NDArray array = array(random);
      List<Integer> axes = axes(random, array.ndim());
      Order order = axes.size() > 1 ? Order.NUMPY : ORDERS.get(random.nextInt(3));
      boolean includesInitial = random.nextInt(4) == 0;
      Scan scan = Scan.of(Operator.ADD).order(order).nan(NAN.get(random.nextInt(2)));
      scan = includesInitial ? scan.includeInitial() : scan;
      scan = !includesInitial && random.nextInt(3) == 0 ? scan.exclusive() : scan;
      scan = axes.size() < 2 && random.nextInt(3) == 0 ? scan.initial(3) : scan;
      scan =
          random.nextInt(3) == 0 ? scan.dtype(DType.of(random.nextBoolean() ? "f4" : "f8")) : scan;
      return new Case(
          seed,
          array,
          new ScanRequest(scan, axes, random.nextInt(3) == 0, includesInitial, order),
          random.nextInt(4) == 0,
          1L << random.nextInt(7, 20));
    }

    private static NDArray array(Random random) {
      long[] shape = new long[random.nextInt(1, 4)];
      long size = 1;
      for (int i = 0; i < shape.length; i++) {
        shape[i] = LENGTHS[random.nextInt(size > 100 ? 4 : LENGTHS.length)];
        size *= shape[i];
      }
      double[] values = new double[(int) size];
      double tiny = random.nextBoolean() ? 0.001 : 1;
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(50) == 0 ? Double.NaN : random.nextInt(-90, 90) * tiny;
      }
      DType dtype = DType.of(DTYPES[random.nextInt(DTYPES.length)]);
      NDArray array = NDArray.of(values, DType.of(dtype.name())).reshape(shape);
      NDArray stored = NDArray.zeros(dtype, shape);
      array.copyTo(stored);
      return random.nextBoolean() ? stored : fortran(stored);
    }

    private static NDArray fortran(NDArray array) {
      return array.transpose().copy().transpose();
    }

    private static List<Integer> axes(Random random, int dimensions) {
      return switch (random.nextInt(5)) {
        case 0, 1 -> List.of();
        case 2 -> dimensions > 1 ? List.of(1, 0) : List.of(0);
        default -> List.of(random.nextInt(dimensions));
      };
    }

    NDArray inMemory() {
      Scan scan = request.isReverse() ? request.forward().reverse() : request.forward();
      int[] axes = request.axes().stream().mapToInt(Integer::intValue).toArray();
      return (axes.length == 0 ? scan : scan.axes(axes)).apply(array);
    }
  }

  @Test
  void randomCasesHaveTheBytesOfScansInMemory() throws IOException {
    int chunked = 0;
    for (long seed = 0; seed < 400; seed++) {
      Case random = Case.of(seed);
      Path in = folder.resolve("in.npy");
      Path out = folder.resolve("out.npy");
      Npy.write(in, random.array);
      NpyHeader header = NpyHeader.read(in);
      Source source =
          random.isPiped ? piped(in, header) : new ChannelSource(in, header, header.dataOffset());
      List<Pass> passes =
          FileScan.passes(random.request, header, random.isPiped, false, new Budget(random.memory));
      chunked += passes.getLast().schedule().count() > 1 ? 1 : 0;
      Report _ =
          FileScan.run(
              random.request,
              source,
              Output.atOnce(out),
              new Budget(random.memory),
              (_, _) -> _ -> {});
      Path expected = folder.resolve("expected.npy");
      Npy.write(expected, random.inMemory());
      assertEquals(
          NpyHeader.read(expected).toString(),
          NpyHeader.read(out).toString(),
          () -> random.toString());
      assertArrayEquals(
          Files.readAllBytes(expected),
          Files.readAllBytes(out),
          () -> random + " " + Arrays.toString(random.array.shape()));
      try (Stream<Path> files = Files.list(folder)) {
        assertEquals(3, files.count(), "files left behind");
      }
    }
    assertTrue(chunked > 200, "cases of several chunks: " + chunked);
  }

  private static Source piped(Path file, NpyHeader header) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(header.dataOffset());
    return new StreamSource("pipe", in, header);
  }
}
