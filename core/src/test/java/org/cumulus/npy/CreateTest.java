package org.cumulus.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made to be written to through a map. */
class CreateTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsInTheFile() throws IOException {
    Path path = folder.resolve("sums.npy");
    for (String dtype : List.of("bool", "i2", ">i4", "u8", "f2", ">f8", "c8", "m8[s]")) {
      NDArray array = Npy.create(path, DType.of(dtype), 2, 3);
      assertEquals(true, array.contentEquals(NDArray.zeros(DType.of(dtype), 2, 3)));
      Cumulus.cumsum(
          NDArray.of(new byte[][] {{1, 0, 1}, {0, 1, 1}}).astype(DType.of(dtype)), 1, null, array);
      array.memory().orElseThrow().force();
      Path written = folder.resolve("written.npy");
      Npy.write(written, array.copy());
      assertArrayEquals(Files.readAllBytes(written), Files.readAllBytes(path), dtype);
      assertEquals(true, Npy.read(path).contentEquals(array), dtype);
    }
  }

  @Test
  void shapesWithoutElementsAndWithoutDimensions() throws IOException {
    Path path = folder.resolve("a.npy");
    assertEquals("[]", Npy.create(path, DType.INT8, 0).toString());
    assertEquals(true, Npy.read(path).contentEquals(NDArray.zeros(DType.INT8, 0)));
    Npy.create(path, DType.INT8).set(new long[0], 7);
    assertEquals("7", Npy.read(path).toString());
  }

  @Test
  void theOldFileIsReplacedInOneStep() throws IOException {
    Path path = folder.resolve("a.npy");
    Npy.write(path, new double[] {1, 2});
    NDArray old = Npy.map(path);
    Npy.create(path, DType.INT8, 1).set(0, 3);
    assertEquals("[1. 2.]", old.toString());
    assertEquals("[3]", Npy.read(path).toString());
    assertEquals(List.of(path), list());
  }

  @Test
  void refusalsTouchNoFile() throws IOException {
    Path path = folder.resolve("a.npy");
    assertThrows(IllegalArgumentException.class, () -> Npy.create(path, DType.OBJECT, 1));
    assertThrows(IllegalArgumentException.class, () -> Npy.create(path, DType.INT8, -1));
    assertThrows(
        IllegalArgumentException.class, () -> Npy.create(path, DType.INT64, Long.MAX_VALUE));
    assertThrows(FileSystemException.class, () -> Npy.create(folder, DType.INT8, 1));
    assertThrows(
        NoSuchFileException.class, () -> Npy.create(folder.resolve("b/c.npy"), DType.INT8, 1));
    // More than any disk: the file system refuses, and nothing is left.
    assertThrows(IOException.class, () -> Npy.create(path, DType.INT8, Long.MAX_VALUE - 1000));
    assertEquals(List.of(), list());
  }

  private List<Path> list() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
