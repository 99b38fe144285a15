package org.cumulus.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cumulus.cli.cells.TextRequest;
import org.cumulus.cli.files.TemporaryFile;
import org.cumulus.cli.sources.Source;
import org.cumulus.cli.sources.StreamSource;
import org.cumulus.cli.text.TextKind;
import org.cumulus.npy.NpyHeader;

/**
 * Standard input that is to be worked on in parts. If it is not, it is left where it was.
 *
 * @param in can be reset to where it is
 * @param request what to read of a text
 * @param spill where what cannot be used as it comes can stand meanwhile
 */
record LargePipe(InputStream in, TextRequest request, Path spill, MemoryLimit limit) {
  private static final String NAME = "standard input";

  /** More than the longest header of an {@code .npy} file. */
  private static final int HEADER_BYTES = 1 << 16;

  /**
   * The elements.
   *
   * @return empty if they are not so many
   */
  Optional<Source> open() throws IOException {
    return switch (FileFormat.of(FileFormat.beginning(in))) {
      case NPY -> npy();
      case NPZ -> npz();
      case GZIP -> Optional.empty();
      case CSV, TSV, TXT, UNKNOWN -> limit.isExceededByText(ahead()) ? text() : Optional.empty();
    };
  }

  private Optional<Source> npy() throws IOException {
    in.mark(HEADER_BYTES);
    NpyHeader header = NpyHeader.read(in);
    if (limit.isExceededBy(header) && !request.choosesColumns()) {
      return Optional.of(new StreamSource(NAME, in, header));
    }
    in.reset();
    return Optional.empty();
  }

  /** How many bytes there are, up to a bit more than is still no large text. */
  private int ahead() throws IOException {
    int most = limit.lookAhead();
    in.mark(most);
    byte[] block = new byte[1 << 16];
    int seen = 0;
    for (int got = 1; got > 0 && seen < most; seen += got) {
      got = in.readNBytes(block, 0, Math.min(block.length, most - seen));
    }
    in.reset();
    return seen;
  }

  /** An archive has its table of contents at the end, so the whole of it must be there. */
  private Optional<Source> npz() throws IOException {
    int ahead = ahead();
    boolean isWhole = ahead < limit.lookAhead();
    in.mark(ahead + 1); // A reader only knows that it is at the end when it wants more.
    TemporaryFile copy = new TemporaryFile(spill);
    Optional<Source> source = Optional.empty();
    try {
      try (OutputStream out = copy.create()) {
        in.transferTo(out);
      }
      if (!request.choosesColumns()) {
        source = Loader.ofCopy(spill, () -> LargeInput.member(NAME, spill, null, limit));
      }
      if (source.isEmpty() && !isWhole) {
        throw new IOException(
            "an archive of %d bytes that is not one large array: expected a file, not a pipe"
                .formatted(Files.size(spill)));
      }
    } finally {
      if (source.isEmpty()) {
        copy.close();
      }
    }
    if (source.isEmpty()) {
      in.reset();
    }
    return source.map(member -> new Copied(member, copy));
  }

  /** A member of an archive, and the copy of the archive, which goes with it. */
  private record Copied(Source member, TemporaryFile archive) implements Source {
    @Override
    public String name() {
      return member.name();
    }

    @Override
    public NpyHeader header() {
      return member.header();
    }

    @Override
    public boolean isSequential() {
      return member.isSequential();
    }

    @Override
    public void read(long position, MemorySegment target) throws IOException {
      member.read(position, target);
    }

    @Override
    public void close() throws IOException {
      member.close();
      archive.close();
    }
  }

  private Optional<Source> text() throws IOException {
    if (!request.choosesColumns()) {
      limit.checkIsNoLiteral(in);
    }
    return Optional.of(TextLoader.spilled(NAME, spill, in, TextKind.ANY, request));
  }
}
