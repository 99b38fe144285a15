package org.cumulus.cli.files;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a command had come when it was last safe to say so.
 *
 * <p>In a file it is a line of text, then numbers and texts with their lengths before them, in big
 * endian order, then the SHA-256 of all that.
 *
 * @param identity what the work depends on, each with its name: input and options
 * @param pass the pass under way; after the last one, the result only has to take its name
 * @param done how many of its chunks are on the disk
 * @param snapshot what the next chunk needs to know of them
 * @param sum the checksum of these chunks
 * @param spilled the checksum of the file of the pass before
 * @param result by what the finished result is known under whatever name; empty until then
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Checkpoint(
    Map<String, String> identity,
    int pass,
    long done,
    byte[] snapshot,
    long sum,
    long spilled,
    String result) {
  /** The checksum of no chunks. */
  static final long NOTHING_WRITTEN = 0;

  private static final byte[] MAGIC = "cumulus checkpoint 2\n".getBytes(StandardCharsets.US_ASCII);
  private static final int CHECKSUM_BYTES = 32;

  /** The start of all work. */
  static Checkpoint start(Map<String, String> identity) {
    return new Checkpoint(identity, 0, 0, new byte[0], NOTHING_WRITTEN, NOTHING_WRITTEN, "");
  }

  /** The same work, some chunks later. */
  Checkpoint at(long newDone, byte[] newSnapshot, long newSum) {
    return new Checkpoint(identity, pass, newDone, newSnapshot, newSum, spilled, "");
  }

  /**
   * The end of a pass.
   *
   * @param passSum the checksum of what it has written
   * @param newResult by what the result is known; empty if it is not finished
   */
  Checkpoint afterPass(int ended, long passSum, String newResult) {
    return new Checkpoint(identity, ended + 1, 0, new byte[0], NOTHING_WRITTEN, passSum, newResult);
  }

  /** Whether the result only has to take its name, or has done so already. */
  boolean isFinished() {
    return !result.isEmpty();
  }

  /** Whether the result takes the place of the input. */
  boolean isInPlace() {
    return identity.containsKey("--in-place");
  }

  /**
   * Reads a checkpoint.
   *
   * @throws IOException if it cannot be read or is damaged
   */
  static Checkpoint read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return parse(in.readAllBytes());
    }
  }

  static Checkpoint parse(byte[] bytes) throws IOException {
    int end = bytes.length - CHECKSUM_BYTES;
    if (end < MAGIC.length || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
      throw unfit("not a checkpoint of this version of cumulus");
    }
    byte[] checksum = Arrays.copyOfRange(bytes, end, bytes.length);
    MessageDigest digest = sha256();
    digest.update(bytes, 0, end);
    if (!MessageDigest.isEqual(checksum, digest.digest())) {
      throw unfit("a damaged checkpoint: its checksum is wrong");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, MAGIC.length, end - MAGIC.length);
    try {
      int pass = in.getInt();
      long done = in.getLong();
      Map<String, String> identity = new LinkedHashMap<>();
      for (int left = in.getInt(); left > 0; left--) {
        identity.put(text(in), text(in));
      }
      return new Checkpoint(identity, pass, done, bytes(in), in.getLong(), in.getLong(), text(in));
    } catch (BufferUnderflowException tooShort) {
      throw unfit("a damaged checkpoint: it ends too early");
    }
  }

  private static String text(ByteBuffer in) {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  /**
   * Writes the checkpoint in one step: whenever the process ends, the old or the new one is there.
   */
  void write(Path file, OutputPlace place) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + "-next");
    try (FileChannel channel = PrivateFiles.replace(next)) {
      writeTo(Channels.newOutputStream(channel));
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    place.forceFolder();
  }

  /** Writes all of it, without a copy of the snapshot, which may be large. */
  void writeTo(OutputStream stream) throws IOException {
    DigestOutputStream checked = new DigestOutputStream(stream, sha256());
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked));
    out.write(MAGIC);
    out.writeInt(pass);
    out.writeLong(done);
    out.writeInt(identity.size());
    for (Map.Entry<String, String> part : identity.entrySet()) {
      write(part.getKey().getBytes(StandardCharsets.UTF_8), out);
      write(part.getValue().getBytes(StandardCharsets.UTF_8), out);
    }
    write(snapshot, out);
    out.writeLong(sum);
    out.writeLong(spilled);
    write(result.getBytes(StandardCharsets.UTF_8), out);
    out.flush();
    stream.write(checked.getMessageDigest().digest());
  }

  private static void write(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Refuses to go on with other work than this. An input that the result has taken the place of is
   * not what it was, of course.
   *
   * @throws IOException that names what is different
   */
  void checkBelongsTo(Map<String, String> work, boolean isInputReplaced) throws IOException {
    Map<String, String> now = new LinkedHashMap<>(work);
    Map<String, String> then = new LinkedHashMap<>(identity);
    if (isInputReplaced) {
      now.keySet().removeIf(part -> part.endsWith("INPUT"));
      then.keySet().removeIf(part -> part.endsWith("INPUT"));
    }
    for (Map.Entry<String, String> part : now.entrySet()) {
      String before = then.getOrDefault(part.getKey(), "absent");
      if (!before.equals(part.getValue())) {
        throw changed(part.getKey(), before, part.getValue());
      }
    }
    for (Map.Entry<String, String> part : then.entrySet()) {
      if (!now.containsKey(part.getKey())) {
        throw changed(part.getKey(), part.getValue(), "absent");
      }
    }
  }

  private static IOException changed(String name, String before, String now) {
    return unfit(
        "cannot resume: %s was %s and is now %s"
            .formatted(name, before.isEmpty() ? "given" : before, now.isEmpty() ? "given" : now));
  }

  /** Says how to be rid of a checkpoint, whose name comes before. */
  static IOException unfit(String problem) {
    return new IOException(problem + "; to start over, remove this file or leave out --resume");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // Every Java has it.
    }
  }
}
