package org.cumulus.cli.files;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The output of a command while it is being made: files beside it that nobody needs to know of,
 * until the last of them takes its name. Until then nothing has happened; if the work fails or is
 * interrupted, the files are removed, unless it is to be resumed.
 */
public final class Output implements Closeable {
  private final OutputPlace place;
  private final long intervalNanos;
  private final boolean isInOrder;
  private final Path checkpointFile;
  private final List<Path> files = new ArrayList<>();
  private final Supplier<String> lastAct = this::giveUp;
  private Checkpoint reached;
  private boolean isSettled;
  private long lastCheckpoint = System.nanoTime();

  private Output(OutputPlace place, long intervalNanos, boolean isInOrder, Checkpoint reached) {
    this.place = place;
    this.intervalNanos = intervalNanos;
    this.isInOrder = isInOrder;
    this.reached = reached;
    checkpointFile = place.beside("checkpoint");
    Interruption.expect(lastAct);
  }

  /**
   * An output that is made at once, or not at all.
   *
   * @throws FileException if nothing can be put there
   */
  public static Output atOnce(Path path) throws IOException {
    return atOnce(path, false);
  }

  /**
   * An output that is made at once, to be read from its first element to its last: it is in C order
   * also if the input is not.
   *
   * @throws FileException if nothing can be put there
   */
  public static Output inOrder(Path path) throws IOException {
    return atOnce(path, true);
  }

  private static Output atOnce(Path path, boolean isInOrder) throws IOException {
    return new Output(
        OutputPlace.of(path, false), Long.MAX_VALUE, isInOrder, Checkpoint.start(Map.of()));
  }

  /**
   * An output that may have been begun already, and is left where it is if it cannot be finished.
   *
   * @param identity what the output depends on: it is only gone on with if nothing of that changed
   * @param intervalNanos how long to work between checkpoints
   * @throws FileException if nothing can be put there, or what was begun is another output
   */
  public static Output resumable(Path path, Map<String, String> identity, long intervalNanos)
      throws IOException {
    return new Output(OutputPlace.of(path, true), intervalNanos, false, Checkpoint.start(identity));
  }

  /**
   * Finds out how far the work has come already.
   *
   * @param passes how many passes the work takes
   * @throws FileException if what was begun is another output
   */
  void begin(int passes) throws IOException {
    if (!place.isResumable() || !Files.exists(checkpointFile)) {
      return;
    }
    try {
      Checkpoint found = Checkpoint.read(checkpointFile);
      if (found.pass() == passes && !Files.exists(passFile(passes - 1))) {
        reached = isInPlace(found) ? found : reached;
        return;
      }
      found.checkBelongsTo(reached.identity());
      boolean hasSpill = found.pass() == 0 || Files.exists(passFile(found.pass() - 1));
      boolean hasBegun = found.done() == 0 || Files.exists(passFile(found.pass()));
      reached = hasSpill && hasBegun ? found : reached;
    } catch (IOException unfit) {
      throw FileException.of(checkpointFile.toString(), unfit);
    }
  }

  /**
   * Whether the output of all that was to be done has its name, and the process was killed right
   * after it got it. An input that it took the place of is not what it was, of course.
   */
  private boolean isInPlace(Checkpoint found) throws IOException {
    Map<String, String> before = new LinkedHashMap<>(found.identity());
    Map<String, String> now = new LinkedHashMap<>(reached.identity());
    if (now.containsKey("--in-place")) {
      before.keySet().removeIf(part -> part.endsWith("INPUT"));
      now.keySet().removeIf(part -> part.endsWith("INPUT"));
    }
    return before.equals(now)
        && Files.exists(place.target())
        && Arrays.equals(found.snapshot(), stamp(place.target()));
  }

  /** What a file keeps when it gets another name. */
  private static byte[] stamp(Path file) throws IOException {
    String stamp = Files.size(file) + " " + Files.getLastModifiedTime(file);
    return stamp.getBytes(StandardCharsets.UTF_8);
  }

