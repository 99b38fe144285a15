package org.cumulus.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file so that its name never stands for half of it: under another name in the same
 * folder, which then takes the place of the old file in one step, when all of it is on the disk.
 * Where a write fails, the old file is still there.
 */
final class ReplacedFile {
  /** Writes the content of a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Fills a fresh file. */
  private interface Filling {
    void fill(FileChannel channel) throws IOException;
  }

  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  /** No link is followed to the file that is made. */
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private ReplacedFile() {}

  static void write(Path path, Content content) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      // A pipe or a device, such as /dev/stdout, must stay what it is.
      try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
        content.writeTo(out);
      }
    } else if (Files.exists(path) && !Files.isWritable(path)) {
      throw new AccessDeniedException(path.toString());
    } else {
      replace(target(path), channel -> content.writeTo(Channels.newOutputStream(channel)));
    }
  }

  /** Makes a file that begins with some bytes and holds zeros behind them, as many as asked for. */
  static void writeZeros(Path path, byte[] start, long zeros) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new FileSystemException(path.toString(), null, "not a regular file");
    }
    if (Files.exists(path) && !Files.isWritable(path)) {
      throw new AccessDeniedException(path.toString());
    }
    replace(
        target(path),
        channel -> {
          Channels.newOutputStream(channel).write(start);
          if (zeros > 0) { // What is skipped takes no room on the disk until it is written.
            channel.write(ByteBuffer.allocate(1), start.length + zeros - 1);
          }
        });
  }

  /**
   * Where a name leads to: a link goes on pointing to the same place, be there a file yet or not.
   */
  private static Path target(Path path) throws IOException {
    Path target = path;
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemException(path.toString(), null, "too many levels of symbolic links");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  private static void replace(Path target, Filling filling) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new NoSuchFileException(target.toString(), null, "no such directory: " + folder);
    }
    Path temporary = target.resolveSibling(".cumulus-" + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel = create(temporary, target)) {
        filling.fill(channel);
        channel.force(true); // Else the name could stand for nothing after a power failure.
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      forceNames(folder);
    } catch (Throwable failure) {
      remove(temporary, failure);
      throw failure;
    }
  }

  /** Makes a file that never has more permissions than the one that it takes the place of. */
  private static FileChannel create(Path temporary, Path target) throws IOException {
    boolean hasPermissions =
        temporary.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!hasPermissions || !Files.exists(target)) {
      return FileChannel.open(temporary, NEW, new FileAttribute<?>[0]);
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
    FileChannel channel =
        FileChannel.open(temporary, NEW, PosixFilePermissions.asFileAttribute(permissions));
    try {
      if (!Files.getPosixFilePermissions(temporary).equals(permissions)) { // For the umask.
        Files.setPosixFilePermissions(temporary, permissions);
      }
      return channel;
    } catch (Throwable failure) {
      channel.close();
      throw failure;
    }
  }

  /** Puts the names of a folder on the disk, where folders can be opened: not on Windows. */
  private static void forceNames(@Nullable Path folder) throws IOException {
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (AccessDeniedException closed) {
        return; // Or whoever writes may not read it: then the system writes the name when it likes.
      }
    }
  }

  private static void remove(Path temporary, Throwable failure) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException leftBehind) {
      failure.addSuppressed(leftBehind);
    }
  }
}
