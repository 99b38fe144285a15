package org.cumulus.cli.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.UUID;

/**
 * Where an output is to stand, and the names beside it that belong to it until it does.
 *
 * @param name as the user wrote it
 * @param target the file itself: where a link points to, so that the link stays
 * @param isResumable whether what is unfinished can be found again, and is kept when it fails
 */
record OutputPlace(String name, Path target, boolean isResumable) {
  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  /**
   * Checks that something can be put there.
   *
   * @throws FileException if it is there and cannot be replaced, or there is no such folder
   */
  static OutputPlace of(Path path, boolean isResumable) throws IOException {
    String name = path.toString();
    try {
      Path target = target(path);
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        throw new FileException(name, "not a regular file, which a large result needs");
      }
      if (Files.exists(target) && !Files.isWritable(target)) {
        throw new AccessDeniedException(name, null, "permission denied");
      }
      if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
        throw new NoSuchFileException(name, null, "no such directory: " + target.getParent());
      }
      return new OutputPlace(name, target, isResumable);
    } catch (IOException failure) {
      throw FileException.of(name, failure);
    }
  }

  /** Where a name leads to: a link to where nothing is yet, as well as any other. */
  private static Path target(Path path) throws IOException {
    Path target = path.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw new IOException("too many levels of symbolic links");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    Path folder = target.getParent();
    return folder == null || !Files.isDirectory(folder)
        ? target
        : folder.toRealPath().resolve(target.getFileName());
  }

  /** A name beside the output; if work is resumable, always the same for the same purpose. */
  Path beside(String purpose) {
    String file = String.valueOf(target.getFileName());
    return target.resolveSibling(
        isResumable
            ? "." + file + ".cumulus-" + purpose
            : ".cumulus-" + purpose + "-" + UUID.randomUUID() + ".tmp");
  }

  /** The same place, for work that is resumable. */
  OutputPlace whenResumable() {
    return new OutputPlace(name, target, true);
  }

  /**
   * Gives a file, which was for its owner alone, the permissions of the one it takes the place of;
   * if there is none, those of any new file.
   */
  void givePermissions(Path whole) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(whole, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> wanted =
        Files.exists(target) ? Files.getPosixFilePermissions(target) : usualPermissions();
    if (!view.readAttributes().permissions().equals(wanted)) { // Some systems cannot set them.
      view.setPermissions(wanted);
    }
  }

  /** Those that the folder and the process's umask give, which Java does not tell. */
  private Set<PosixFilePermission> usualPermissions() throws IOException {
    try (TemporaryFile probe =
        new TemporaryFile(target.resolveSibling(".cumulus-" + UUID.randomUUID() + ".tmp"))) {
      return Files.getPosixFilePermissions(Files.createFile(probe.path()));
    }
  }

  /** Lets a whole file, already on the disk, take its name in one step. */
  void putInPlace(Path whole) throws IOException {
    Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
    forceFolder();
  }

  /** Makes the names in the folder survive the loss of power, where the system can. */
  void forceFolder() throws IOException {
    Path folder = target.getParent();
    if (folder == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException windows) {
      return; // Folders cannot be opened there; a rename is written through.
    }
  }
}
