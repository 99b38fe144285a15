package org.cumulus.npy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reading, mapping and writing do to files. */
class NpyFileTest {
  @TempDir private Path folder;

  @Test
  void mapsMoreThanTwoGigabytes() throws IOException {
    long rows = 1L << 29;
    Path path = folder.resolve("huge.npy");
    NpyHeader header = NpyHeader.of(DType.of(">f4"), true, 3, rows);
    try (FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      channel.write(ByteBuffer.wrap(header.toBytes()));
      long last = header.dataOffset() + header.byteSize() - 8;
      channel.write(ByteBuffer.allocate(8).putFloat(1.5f).putFloat(2.5f).flip(), last);
    }
    NDArray array = Npy.map(path);
    assertArrayEquals(new long[] {3, rows}, array.shape());
    assertArrayEquals(new long[] {4, 12}, array.strides());
    assertEquals(2.5, array.getDouble(2, rows - 1));
    assertEquals(1.5, array.getDouble(1, rows - 1));
    assertEquals(0, array.getDouble(0, rows / 2));
  }

  @Test
  void readsDataAtAnyOffset() throws IOException {
    NDArray array = NDArray.of(new double[] {1, 2, 3});
    byte[] text = "{'descr':'<f8','fortran_order':False,'shape':(3,)}  ".getBytes(US_ASCII);
    Path path = folder.resolve("odd.npy");
    try (OutputStream out = Files.newOutputStream(path)) {
      out.write(HeaderText.MAGIC);
      out.write(new byte[] {1, 0, (byte) (text.length - 1), 0});
      out.write(text, 0, text.length - 1);
      out.write(saved(array), 128, 24);
    }
    assertEquals(61, NpyHeader.read(path).dataOffset());
    assertArrayEquals((double[]) array.toArray(), (double[]) Npy.map(path).toArray());
    assertArrayEquals((double[]) array.toArray(), (double[]) Npy.read(path).toArray());
  }

  @Test
  void streamMayComeInDrops() throws IOException {
    NDArray array = NDArray.zeros(DType.INT32, 100_003);
    for (int i = 0; i < 3; i++) {
      NDArray.of(7 + i).copyTo(array.select(0, 50_001L * i));
    }
    InputStream drops =
        new FilterInputStream(new ByteArrayInputStream(saved(array))) {
          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return super.read(bytes, offset, Math.min(length, 1_001));
          }
        };
    assertArrayEquals((int[]) array.toArray(), (int[]) Npy.read(drops).toArray());
  }

  @Test
  void failureLeavesTheOldFile() throws IOException {
    Path path = folder.resolve("kept.npy");
    Npy.write(path, NDArray.of(1));
    byte[] before = Files.readAllBytes(path);
    IOException failure = new IOException("disk full");
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                ReplacedFile.write(
                    path,
                    out -> {
                      out.write(1);
                      throw failure;
                    }));
    assertSame(failure, thrown);
    NDArray objects = NDArray.of(List.of(BigInteger.ONE));
    assertThrows(IllegalArgumentException.class, () -> Npy.write(path, objects));
    assertArrayEquals(before, Files.readAllBytes(path));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(path), files.toList());
    }
  }

  /** The message names the file that was asked for, not the temporary one. */
  @Test
  void aMissingFolderIsNamed() {
    Path path = folder.resolve("missing").resolve("a.npy");
    assertEquals(
        path + ": no such directory: " + path.getParent(),
        assertThrows(NoSuchFileException.class, () -> Npy.write(path, NDArray.of(1))).getMessage());
  }

  @Test
  void mapSurvivesThatItsFileIsReplaced() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path path = folder.resolve("self.npy");
    Npy.write(path, NDArray.of(new int[] {1, 2, 3}));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
    NDArray map = Npy.map(path);
    Npy.write(path, map.flip());
    assertArrayEquals(new int[] {1, 2, 3}, (int[]) map.toArray());
    assertArrayEquals(new int[] {3, 2, 1}, (int[]) Npy.read(path).toArray());
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
  }

  @Test
  void linksAndDevicesStayWhatTheyAre() throws IOException {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));
    Npy.write(device, NDArray.of(1));
    assertFalse(Files.isRegularFile(device));
    Path path = folder.resolve("target.npy");
    Npy.write(path, NDArray.of(1));
    Path link = Files.createSymbolicLink(folder.resolve("link.npy"), path);
    Npy.write(link, NDArray.of(2));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(2, Npy.read(path).get());
  }

  /** Both a link to a file and one to where none is yet stay, and lead to what is written. */
  @Test
  void aLinkLeadsToWhereNothingIsYet() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path target = inner.resolve("target.npz");
    Path second = Files.createSymbolicLink(inner.resolve("second.npz"), Path.of("target.npz"));
    Path first = Files.createSymbolicLink(folder.resolve("first.npz"), Path.of("inner/second.npz"));
    for (int round = 0; round < 2; round++) { // The second finds what the first has made.
      Npz.write(first, Map.of("a", NDArray.of(round)));
      assertTrue(Files.isSymbolicLink(first));
      assertTrue(Files.isSymbolicLink(second));
      assertTrue(Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS));
      assertEquals(round, Npz.read(target, "a").get());
    }
    try (Stream<Path> files = Files.list(inner)) {
      assertEquals(List.of(second, target), files.sorted().toList());
    }
  }

  @Test
  void linksInACircleAreRefused() throws IOException {
    Path path = folder.resolve("circle.npy");
    Files.createSymbolicLink(path, path);
    assertEquals(
        path + ": too many levels of symbolic links",
        assertThrows(IOException.class, () -> Npy.write(path, NDArray.of(1))).getMessage());
  }

  /** Not even while it is written may others read what takes the place of a private file. */
  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-rw-rw-", "r--r--r--"})
  void permissionsAreThoseOfTheFileBefore(String permissions) throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path path = Files.writeString(folder.resolve("a.npy"), "as it was");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    assumeTrue(Files.isWritable(path)); // Of a file that is only to be read only for root.
    List<String> seen = new ArrayList<>();
    ReplacedFile.write(
        path,
        out -> {
          try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
              seen.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
          }
        });
    seen.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    assertEquals(List.of(permissions, permissions, permissions), seen);
  }

  @Test
  void largeArraysOfAnyStridesAreWrittenInBlocks() throws IOException {
    long[] values = new long[2 * 30_011 * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    NDArray c = NDArray.wrap(values, 2, 30_011, 3);
    for (NDArray view :
        List.of(c.transpose(1, 0, 2), c.flip(), c.slice("::-1, 5:, ::2"), c.transpose(2, 0, 1))) {
      assertArrayEquals(saved(view.copy()), saved(view));
    }
    boolean[] truths = new boolean[70_001];
    truths[70_000] = true;
    byte[] file = saved(NDArray.wrap(truths));
    assertEquals(1, file[file.length - 1]);
    assertEquals(0, file[file.length - 2]);
  }

  private static byte[] saved(NDArray array) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npy.write(out, array);
    return out.toByteArray();
  }
}
