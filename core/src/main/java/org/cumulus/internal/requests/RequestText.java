package org.cumulus.internal.requests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.cumulus.NaNPolicy;
import org.cumulus.Order;
import org.cumulus.OverflowPolicy;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.digits.PythonTuple;
import org.cumulus.internal.engine.Crew;
import org.cumulus.internal.memory.View;

/** What a scan is asked to be, in words: its operator, and all that is not as by default. */
public final class RequestText {
  private RequestText() {}

  /** The words of a scan, such as {@code Scan[add, axis=1, exclusive, order=EXACT]}. */
  public static String of(Request request) {
    return joined("Scan", words(request));
  }

  /** The words of a stream, such as {@code ScanStream[add, input=float64, position=4]}. */
  public static String of(StreamScan stream, long position) {
    List<String> words = words(stream.request());
    words.add("input=" + stream.input());
    if (stream.request().axes.length > 0) {
      long[] shape = stream.shape().clone();
      shape[stream.axis()] = -1;
      words.add("shape=" + PythonTuple.of(shape));
    }
    words.add("position=" + position);
    return joined("ScanStream", words);
  }

  private static String joined(String type, List<String> words) {
    StringJoiner joiner = new StringJoiner(", ", type + "[", "]");
    words.forEach(joiner::add);
    return joiner.toString();
  }

  private static List<String> words(Request request) {
    List<String> words = new ArrayList<>();
    words.add(request.fold.toString());
    int[] axes = request.axes;
    if (axes.length > 0) {
      words.add(axes.length == 1 ? "axis=" + axes[0] : "axes=" + Arrays.toString(axes));
    }
    if (request.dtype != null) {
      words.add("dtype=" + request.dtype);
    }
    addModes(words, request.modes);
    if (request.order != Order.NUMPY) {
      words.add("order=" + request.order);
    }
    if (request.overflow != OverflowPolicy.WRAP) {
      words.add("overflow=" + request.overflow);
    }
    if (request.parallelism != Crew.ALL_CORES) {
      words.add("parallelism=" + request.parallelism);
    }
    return words;
  }

  private static void addModes(List<String> words, Modes modes) {
    if (modes.isReverse()) {
      words.add("reverse");
    }
    if (modes.isExclusive()) {
      words.add("exclusive");
    }
    if (modes.hasInitial()) {
      words.add("includeInitial");
    }
    View initial = modes.initial();
    if (initial != null) {
      words.add("initial=" + Elements.get(initial, initial.offset()));
    }
    if (modes.nan() != NaNPolicy.PROPAGATE) {
      words.add("nan=" + modes.nan());
    }
    if (modes.segments() != null) {
      words.add("segments=" + modes.segments());
    }
  }
}