  /** What goes into a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a whole file in one step: before it, the name stands for what it stood for. A pipe or a
   * device is written to as it is.
   *
   * @throws FileException if that cannot be done; then nothing has happened to a file
   */
  public static void write(Path path, Content content) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
        content.writeTo(out);
      }
      return;
    }
    try (Output output = atOnce(path)) {
      output.write(0, content);
      output.commit(0);
    }
  }

  /** Writes the file of a pass as a stream. */
  void write(int pass, Content content) throws IOException {
    try (PartialFile file = open(pass, new byte[0]);
        OutputStream out = new BufferedOutputStream(file.stream(), 1 << 16)) {
      content.writeTo(out);
      out.flush();
      file.force();
    } catch (IOException failure) {
      throw FileException.of(place.name(), failure);
    }
  }

  /** The file that the output will be. */
  public Path target() {
    return place.target();
  }

  /** The name as the user wrote it. */
  String name() {
    return place.name();
  }

  /** Whether the result is written as text. */
  boolean isText() {
    return place.target().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  /** Whether the result is wanted in C order. */
  boolean isInOrder() {
    return isInOrder || isText();
  }

  /** The pass to go on with. */
  int firstPass() {
    return reached.pass();
  }

  /** How many chunks of the pass to go on with are done. */
  long doneChunks() {
    return reached.done();
  }

  /** What the next chunk needs to know of those before. */
  byte[] snapshot() {
    return reached.snapshot();
  }

  /** The file that a pass writes. */
  Path passFile(int pass) {
    while (files.size() <= pass) {
      files.add(place.beside("part" + files.size()));
    }
    return files.get(pass);
  }

  /** Opens the file that a pass writes, as far as it has come. */
  PartialFile open(int pass, byte[] prefix) throws IOException {
    Path path = passFile(pass);
    boolean isNew = reached.done() == 0;
    PartialFile file = new PartialFile(place.name(), path, prefix, isNew);
    place.copyPermissions(path);
    return file;
  }

  Checkpoints checkpoints(int pass) {
    if (!place.isResumable()) {
      return Checkpoints.NONE;
    }
    return new Checkpoints() {
      @Override
      public boolean areDue() {
        boolean areDue = System.nanoTime() - lastCheckpoint >= intervalNanos;
        lastCheckpoint = areDue ? System.nanoTime() : lastCheckpoint;
        return areDue;
      }

      @Override
      public void take(long done, byte[] snapshot) throws IOException {
        new Checkpoint(reached.identity(), pass, done, snapshot).write(checkpointFile, place);
      }
    };
  }

  /** A pass is done, and its file is on the disk: what it was made of is not needed any more. */
  void passIsDone(int pass, boolean isLast) throws IOException {
    byte[] stamp = isLast ? stamp(passFile(pass)) : new byte[0];
    reached = new Checkpoint(reached.identity(), pass + 1, 0, stamp);
    if (place.isResumable()) {
      reached.write(checkpointFile, place);
    }
    if (pass > 0) {
      Files.deleteIfExists(passFile(pass - 1));
    }
  }

  /** Gives the file of the last pass the name of the output. */
  void commit(int lastPass) throws IOException {
    try {
      Interruption.settle(
          lastAct,
          () -> {
            Path whole = passFile(lastPass);
            if (Files.exists(whole)) {
              place.putInPlace(whole);
            } // Else it was put there before the process was killed.
            isSettled = true;
          });
      if (place.isResumable()) {
        Files.deleteIfExists(checkpointFile);
        place.forceFolder();
      } else {
        Leftovers.removeBeside(place);
      }
    } catch (IOException failure) {
      throw FileException.of(place.name(), failure);
    }
  }

  /** Removes what is unfinished, unless it is to be resumed. */
  @Override
  public void close() {
    if (!isSettled) {
      Interruption.settle(lastAct, this::giveUp);
      isSettled = true;
    }
  }

  private String giveUp() {
    if (place.isResumable()) {
      return "the same command goes on where it was";
    }
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException leftBehind) {
        return "left behind: " + file;
      }
    }
    return "";
  }
}
