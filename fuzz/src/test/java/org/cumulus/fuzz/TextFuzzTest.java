package org.cumulus.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.cumulus.DType;
import org.cumulus.cli.cells.TextRequest;
import org.cumulus.cli.cells.TextTable;
import org.cumulus.cli.text.TextException;
import org.cumulus.cli.text.TextKind;
import org.jspecify.annotations.Nullable;

/** Tables as text: CSV, TSV, and numbers between blanks. The first byte chooses the dtype. */
class TextFuzzTest {
  private static final @Nullable DType[] DTYPES = {
    null, DType.FLOAT64, DType.INT64, DType.UINT64, DType.INT8, DType.COMPLEX128, DType.OBJECT
  };

  @FuzzTest(maxDuration = "2m")
  void table(byte @Nullable [] bytes) throws Exception {
    if (bytes == null || bytes.length == 0) {
      return;
    }
    DType dtype = DTYPES[Byte.toUnsignedInt(bytes[0]) % DTYPES.length];
    Bounded.run(
        bytes.length,
        () -> {
          try {
            ByteArrayInputStream in = new ByteArrayInputStream(bytes, 1, bytes.length - 1);
            Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
            var _ =
                TextTable.read(new BufferedReader(text), TextKind.ANY, TextRequest.of(dtype))
                    .toString();
          } catch (TextException documented) {
            // No table of numbers.
          }
        });
  }
}
