package org.cumulus.internal.requests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.cumulus.DType;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.engine.Carries;
import org.cumulus.internal.engine.ResumableScan;
import org.cumulus.internal.memory.View;
import org.jspecify.annotations.Nullable;

/**
 * A stream in bytes: {@value #MAGIC}, the version, what the scan is like, the stream's dtype and
 * shape, how far it is, and a CRC-32 of all that. Numbers have their highest byte first.
 *
 * @param scan what the stream is of
 * @param progress how far it is; null for its start
 */
public record StreamSnapshot(StreamScan scan, @Nullable StreamProgress progress) {
  private static final String MAGIC = "cumulus stream";
  private static final byte VERSION = 1;

  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(MAGIC);
      out.writeByte(VERSION);
      for (String property : properties(scan.request()).values()) {
        out.writeUTF(property);
      }
      out.writeUTF(scan.input().name());
      long[] shape = scan.shape();
      out.writeByte(shape.length);
      for (long length : shape) {
        out.writeLong(length);
      }
      write(progress, out);
      CRC32 checksum = new CRC32();
      checksum.update(bytes.toByteArray());
      out.writeInt((int) checksum.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen in memory", e);
    }
    return bytes.toByteArray();
  }

  private static void write(@Nullable StreamProgress progress, DataOutputStream out)
      throws IOException {
    out.writeBoolean(progress != null);
    if (progress == null) {
      return;
    }
    if (progress.type().kind() == DType.Kind.OBJECT) {
      throw new UnsupportedOperationException(
          "a snapshot cannot hold objects, which may be of any class");
    }
    out.writeUTF(progress.type().name());
    out.writeBoolean(progress.hasBegun());
    progress.carries().write(out);
  }

  /** What a scan is like, by names; what does not change the results is not among it. */
  private static Map<String, String> properties(Request request) {
    Modes modes = request.modes;
    View initial = modes.initial();
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("operator", request.fold.toString());
    properties.put("axis", request.axes.length == 0 ? "none" : String.valueOf(request.axes[0]));
    properties.put("dtype", request.dtype == null ? "none" : request.dtype.toNativeOrder().name());
    properties.put("order", request.order.name());
    properties.put("overflow policy", request.overflow.name());
    properties.put("NaN policy", modes.nan().name());
    properties.put("exclusive", String.valueOf(modes.isExclusive()));
    properties.put("include initial", String.valueOf(modes.hasInitial()));
    properties.put(
        "initial value",
        initial == null
            ? "none"
            : initial.dtype().name() + " " + Elements.get(initial, initial.offset()));
    return properties;
  }

  public static StreamSnapshot of(byte[] snapshot, Request request) {
    int end = snapshot.length - Integer.BYTES;
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(snapshot, 0, Math.max(end, 0)))) {
      check(snapshot, end, in);
      for (Map.Entry<String, String> property : properties(request).entrySet()) {
        String found = in.readUTF();
        if (!found.equals(property.getValue())) {
          throw new IllegalArgumentException(
              "the snapshot is of a scan with %s %s, not %s"
                  .formatted(property.getKey(), found, property.getValue()));
        }
      }
      DType input = DType.of(in.readUTF());
      long[] shape = new long[in.readUnsignedByte()];
      for (int axis = 0; axis < shape.length; axis++) {
        shape[axis] = in.readLong();
      }
      StreamScan scan =
          request.axes.length == 0
              ? StreamScan.of(request, input)
              : StreamScan.of(request, input, shape);
      return new StreamSnapshot(scan, in.readBoolean() ? progress(scan, in) : null);
    } catch (IOException e) {
      throw new IllegalArgumentException("not a snapshot of a stream: " + e.getMessage(), e);
    }
  }

  private static void check(byte[] snapshot, int end, DataInputStream in) throws IOException {
    if (end <= 0 || !in.readUTF().equals(MAGIC)) {
      throw new IllegalArgumentException("not a snapshot of a stream");
    }
    CRC32 checksum = new CRC32();
    checksum.update(snapshot, 0, end);
    if (ByteBuffer.wrap(snapshot).getInt(end) != (int) checksum.getValue()) {
      throw new IllegalArgumentException("the snapshot is damaged: its checksum is wrong");
    }
    byte version = in.readByte();
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "the snapshot has version %d, this library reads version %d".formatted(version, VERSION));
    }
  }

  private static StreamProgress progress(StreamScan scan, DataInputStream in) throws IOException {
    DType type = DType.of(in.readUTF());
    boolean hasBegun = in.readBoolean();
    ResumableScan resumable = scan.resumable(type);
    Carries carries = resumable.read(in);
    return new StreamProgress(type, resumable, scan.initial(type), carries, hasBegun);
  }
}
