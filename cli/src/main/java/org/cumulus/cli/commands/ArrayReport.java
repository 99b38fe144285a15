package org.cumulus.cli.commands;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.cli.input.Loaded;
import org.cumulus.npy.NpyHeader;

/** The lines that tell what an array is. */
final class ArrayReport {
  /** As many elements as NumPy shows at each end of a long row. */
  private static final int SHOWN = 3;

  private ArrayReport() {}

  /** All there is to tell of an array that can be read. */
  static List<String> of(Loaded loaded) {
    NDArray array = loaded.array();
    List<String> lines = new ArrayList<>();
    boolean fortran = array.isFContiguous() && !array.isCContiguous();
    lines.add("format: " + loaded.format());
    lines.addAll(common(array.dtype(), array.shape(), fortran));
    lines.add("layout: " + layout(array));
    if (array.size() > 0) {
      lines.add("first:  " + elements(array, 0));
      lines.add("last:   " + elements(array, Math.max(0, array.size() - SHOWN)));
    }
    return lines;
  }

  /** What the header of an array tells, without its elements. */
  static List<String> of(NpyHeader header) {
    return common(header.dtype(), header.shape(), header.fortranOrder());
  }

  private static List<String> common(DType dtype, long[] shape, boolean fortran) {
    long size = 1;
    for (long length : shape) {
      size *= length;
    }
    return List.of(
        "dtype:  " + dtype.name() + byteOrder(dtype),
        "shape:  " + tuple(shape),
        "size:   " + size,
        "bytes:  " + size * dtype.itemSize(),
        "order:  " + (fortran ? "Fortran" : "C"));
  }

  private static String byteOrder(DType dtype) {
    if (dtype.str().startsWith("|")) {
      return "";
    }
    boolean little = dtype.byteOrder() == ByteOrder.LITTLE_ENDIAN;
    return little ? ", little-endian" : ", big-endian";
  }

  private static String layout(NDArray array) {
    boolean dense = array.isCContiguous() || array.isFContiguous();
    return (dense ? "contiguous" : "with gaps") + ", strides " + tuple(array.strides());
  }

  private static String tuple(long[] numbers) {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < numbers.length; i++) {
      text.append(i == 0 ? "" : ", ").append(numbers[i]);
    }
    return text.append(numbers.length == 1 ? ",)" : ")").toString();
  }

  /** Some elements in C order from an index on, as NumPy prints them. */
  private static String elements(NDArray array, long from) {
    long count = Math.min(SHOWN, array.size() - from);
    NDArray shown = NDArray.zeros(array.dtype(), count);
    for (long i = 0; i < count; i++) {
      NDArray element = array;
      long rest = from + i;
      long below = array.size();
      for (long length : array.shape()) {
        below /= length;
        element = element.select(0, rest / below);
        rest %= below;
      }
      element.copyTo(shown.select(0, i));
    }
    return shown.toString();
  }
}
