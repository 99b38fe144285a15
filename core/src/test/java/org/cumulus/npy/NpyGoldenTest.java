package org.cumulus.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of all dtypes, byte orders, layouts and versions that NumPy saved. */
class NpyGoldenTest {
  private static final int CASES = 495;

  @TempDir private Path folder;

  @Test
  void readsArraysOneBehindTheOther() throws IOException {
    List<GoldenArray> cases = GoldenArray.all();
    assertEquals(CASES, cases.size());
    ByteArrayInputStream in = new ByteArrayInputStream(GoldenArray.files());
    for (GoldenArray golden : cases) {
      NDArray array = Npy.read(in);
      assertSame(golden, array);
      assertFalse(array.isReadOnly(), golden::toString);
    }
    assertEquals(
        "No data left in file", assertThrows(EOFException.class, () -> Npy.read(in)).getMessage());
  }

  @Test
  void readsAndMapsFiles() throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(GoldenArray.files());
    Path file = folder.resolve("array.npy");
    for (GoldenArray golden : GoldenArray.all()) {
      int before = in.available();
      in.mark(0);
      NpyHeader header = NpyHeader.read(in);
      assertEquals(before - in.available(), header.dataOffset());
      in.reset();
      byte[] bytes = in.readNBytes((int) (header.dataOffset() + header.byteSize()));
      // Garbage behind the data does not matter.
      Files.write(file, Arrays.copyOf(bytes, bytes.length + 5));
      assertSame(golden, Npy.read(file));
      NDArray map = Npy.map(file);
      assertSame(golden, map);
      assertTrue(map.isReadOnly(), golden::toString);
    }
  }

  @Test
  void writesNumpysBytes() throws IOException {
    byte[] files = GoldenArray.files();
    int at = 0;
    for (GoldenArray golden : GoldenArray.all()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Npy.write(out, golden.array());
      if (golden.version() == 1) {
        byte[] expected = Arrays.copyOfRange(files, at, at + out.size());
        assertArrayEquals(expected, out.toByteArray(), golden::toString);
      } // NumPy itself writes the other versions only when told to.
      at += out.size();
    }
    assertEquals(files.length, at);
  }

  private static void assertSame(GoldenArray golden, NDArray array) {
    assertEquals(golden.dtype(), array.dtype(), golden::toString);
    assertArrayEquals(golden.dimensions(), array.shape(), golden::toString);
    boolean fortranOrder = golden.layout() == 'f' && !array.isCContiguous();
    assertEquals(fortranOrder, array.isFContiguous() && !array.isCContiguous(), golden::toString);
    byte[] data = array.copy().memory().orElseThrow().toArray(ValueLayout.JAVA_BYTE);
    assertArrayEquals(golden.data(), data, golden::toString);
  }
}
