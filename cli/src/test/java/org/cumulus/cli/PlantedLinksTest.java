package org.cumulus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links where a command is going to write, and where its result is to go. */
class PlantedLinksTest {
  private static final String PRIVATE = "of somebody else";

  @TempDir(factory = MemoryFolder.class)
  private Path folder;

  private Path in;
  private Path out;
  private Path victim;

  @BeforeEach
  void writeTheInput() throws IOException {
    in = folder.resolve("in.npy");
    out = folder.resolve("out.npy");
    victim = Files.writeString(folder.resolve("victim"), PRIVATE);
    double[] values = new double[60_000];
    Arrays.setAll(values, i -> i % 17);
    Npy.write(in, NDArray.wrap(values, 300, 200));
  }

  @ParameterizedTest
  @CsvSource({
    "part0, --resume --checkpoint 1e-6",
    "part1, --resume --checkpoint 1e-6 --axis 1,0",
    "checkpoint-next, --resume --checkpoint 1e-6",
    "part0, ''",
    "checkpoint-next, ''",
  })
  void aLinkInThePlaceOfAPartIsNotFollowed(String purpose, String options) throws IOException {
    Path part = folder.resolve(".out.npy.cumulus-" + purpose);
    for (Path target : List.of(victim, folder.resolve("nothing"))) {
      Files.createSymbolicLink(part, target);
      String line = "cumsum %s -o %s --memory 64K %s".formatted(in, out, options);
      assertEquals(Run.prints(""), Run.of(line.strip().split(" +", -1)));
      assertEquals(PRIVATE, Files.readString(victim));
      assertEquals(List.of(in, out, victim), files());
      assertTrue(Files.isRegularFile(out, LinkOption.NOFOLLOW_LINKS));
      Files.delete(out);
    }
  }

  /** As it tells what to go on with, and that would be somebody else's. */
  @Test
  void aLinkInThePlaceOfTheCheckpointIsRefused() throws IOException {
    double[] values = new double[60_000];
    values[values.length - 1] = Double.NaN; // So that nearly all is done, and left behind.
    Npy.write(in, NDArray.wrap(values));
    String options = "--memory 64K --nan refuse --resume --checkpoint 1e-6";
    String[] command = "cumsum %s -o %s %s".formatted(in, out, options).split(" +", -1);
    assertEquals(1, Run.of(command).exitCode());
    Path checkpoint = folder.resolve(".out.npy.cumulus-checkpoint");
    Files.move(checkpoint, victim, StandardCopyOption.REPLACE_EXISTING);
    byte[] valid = Files.readAllBytes(victim);
    for (byte[] content : List.of(valid, PRIVATE.getBytes(UTF_8))) {
      Files.write(victim, content);
      Files.createSymbolicLink(checkpoint, victim);
      Run run = Run.of(command);
      assertEquals(1, run.exitCode(), run::toString);
      assertTrue(run.err().startsWith("cumulus: " + checkpoint + ": "), run::err);
      assertArrayEquals(content, Files.readAllBytes(victim));
      Files.delete(checkpoint);
    }
  }

  /** Both a link to a file and one to where none is yet stay, and lead to the result. */
  @ParameterizedTest
  @ValueSource(strings = {"", "--memory 64K", "--memory 64K --resume"})
  void anOutputThatIsALinkStaysOne(String options) throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path target = inner.resolve("target.npy");
    Path link = Files.createSymbolicLink(inner.resolve("link.npy"), Path.of("target.npy"));
    Files.createSymbolicLink(out, Path.of("inner/link.npy"));
    for (int round = 0; round < 2; round++) { // The second finds what the first has made.
      String line = "cumsum %s -o %s %s".formatted(in, out, options);
      assertEquals(Run.prints(""), Run.of(line.strip().split(" +", -1)));
      assertTrue(Files.isSymbolicLink(out));
      assertTrue(Files.isSymbolicLink(link));
      assertTrue(Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS));
    }
    Files.delete(target);
    assertEquals(Run.prints(""), Run.of("cumsum", "3", "-o", out.toString()));
    assertEquals("[3]", Npy.read(target).toString());
  }

  @Test
  @Timeout(60)
  void linksInACircleAreRefused() throws IOException {
    Files.createSymbolicLink(out, out);
    assertEquals(
        Run.fails(out + ": too many levels of symbolic links"),
        Run.of("cumsum", "3", "-o", out.toString()));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
