package org.cumulus.cli.output;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.cumulus.cli.files.Output;

/**
 * Compressed files: of an input the first bytes tell, whatever its name, of an output the ending of
 * its name.
 */
public final class Compression {
  private static final int MAGIC = 4;
  private static final int BUFFER = 1 << 16;

  /** Frames of any size that {@code zstd --long} makes. */
  private static final int LONGEST_WINDOW = 31;

  private Compression() {}

  /** What is in a stream, which tells by {@code available} whether more of it is there already. */
  public static InputStream unpacked(InputStream in) throws IOException {
    byte[] magic = in.readNBytes(MAGIC);
    // Unlike a PushbackInputStream it does not wait for more than it has.
    InputStream raw = new SequenceInputStream(new ByteArrayInputStream(magic), in);
    if (magic.length < MAGIC) {
      return raw;
    }
    int start = ((magic[0] & 0xFF) << 8) | (magic[1] & 0xFF);
    int rest = ((magic[2] & 0xFF) << 8) | (magic[3] & 0xFF);
    if (start == 0x1F8B) {
      return new Unpacked(new GZIPInputStream(new Members(raw), BUFFER), raw);
    }
    if (start == 0x28B5 && rest == 0x2FFD) {
      return new Unpacked(new ZstdInputStreamNoFinalizer(raw).setLongMax(LONGEST_WINDOW), raw);
    }
    return raw;
  }

  /** Tells by the compressed bytes whether more is there. */
  private static final class Unpacked extends FilterInputStream {
    private final InputStream raw;

    Unpacked(InputStream in, InputStream raw) {
      super(in);
      this.raw = raw;
    }

    @Override
    public int available() throws IOException {
      return raw.available();
    }
  }

  /** Lets gzip look for another member whether or not it is there already. */
  private static final class Members extends FilterInputStream {
    Members(InputStream in) {
      super(in);
    }

    @Override
    public int available() {
      return 1;
    }
  }

  /** Writes to a file, compressed as the ending of its name says. */
  public static void write(String name, OutputStream out, Output.Content content)
      throws IOException {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".gz")) {
      GZIPOutputStream packed = new GZIPOutputStream(out, BUFFER, true);
      content.writeTo(packed);
      packed.finish();
    } else if (lower.endsWith(".zst")) {
      try (OutputStream packed = new ZstdOutputStreamNoFinalizer(new Unclosed(out))) {
        content.writeTo(packed);
      }
    } else {
      content.writeTo(out);
    }
  }

  /** Leaves it to others to close a stream. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  /** A name without the ending that says how the file is compressed. */
  public static String withoutEnding(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int ending = lower.endsWith(".gz") ? 3 : lower.endsWith(".zst") ? 4 : 0;
    return name.substring(0, name.length() - ending);
  }
}
