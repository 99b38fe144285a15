package org.cumulus.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cumulus.DType;
import org.cumulus.NDArray;

/** Kinds of memory that an array can live in. */
public enum Store {
  /** A Java array of the elements' own type; for bool a {@code boolean[]}. */
  JAVA_ARRAY,
  /** A {@code byte[]}, the elements one byte off their alignment. */
  BYTES,
  NATIVE,
  /** Off the heap, three bytes off the alignment. */
  NATIVE_UNALIGNED,
  MAPPED;

  /** Room for the arrays of one case; they are overwritten by those of later ones. */
  private static final MemorySegment FILE = mapped(1 << 26);

  private static long filePosition;

  /** An array in C order with the given bytes; nothing else lives in its memory. */
  public NDArray array(DType dtype, byte[] bytes, long... shape) {
    if (this == JAVA_ARRAY && dtype.kind() == DType.Kind.BOOL) {
      return NDArray.wrap(booleans(bytes)).reshape(shape);
    }
    MemorySegment segment = segment(dtype, bytes.length);
    MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, 0, bytes.length);
    return NDArray.wrap(segment, dtype, shape);
  }

  private MemorySegment segment(DType dtype, int size) {
    return switch (this) {
      case JAVA_ARRAY -> javaArray(dtype.kind(), size / dtype.itemSize());
      case BYTES -> MemorySegment.ofArray(new byte[size + 2]).asSlice(1, size);
      case NATIVE -> Arena.ofAuto().allocate(size, 16);
      case NATIVE_UNALIGNED -> Arena.ofAuto().allocate(size + 3L, 16).asSlice(3, size);
      case MAPPED -> file(size);
    };
  }

  private static MemorySegment javaArray(DType.Kind kind, int size) {
    return switch (kind) {
      case BOOL, INT8, UINT8 -> MemorySegment.ofArray(new byte[size]);
      case INT16, UINT16, FLOAT16 -> MemorySegment.ofArray(new short[size]);
      case INT32, UINT32 -> MemorySegment.ofArray(new int[size]);
      case INT64, UINT64, TIMEDELTA64 -> MemorySegment.ofArray(new long[size]);
      case FLOAT32 -> MemorySegment.ofArray(new float[size]);
      case FLOAT64 -> MemorySegment.ofArray(new double[size]);
      case COMPLEX64 -> MemorySegment.ofArray(new float[2 * size]);
      case COMPLEX128 -> MemorySegment.ofArray(new double[2 * size]);
      case OBJECT -> throw new IllegalArgumentException("objects have no bytes");
    };
  }

  private static boolean[] booleans(byte[] bytes) {
    boolean[] booleans = new boolean[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      booleans[i] = bytes[i] != 0;
    }
    return booleans;
  }

  private static synchronized MemorySegment file(int size) {
    if (filePosition + size > FILE.byteSize()) {
      filePosition = 0;
    }
    MemorySegment slice = FILE.asSlice(filePosition, size);
    filePosition += size + 1L;
    return slice;
  }

  private static MemorySegment mapped(long size) {
    try {
      Path path = Files.createTempFile("cumulus", ".bin");
      try (FileChannel channel =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE)) {
        return channel.map(FileChannel.MapMode.READ_WRITE, 0, size, Arena.global());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
