package org.cumulus.npy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that neither np.savez nor we would write, but NumPy reads. */
final class NpzMembersTest {
  @TempDir private Path folder;

  private Path golden(String name) throws IOException {
    Path path = folder.resolve(name);
    try (InputStream in = GoldenArray.open(name)) {
      Files.copy(in, path);
    }
    return path;
  }

  @Test
  void everyKeyIsTheArrayThatItIsInNumpy() throws IOException {
    Path path = golden("members.npz");
    List<String> lines = Files.readAllLines(golden("members.txt"));
    assertEquals("# 16 cases, NumPy 2.4.6", lines.getFirst());
    assertEquals(17, lines.size());
    for (String line : lines.subList(1, lines.size())) {
      int tab = line.indexOf('\t');
      String key = line.substring(0, tab);
      switch (line.substring(tab + 1)) {
        case "not there" -> assertThrows(NoSuchFileException.class, () -> Npz.read(path, key), key);
        case "no array" -> assertThrows(NoSuchFileException.class, () -> Npz.read(path, key), key);
        case String size -> {
          assertEquals(Long.parseLong(size), Npz.read(path, key).size(), key);
          try (InputStream in = Npz.open(path, key)) {
            assertEquals(Long.parseLong(size), Npy.read(in).size(), key);
          }
        }
      }
    }
  }

  /** Each array once, by a key that gives it alone. */
  @Test
  void noArrayIsLeftOut() throws IOException {
    Path path = golden("members.npz");
    Map<String, NDArray> arrays = Npz.read(path);
    List<String> keys = List.of("a", "a.npy", "b", "b.npy.npy", "c", "twice", "t.npy", "folder/x");
    assertEquals(keys, List.copyOf(arrays.keySet()));
    assertEquals(keys, Npz.keys(path));
    assertEquals(keys, List.copyOf(Npz.headers(path).keySet()));
    assertEquals(
        List.of(3L, 5L, 2L, 7L, 6L, 9L, 10L, 4L),
        arrays.values().stream().map(NDArray::size).toList());
    for (Map.Entry<String, NDArray> array : arrays.entrySet()) {
      assertEquals(array.getValue().toString(), Npz.read(path, array.getKey()).toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bzip2", "lzma"})
  void otherCompressionsAreRefusedByTheirNames(String method) throws IOException {
    Path path = golden(method + ".npz");
    String message =
        path
            + ": a member is compressed by "
            + method
            + ", but only stored and deflated members are read";
    for (Executable reading :
        List.<Executable>of(
            () -> Npz.keys(path),
            () -> Npz.read(path),
            () -> Npz.read(path, "a"),
            () -> Npz.headers(path),
            () -> Npz.open(path, "a"))) {
      assertEquals(message, assertThrows(NpyFormatException.class, reading).getMessage());
    }
  }

  @Test
  void saysWhatAFileIsThatIsNoArchive() throws IOException {
    for (Map.Entry<String, String> file :
        Map.of(
                "\u001f\u008b\b\0\0\0\0\0", " (a gzip file: decompress it first)",
                "version https://git-lfs.github.com/spec/v1\n",
                    " (a Git LFS pointer? \"git lfs pull\" fetches the file)",
                "\u0093NUMPY\1\0", " (an .npy file: Npy reads it)",
                "1,2,3\n4,5,6\n", "")
            .entrySet()) {
      Path path = folder.resolve("some.npz");
      Files.write(path, file.getKey().getBytes(StandardCharsets.ISO_8859_1));
      assertEquals(
          path + ": File is not a zip file (zip END header not found)" + file.getValue(),
          assertThrows(NpyFormatException.class, () -> Npz.keys(path)).getMessage());
    }
  }
}
