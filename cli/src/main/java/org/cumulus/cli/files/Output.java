package org.cumulus.cli.files;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * The output of a command while it is being made: files beside it that nobody needs to know of,
 * until the last of them takes its name. Until then nothing has happened; if the work fails or is
 * interrupted, the files are removed, unless it can be resumed.
 */
public final class Output implements Closeable {
  private final OutputPlace place;
  private final boolean isInOrder;
  private final ResumeState resumption;
  private final List<Path> files = new ArrayList<>();
  private final Set<Path> opened = ConcurrentHashMap.newKeySet();
  private final Supplier<String> lastAct = this::giveUp;
  private Condition condition = () -> {};
  private boolean isSettled;

  private Output(OutputPlace place, boolean isInOrder, ResumeState resumption) {
    this.place = place;
    this.isInOrder = isInOrder;
    this.resumption = resumption;
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
    OutputPlace place = OutputPlace.of(path, false);
    return new Output(place, isInOrder, new ResumeState(place, Map.of(), Long.MAX_VALUE));
  }

  /**
   * An output that may have been begun already, and is left where it is if it cannot be finished.
   *
   * @param identity what the output depends on: it is only gone on with if nothing of that changed
   * @param intervalNanos how long to work between checkpoints
   * @throws FileException if nothing can be put there
   */
  public static Output resumable(Path path, Map<String, String> identity, long intervalNanos)
      throws IOException {
    OutputPlace place = OutputPlace.of(path, true);
    return new Output(place, false, new ResumeState(place, identity, intervalNanos));
  }

  /**
   * Refuses to scan in place what a run that was killed at its very end has scanned in place
   * already. To be called by runs that do not resume; those that do find out themselves.
   *
   * @throws FileException if the checkpoint of such a run is there, or one that cannot be read
   */
  public static void checkIsNotDone(Path path) throws IOException {
    ResumeState.checkIsNotDone(OutputPlace.of(path, true));
  }

  /** Something that must hold for a result to be of use. */
  @FunctionalInterface
  public interface Condition {
    /** Returns if it holds; throws what the user reads if not. */
    void check() throws IOException;
  }

  /** Has something checked right before the output takes its name. */
  public Output onlyIf(Condition newCondition) {
    condition = newCondition;
    return this;
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
    write(path, content, () -> {});
  }

  /**
   * Writes a whole file in one step, if something holds.
   *
   * @throws FileException as {@link #write(Path, Content)}
   */
  public static void write(Path path, Content content, Condition condition) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      condition.check();
      try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
        content.writeTo(out);
      }
      return;
    }
    try (Output output = atOnce(path).onlyIf(condition)) {
      long _ = output.write(0, content);
      output.commit(0);
    }
  }

  /**
   * Writes the file of a pass as a stream.
   *
   * @return its checksum, as {@link FileSamples#checksum}
   */
  public long write(int pass, Content content) throws IOException {
    CRC32C checksum = new CRC32C();
    try (PartialFile file = open(pass, new byte[0]);
        OutputStream out =
            new BufferedOutputStream(new CheckedOutputStream(file.stream(), checksum), 1 << 16)) {
      content.writeTo(out);
      out.flush();
      file.force();
      return checksum.getValue();
    } catch (IOException failure) {
      throw FileException.of(place.name(), failure);
    }
  }

  /** The file that the output will be. */
  public Path target() {
    return place.target();
  }

  /** The name as the user wrote it. */
  public String name() {
    return place.name();
  }

  /** Whether the result is written as text. */
  public boolean isText() {
    return place.target().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  /** Whether the result is wanted in C order. */
  public boolean isInOrder() {
    return isInOrder || isText();
  }

  /** How far it has come. */
  public ResumeState resumption() {
    return resumption;
  }

  /** The file that a pass writes. */
  public Path passFile(int pass) {
    while (files.size() <= pass) {
      files.add(place.beside("part" + files.size()));
    }
    return files.get(pass);
  }

  /** Opens the file that a pass writes, as far as it has come. */
  public PartialFile open(int pass, byte[] prefix) throws IOException {
    Path path = passFile(pass);
    boolean isNew = resumption.reached().done() == 0;
    if (!place.isResumable()) {
      opened.add(path); // No other run can be at it.
    }
    PartialFile file = new PartialFile(place.name(), path, prefix, isNew);
    opened.add(path);
    return file;
  }

  /**
   * A pass is done, and its file is on the disk: what it was made of is not needed any more.
   *
   * @param sum the checksum of the file
   */
  public void passIsDone(int pass, boolean isLast, long sum) throws IOException {
    resumption.passIsDone(pass, passFile(pass), isLast, sum);
    if (pass > 0) {
      Files.deleteIfExists(passFile(pass - 1));
    }
  }

  /** Gives the file of the last pass the name of the output, if it has not got it already. */
  public void commit(int lastPass) throws IOException {
    try {
      if (!resumption.isDone()) {
        place.givePermissions(passFile(lastPass));
        checkCondition(); // At the very last: what changes after that is lost.
      }
      Interruption.settle(
          lastAct,
          () -> {
            if (!resumption.isDone()) {
              place.putInPlace(passFile(lastPass));
            }
            isSettled = true;
          });
      resumption.forget();
    } catch (IOException failure) {
      throw FileException.of(place.name(), failure);
    }
  }

  /** What was made under a condition that does not hold is of no use, and is not gone on with. */
  private void checkCondition() throws IOException {
    try {
      condition.check();
    } catch (IOException broken) {
      if (place.isResumable()) {
        resumption.forget();
      }
      throw broken;
    }
  }

  /** Removes what is unfinished, unless it can be resumed. */
  @Override
  public void close() {
    if (!isSettled) {
      Interruption.settle(lastAct, this::giveUp);
      isSettled = true;
    }
  }

  private String giveUp() {
    if (resumption.isPossible()) {
      return "run the same command again to continue";
    }
    for (Path file : opened) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException leftBehind) {
        return "left behind: " + file;
      }
    }
    return "";
  }
}
