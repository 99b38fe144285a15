package org.cumulus.cli.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files on their way: only their owner can read them, as what they are made of may be private; and
 * a link that somebody has put in their place is never followed.
 */
final class PrivateFiles {
  private static final Set<OpenOption> NEW =
      Set.of(
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          LinkOption.NOFOLLOW_LINKS);

  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private PrivateFiles() {}

  /** Whether the name is taken, be it by a link that leads nowhere. */
  static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Makes a file in the place of whatever has the name.
   *
   * @throws java.nio.file.FileAlreadyExistsException if somebody else takes the name meanwhile
   */
  static FileChannel replace(Path path) throws IOException {
    Files.deleteIfExists(path); // Of a link the link itself.
    return create(path);
  }

  private static FileChannel create(Path path) throws IOException {
    boolean hasPermissions = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return hasPermissions
        ? FileChannel.open(path, NEW, PosixFilePermissions.asFileAttribute(OWNER_ONLY))
        : FileChannel.open(path, NEW, new FileAttribute<?>[0]);
  }

  /** Opens a file for reading and writing as it is; makes it if there is none. */
  static FileChannel open(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      Files.delete(path);
    }
    return exists(path)
        ? FileChannel.open(
            path, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)
        : create(path);
  }
}
