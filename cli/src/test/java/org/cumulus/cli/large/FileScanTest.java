package org.cumulus.cli.large;

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
import org.cumulus.OverflowPolicy;
import org.cumulus.Scan;
import org.cumulus.cli.files.Output;
import org.cumulus.cli.sources.ChannelSource;
import org.cumulus.cli.sources.Source;
import org.cumulus.cli.sources.StreamSource;
import org.cumulus.npy.Npy;
import org.cumulus.npy.NpyHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans of files in parts give, byte for byte, the files that scans in memory give. */
class FileScanTest {
  private static final String[] DTYPES = {
    "f8", "f8", ">f8", "f4", ">f2", "i8", ">i4", "i1", "u2", ">u8", "b1", "c8", ">c16", "m8[s]"
  };
  private static final int[] LENGTHS = {1, 2, 3, 7, 40, 300, 3000};

  private static final List<Order> ORDERS = List.of(Order.NUMPY, Order.BLOCKED, Order.EXACT);
  private static final List<NaNPolicy> NAN =
      List.of(NaNPolicy.PROPAGATE, NaNPolicy.SKIP, NaNPolicy.KEEP, NaNPolicy.REFUSE);
  private static final List<OverflowPolicy> OVERFLOWS =
      List.of(OverflowPolicy.SATURATE, OverflowPolicy.CHECKED);
  private static final List<String> RESULTS = List.of("f4", "f8", "i2", ">i4", "u8", "c8", "?");
  private static final List<Operator> OPERATORS =
      Stream.concat(Operator.UFUNCS.stream().skip(1), Stream.of(Operator.LOGCUMSUMEXP)).toList();

  @TempDir private Path folder;

  /** A random request for a random array, in a random amount of memory. */
  private record Case(long seed, NDArray array, ScanRequest request, boolean isPiped, long memory) {
    static Case of(long seed) {
      Random random = new Random(seed);
      Operator operator = random.nextBoolean() ? Operator.ADD : any(OPERATORS, random);
      NDArray array = array(random);
      List<Integer> axes = axes(random, array.ndim());
      Order order = order(operator, axes.size(), random);
      Scan scan = Scan.of(operator).order(order);
      scan = random.nextInt(4) == 0 ? scan.overflow(any(OVERFLOWS, random)) : scan;
      boolean hasInitial = axes.size() < 2 && random.nextInt(3) == 0;
      scan = hasInitial ? scan.initial(3) : scan;
      boolean canBegin = hasInitial || operator.identity().isPresent();
      // With a step more, an axis of one element finds its place in memory anew.
      boolean keepsOrder = Arrays.stream(array.shape()).min().orElse(1) > 1;
      boolean includesInitial = canBegin && keepsOrder && random.nextInt(4) == 0;
      scan = includesInitial ? scan.includeInitial() : scan;
      scan = canBegin && !includesInitial && random.nextInt(3) == 0 ? scan.exclusive() : scan;
      scan = scan.nan(any(axes.size() < 2 ? NAN : NAN.subList(0, 2), random));
      scan = random.nextInt(3) == 0 ? scan.dtype(DType.of(any(RESULTS, random))) : scan;
      boolean hasSegments = axes.size() < 2 && !includesInitial && random.nextInt(4) == 0;
      ScanRequest request =
          new ScanRequest(scan, axes, random.nextInt(3) == 0, includesInitial, order);
      return new Case(
          seed,
          array,
          hasSegments ? RandomSegmentStarts.of(request, array, random) : request,
          random.nextInt(4) == 0,
          1L << random.nextInt(7, 20));
    }

    private static Order order(Operator operator, int axes, Random random) {
      if (operator == Operator.LOGCUMSUMEXP || axes > 1) {
        return Order.NUMPY;
      }
      return any(operator == Operator.ADD ? ORDERS : ORDERS.subList(0, 2), random);
    }

    private static <T> T any(List<T> choices, Random random) {
      return choices.get(random.nextInt(choices.size()));
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

    boolean isChunked() {
      NpyHeader header = NpyHeader.of(array.dtype(), !array.isCContiguous(), array.shape());
      List<Pass> passes = FileScan.passes(request, header, isPiped, false, new Budget(memory));
      return passes.getLast().schedule().count() > 1;
    }

    NDArray inMemory() {
      return request.inMemory().apply(array);
    }
  }

  @Test
  void randomCasesHaveTheBytesOfScansInMemory() throws IOException {
    int scanned = 0;
    int chunked = 0;
    for (long seed = 0; seed < 900; seed++) {
      Case random = Case.of(seed);
      Path expected = folder.resolve("expected.npy");
      Path out = folder.resolve("out.npy");
      Class<?> refusal = refusal(() -> Npy.write(expected, random.inMemory()));
      Path in = folder.resolve("in.npy");
      Npy.write(in, random.array);
      assertEquals(refusal, refusal(() -> run(random, in, out)), () -> random.toString());
      if (refusal == null) {
        scanned++;
        chunked += random.isChunked() ? 1 : 0;
        assertEquals(
            NpyHeader.read(expected).toString(),
            NpyHeader.read(out).toString(),
            () -> random.toString());
        assertArrayEquals(
            Files.readAllBytes(expected),
            Files.readAllBytes(out),
            () -> random + " " + Arrays.toString(random.array.shape()));
      }
      Files.deleteIfExists(expected);
      Files.deleteIfExists(out);
      assertEquals(List.of(in), files(), () -> "files left behind by " + random);
    }
    assertTrue(scanned > 500, "cases that are not refused: " + scanned);
    assertTrue(chunked > 300, "cases of several chunks: " + chunked);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** Something that may be refused. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  /** What kind of exception refuses some work; null if it is done. */
  private static @Nullable Class<?> refusal(Work work) throws IOException {
    try {
      work.run();
      return null;
    } catch (IllegalArgumentException | ArithmeticException refused) {
      return refused.getClass();
    }
  }

  private static void run(Case random, Path in, Path out) throws IOException {
    NpyHeader header = NpyHeader.read(in);
    Source source =
        random.isPiped ? piped(in, header) : new ChannelSource(in, header, header.dataOffset());
    Budget budget = new Budget(random.memory);
    Report _ = FileScan.run(random.request, source, Output.atOnce(out), budget, (_, _) -> _ -> {});
  }

  private static Source piped(Path file, NpyHeader header) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(header.dataOffset());
    return new StreamSource("pipe", in, header);
  }
}
