package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;
import org.cumulus.npy.Npz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoTest {
  @TempDir private Path folder;

  @Test
  void anNpyFileInFortranOrder() throws IOException {
    Path file = folder.resolve("f.npy");
    NDArray array = NDArray.of(new int[][] {{1, 2}, {3, 4}, {5, 6}}, DType.of(">i4"));
    Npy.write(file, array.transpose());
    assertEquals(
        Run.prints(
            """
            format: npy, version 1.0
            dtype:  int32, big-endian
            shape:  (2, 3)
            size:   6
            bytes:  24
            order:  Fortran
            layout: contiguous, strides (4, 8)
            first:  [1 3 5]
            last:   [2 4 6]
            """),
        Run.of("info", file.toString()));
  }

  @Test
  void allMembersOfAnArchive() throws IOException {
    Path file = folder.resolve("two.npz");
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    arrays.put("a", NDArray.of(new boolean[] {true, false}));
    arrays.put("b", NDArray.of(2.5));
    Npz.write(file, arrays);
    assertEquals(
        Run.prints(
            """
            a:
              dtype:  bool
              shape:  (2,)
              size:   2
              bytes:  2
              order:  C
            b:
              dtype:  float64, little-endian
              shape:  ()
              size:   1
              bytes:  8
              order:  C
            """),
        Run.of("info", file.toString()));
  }

  @Test
  void emptyAndWithoutDimensions() {
    assertEquals(
        Run.prints(
            """
            format: literal
            dtype:  float64, little-endian
            shape:  (0,)
            size:   0
            bytes:  0
            order:  C
            layout: contiguous, strides (8,)
            """),
        Run.of("info", "[]"));
    assertEquals(
        Run.prints(
            """
            format: literal
            dtype:  complex128, little-endian
            shape:  ()
            size:   1
            bytes:  16
            order:  C
            layout: contiguous, strides ()
            first:  [1.+2.j]
            last:   [1.+2.j]
            """),
        Run.of("info", "1+2j"));
  }
}
