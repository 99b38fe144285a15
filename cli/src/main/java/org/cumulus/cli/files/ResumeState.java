package org.cumulus.cli.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * How far an output has come, and the checkpoint beside it that says so to another process. Nothing
 * is gone on with that is not as it was left.
 */
public final class ResumeState {
  private final OutputPlace place;
  private final long intervalNanos;
  private final Path file;
  private Checkpoint reached;
  private volatile boolean isWritten;
  private boolean isDone;
  private long lastCheckpoint = System.nanoTime();

  ResumeState(OutputPlace place, Map<String, String> identity, long intervalNanos) {
    this.place = place;
    this.intervalNanos = intervalNanos;
    file = place.beside("checkpoint");
    reached = Checkpoint.start(identity);
  }

  /** Tells whether a file holds what was written there. */
  @FunctionalInterface
  public interface Check {
    /**
     * Returns if a file holds what a pass has left there.
     *
     * @param chunks how many it had written; negative for all of them
     * @throws IOException that says what is wrong
     */
    void run(int pass, Path file, long chunks, long sum) throws IOException;
  }

  /**
   * Refuses to scan in place what a run that was killed at its very end has scanned in place
   * already.
   *
   * @throws FileException if the checkpoint of such a run is there, or one that cannot be read
   */
  static void checkIsNotDone(OutputPlace place) throws IOException {
    Path file = place.beside("checkpoint");
    if (!PrivateFiles.exists(file)) {
      return;
    }
    try {
      Checkpoint found = Checkpoint.read(file);
      if (found.isInPlace() && isNamed(found, place)) {
        throw new IOException(
            "a run that was killed at its end had already replaced INPUT with its result; to scan"
                + " that again, remove this file");
      }
    } catch (IOException unfit) {
      throw FileException.of(file.toString(), unfit);
    }
  }

  /** Whether a result was finished, and has not the name any more that it had before. */
  private static boolean isNamed(Checkpoint found, OutputPlace place) {
    return found.isFinished() && !PrivateFiles.exists(partOf(found.pass() - 1, place));
  }

  private static Path partOf(int pass, OutputPlace place) {
    return place.beside("part" + pass);
  }

  /**
   * Finds out how far the work has come already.
   *
   * @throws FileException if what was begun is another output, or is not as it was left
   */
  public void begin(Check check) throws IOException {
    if (!place.isResumable() || !PrivateFiles.exists(file)) {
      return;
    }
    try {
      Checkpoint found = Checkpoint.read(file);
      isDone = isNamed(found, place) && isResultOf(found);
      if (isDone || isWhole(found, check)) {
        reached = found;
        isWritten = true;
      }
    } catch (IOException unfit) {
      throw FileException.of(file.toString(), unfit);
    }
    if (!isWritten) {
      Files.delete(file); // What it tells of is gone: the work starts over.
    }
  }

  /**
   * Whether the output is what was finished before the process was killed.
   *
   * @throws IOException if it is, but not of this work; or if it may be, and the input is gone
   */
  private boolean isResultOf(Checkpoint finished) throws IOException {
    boolean isThere =
        Files.exists(place.target()) && finished.result().equals(stamp(place.target()));
    if (isThere || finished.isInPlace()) {
      finished.checkBelongsTo(reached.identity(), finished.isInPlace());
    }
    if (!isThere && finished.isInPlace()) {
      throw Checkpoint.unfit(
          "cannot resume: INPUT was replaced with the result, which has changed since");
    }
    return isThere;
  }

  /**
   * Whether the files that a checkpoint tells of are there.
   *
   * @throws IOException if it is of other work, or they are not as they were left
   */
  private boolean isWhole(Checkpoint found, Check check) throws IOException {
    if (isNamed(found, place)) {
      return false;
    }
    found.checkBelongsTo(reached.identity(), false);
    boolean hasSpill = found.pass() > 0;
    boolean hasBegun = found.done() > 0;
    if ((hasSpill && !PrivateFiles.exists(partOf(found.pass() - 1, place)))
        || (hasBegun && !PrivateFiles.exists(partOf(found.pass(), place)))) {
      return false;
    }
    if (hasSpill) {
      check(check, found.pass() - 1, -1, found.spilled());
    }
    if (hasBegun) {
      check(check, found.pass(), found.done(), found.sum());
    }
    return true;
  }

  private void check(Check check, int pass, long chunks, long sum) throws IOException {
    Path part = partOf(pass, place);
    try {
      check.run(pass, part, chunks, sum);
    } catch (IOException changed) {
      throw FileException.of(
          part.toString(), Checkpoint.unfit("cannot resume: " + FileException.reason(changed)));
    }
  }

  /** What a file keeps when it gets another name, or somebody touches it. */
  private static String stamp(Path file) throws IOException {
    return Files.size(file) + " " + FileSamples.of(file);
  }

  /** The point to go on from. */
  public Checkpoint reached() {
    return reached;
  }

  /** Whether the result had its name when the process was killed: nothing is left to do. */
  public boolean isDone() {
    return isDone;
  }

  /** Whether another process could go on. */
  boolean isPossible() {
    return isWritten;
  }

  /** Remembers how far the pass under way has come. */
  public Checkpoints checkpoints() {
    if (!place.isResumable()) {
      return Checkpoints.NONE;
    }
    return new Checkpoints() {
      @Override
      public boolean areTaken() {
        return true;
      }

      @Override
      public boolean areDue() {
        boolean areDue = System.nanoTime() - lastCheckpoint >= intervalNanos;
        lastCheckpoint = areDue ? System.nanoTime() : lastCheckpoint;
        return areDue;
      }

      @Override
      public void take(long done, byte[] snapshot, long sum) throws IOException {
        write(reached.at(done, snapshot, sum));
      }
    };
  }

  /**
   * Remembers that a pass is done.
   *
   * @param whole the file it has written, which is on the disk
   * @param isLast whether it is the result
   * @param sum the checksum of the file
   */
  void passIsDone(int pass, Path whole, boolean isLast, long sum) throws IOException {
    boolean isResumable = place.isResumable();
    reached = reached.afterPass(pass, sum, isLast && isResumable ? stamp(whole) : "");
    if (isResumable) {
      write(reached);
    }
  }

  private void write(Checkpoint checkpoint) throws IOException {
    Interruption.outlast(
        () -> {
          checkpoint.write(file, place);
          isWritten = true;
        });
  }

  /** Removes the checkpoint, and all that it tells of. */
  void forget() {
    isWritten = false;
    Leftovers.removeBeside(place);
  }
}
