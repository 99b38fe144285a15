package org.cumulus.cli;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file system that tells of each step of a process before it is made. A process has it by {@link
 * #OPTION}.
 *
 * <p>What is written to a file that is open is no step, but what opens, renames or removes one is.
 */
public final class SteppedFileSystem extends FileSystemProvider {
  /** What the JVM is told. */
  static final String OPTION =
      "-Djava.nio.file.spi.DefaultFileSystemProvider=" + SteppedFileSystem.class.getName();

  /** Is told of the steps. */
  @FunctionalInterface
  interface Watcher {
    /**
     * A step comes next.
     *
     * @param changed a path of the file system behind, whose steps nobody is told of
     */
    void before(Path changed) throws IOException;
  }

  private final FileSystemProvider real;
  private final FileSystem system;
  private Watcher watcher = changed -> {};

  /** Made by the JVM. */
  public SteppedFileSystem(FileSystemProvider real) {
    this.real = real;
    system = new Wrapped(real.getFileSystem(URI.create("file:///")));
  }

  /** Lets somebody watch this process from now on, instead of whoever did. */
  static void watch(Watcher next) {
    SteppedFileSystem here = (SteppedFileSystem) FileSystems.getDefault().provider();
    synchronized (here) {
      here.watcher = next;
    }
  }

  private synchronized void step(Path changed) throws IOException {
    watcher.before(unwrap(changed).toAbsolutePath());
  }

  /** The path behind a path that leads here. */
  private static Path unwrap(Path path) {
    return path instanceof Proxy proxy
            && Proxy.getInvocationHandler(proxy) instanceof Actual handler
        ? handler.path()
        : path;
  }

  /** What a proxy of a path does. */
  private interface Actual extends InvocationHandler {
    Path path();
  }

  private Path wrap(Path actual) {
    Actual handler =
        new Actual() {
          @Override
          public Path path() {
            return actual;
          }

          @Override
          public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
              throws Throwable {
            return method.getName().equals("getFileSystem")
                ? system
                : wrapped(call(actual, method, arguments));
          }
        };
    return (Path)
        Proxy.newProxyInstance(
            SteppedFileSystem.class.getClassLoader(), new Class<?>[] {Path.class}, handler);
  }

  private static @Nullable Object call(Path actual, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] unwrapped = arguments == null ? new Object[0] : arguments.clone();
    for (int i = 0; i < unwrapped.length; i++) {
      unwrapped[i] = unwrapped[i] instanceof Path path ? unwrap(path) : unwrapped[i];
    }
    try {
      return method.invoke(actual, unwrapped);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private @Nullable Object wrapped(@Nullable Object result) {
    return switch (result) {
      case null -> null;
      case Path path -> wrap(path);
      case Iterator<?> parts -> wrappedParts(parts);
      default -> result;
    };
  }

  private Iterator<Path> wrappedParts(Iterator<?> parts) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return parts.hasNext();
      }

      @Override
      public Path next() {
        return wrap((Path) parts.next());
      }
    };
  }

  @Override
  public String getScheme() {
    return real.getScheme();
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) throws IOException {
    return real.newFileSystem(uri, environment);
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return system;
  }

  @Override
  public Path getPath(URI uri) {
    return wrap(real.getPath(uri));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    step(path);
    return real.newFileChannel(unwrap(path), options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    DirectoryStream<Path> files =
        real.newDirectoryStream(unwrap(folder), path -> filter.accept(wrap(path)));
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return wrappedParts(files.iterator());
      }

      @Override
      public void close() throws IOException {
        files.close();
      }
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    step(folder);
    real.createDirectory(unwrap(folder), attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    step(path);
    real.delete(unwrap(path));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    step(target);
    real.copy(unwrap(source), unwrap(target), options);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    step(target);
    real.move(unwrap(source), unwrap(target), options);
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return wrap(real.readSymbolicLink(unwrap(link)));
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return real.isSameFile(unwrap(path), unwrap(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return real.isHidden(unwrap(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return real.getFileStore(unwrap(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    real.checkAccess(unwrap(path), modes);
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return real.getFileAttributeView(unwrap(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return real.readAttributes(unwrap(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    return real.readAttributes(unwrap(path), names, options);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options)
      throws IOException {
    real.setAttribute(unwrap(path), name, value, options);
  }

  /** The file system, whose paths lead here. */
  private final class Wrapped extends FileSystem {
    private final FileSystem actual;

    Wrapped(FileSystem actual) {
      this.actual = actual;
    }

    @Override
    public FileSystemProvider provider() {
      return SteppedFileSystem.this;
    }

    @Override
    public Path getPath(String first, String... more) {
      return wrap(actual.getPath(first, more));
    }

    @Override
    public void close() throws IOException {
      actual.close();
    }

    @Override
    public boolean isOpen() {
      return actual.isOpen();
    }

    @Override
    public boolean isReadOnly() {
      return actual.isReadOnly();
    }

    @Override
    public String getSeparator() {
      return actual.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
      return () -> wrappedParts(actual.getRootDirectories().iterator());
    }

    @Override
    public Iterable<FileStore> getFileStores() {
      return actual.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
      return actual.supportedFileAttributeViews();
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
      PathMatcher matcher = actual.getPathMatcher(pattern);
      return path -> matcher.matches(unwrap(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
      return actual.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
      return actual.newWatchService();
    }
  }
}
