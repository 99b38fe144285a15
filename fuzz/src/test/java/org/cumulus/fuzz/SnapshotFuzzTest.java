package org.cumulus.fuzz;

import static org.cumulus.DType.COMPLEX64;
import static org.cumulus.DType.FLOAT32;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.cumulus.ScanStream;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots of streams. No fuzzer would guess a checksum, nor the names that a snapshot begins
 * with: so its bytes replace some of a real snapshot, and the checksum is made right.
 */
class SnapshotFuzzTest {
  /** The bytes that say what is replaced: of which snapshot, from where on, and how many. */
  private static final int COMMAND = 5;

  private static final Scan SUM = Scan.of(Operator.ADD);

  private static final List<Real> REAL =
      List.of(
          Real.of(SUM.axis(0), SUM.axis(0).stream(FLOAT32, -1, 3), NDArray.zeros(FLOAT32, 2, 3)),
          Real.of(SUM, SUM.stream(DType.INT8), new byte[5]),
          Real.of(
              SUM.order(Order.BLOCKED),
              SUM.order(Order.BLOCKED).stream(DType.FLOAT64),
              new double[70]),
          Real.of(
              SUM.order(Order.EXACT), SUM.order(Order.EXACT).stream(DType.FLOAT64), new double[3]),
          Real.of(
              Scan.of(Operator.MAXIMUM).initial(1).exclusive(),
              Scan.of(Operator.MAXIMUM).initial(1).exclusive().stream(DType.FLOAT64),
              new double[3]),
          Real.of(
              SUM.axis(1), SUM.axis(1).stream(COMPLEX64, 2, -1), NDArray.zeros(COMPLEX64, 2, 4)),
          Real.of(SUM, SUM.stream(DType.FLOAT64), new double[0]));

  /** A scan, a chunk for its stream, and what its snapshot holds before the checksum. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Real(Scan scan, Object chunk, byte[] content) {
    static Real of(Scan scan, ScanStream stream, Object chunk) {
      stream.feed(chunk);
      byte[] snapshot = stream.snapshot();
      return new Real(scan, chunk, Arrays.copyOf(snapshot, snapshot.length - Integer.BYTES));
    }
  }

  @FuzzTest(maxDuration = "2m")
  void resume(byte @Nullable [] bytes) throws Exception {
    if (bytes == null || bytes.length < COMMAND) {
      return;
    }
    ByteBuffer input = ByteBuffer.wrap(bytes);
    Real real = REAL.get(Byte.toUnsignedInt(input.get()) % REAL.size());
    byte[] snapshot = snapshot(real.content(), input);
    Bounded.run(
        snapshot.length,
        () -> {
          try {
            ScanStream stream = real.scan().resume(snapshot);
            stream.feed(real.chunk());
            stream.total();
            stream.snapshot();
          } catch (IllegalArgumentException
              | IllegalStateException
              | UnsupportedOperationException documented) {
            // No snapshot, of another scan, of objects, or of a stream that takes no such chunk.
          }
        });
  }

  /** The content with some of its bytes replaced by what is left of the input, and its checksum. */
  private static byte[] snapshot(byte[] content, ByteBuffer input) {
    int from = Short.toUnsignedInt(input.getShort()) % (content.length + 1);
    int replaced = Math.min(Short.toUnsignedInt(input.getShort()), content.length - from);
    int length = content.length - replaced + input.remaining();
    ByteBuffer snapshot = ByteBuffer.allocate(length + Integer.BYTES);
    snapshot.put(content, 0, from).put(input);
    snapshot.put(content, from + replaced, content.length - from - replaced);
    CRC32 checksum = new CRC32();
    checksum.update(snapshot.array(), 0, length);
    return snapshot.putInt((int) checksum.getValue()).array();
  }
}
