package org.cumulus.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.jspecify.annotations.Nullable;

/** Snapshots of streams. The checksum is made right, as no fuzzer would guess it. */
class SnapshotFuzzTest {
  private static final Scan[] SCANS = {
    Scan.of(Operator.ADD).axis(0),
    Scan.of(Operator.ADD),
    Scan.of(Operator.ADD).axis(0).order(Order.BLOCKED),
    Scan.of(Operator.ADD).order(Order.EXACT),
  };

  @FuzzTest(maxDuration = "2m")
  void resume(byte @Nullable [] bytes) throws Exception {
    if (bytes == null || bytes.length == 0) {
      return;
    }
    Scan scan = SCANS[Byte.toUnsignedInt(bytes[0]) % SCANS.length];
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 1, bytes.length - 1);
    ByteBuffer snapshot = ByteBuffer.allocate(bytes.length - 1 + Integer.BYTES);
    snapshot.put(bytes, 1, bytes.length - 1).putInt((int) checksum.getValue());
    Bounded.run(
        bytes.length,
        () -> {
          try {
            scan.resume(snapshot.array());
          } catch (IllegalArgumentException documented) {
            // No snapshot, or of another scan.
          }
        });
  }
}
