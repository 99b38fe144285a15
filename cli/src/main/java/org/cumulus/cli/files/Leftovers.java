package org.cumulus.cli.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a run that was killed, and could have been resumed, has left beside its output. */
final class Leftovers {
  private Leftovers() {}

  /**
   * Removes it, as the output is there by another way; but not from under a process that is at it.
   * What cannot be removed stays: the output is whole all the same.
   */
  static void removeBeside(OutputPlace place) {
    try {
      List<Path> files = beside(place.whenResumable());
      for (Path file : files) {
        if (isInUse(file)) {
          return;
        }
      }
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      if (!files.isEmpty()) {
        place.forceFolder();
      }
    } catch (IOException | UncheckedIOException stays) {
      return;
    }
  }

  private static List<Path> beside(OutputPlace begun) throws IOException {
    Path folder = begun.target().getParent();
    boolean areThere =
        Stream.of("checkpoint", "checkpoint-next", "part0")
            .anyMatch(purpose -> PrivateFiles.exists(begun.beside(purpose)));
    if (folder == null || !areThere) {
      return List.of(); // As nearly always: then the folder, which may be long, is not read.
    }
    String start = Pattern.quote(String.valueOf(begun.beside("").getFileName()));
    Pattern name = Pattern.compile(start + "(checkpoint(-next)?|part[0-9]+)");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> name.matcher(String.valueOf(file.getFileName())).matches())
          .sorted(Comparator.reverseOrder()) // The checkpoint last: it tells of the others.
          .toList();
    }
  }

  /** Whether a process has the lock that {@link PartialFile} takes. */
  private static boolean isInUse(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false; // Not made by any run.
    }
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException thisProcess) {
      return true;
    }
  }
}
