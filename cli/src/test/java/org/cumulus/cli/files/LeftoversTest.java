package org.cumulus.cli.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
  private static final List<String> OF_OTHERS =
      List.of(".other.npy.cumulus-part0", ".x+y.npy.cumulus-part", ".x+y.npy.cumulus-part0~");
  private static final List<String> LEFT =
      List.of(
          ".x+y.npy.cumulus-checkpoint",
          ".x+y.npy.cumulus-checkpoint-next",
          ".x+y.npy.cumulus-part10",
          ".x+y.npy.cumulus-part9");

  @TempDir private Path folder;

  @BeforeEach
  void leaveThem() throws IOException {
    for (String name : all()) {
      Files.createFile(folder.resolve(name));
    }
  }

  private static List<String> all() {
    return Stream.concat(OF_OTHERS.stream(), LEFT.stream()).sorted().toList();
  }

  private void write() throws IOException {
    Output.write(folder.resolve("x+y.npy"), out -> out.write(1));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void thoseOfTheOutputGo() throws IOException {
    write();
    List<String> expected = new ArrayList<>(OF_OTHERS);
    expected.add("x+y.npy");
    assertEquals(expected, files());
  }

  @Test
  void noneGoesWhileAnotherRunIsAtThem() throws IOException {
    try (FileChannel channel =
        FileChannel.open(folder.resolve(LEFT.getLast()), StandardOpenOption.WRITE)) {
      assertNotNull(channel.tryLock());
      write();
    }
    List<String> expected = new ArrayList<>(all());
    expected.add("x+y.npy");
    assertEquals(expected, files());
  }
}
