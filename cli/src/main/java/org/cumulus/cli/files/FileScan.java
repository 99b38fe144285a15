package org.cumulus.cli.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.cumulus.npy.NpyHeader;

/** Scans a source of any size into an {@code .npy} file, in bounded memory. */
public final class FileScan {
  /** Is told what is being done. */
  @FunctionalInterface
  public interface Observer {
    /**
     * A pass begins.
     *
     * @param task what it does, in a word
     * @param bytes how much it reads in all
     * @return is told of the bytes that are done
     */
    LongConsumer passBegins(String task, long bytes);
  }

  private final List<Pass> passes;
  private final Output output;
  private final Observer observer;

  private FileScan(List<Pass> passes, Output output, Observer observer) {
    this.passes = passes;
    this.output = output;
    this.observer = observer;
  }

  /** The passes that a request takes, for an array that can be read at any place, or once. */
  static List<Pass> passes(
      ScanRequest request, NpyHeader header, boolean isSequential, boolean inOrder, Budget budget) {
    List<Pass> passes = new ArrayList<>();
    if (request.axes().isEmpty()) {
      NpyHeader ordered = NpyHeader.of(header.dtype(), false, header.shape());
      if (header.fortranOrder()) {
        transpose(header, ordered, budget, passes);
      }
      passes.add(new ScanPass(request, ordered, null, budget));
    }
    NpyHeader current = header;
    ScanRequest next = request;
    for (int axis : request.axes()) {
      passes.add(new ScanPass(next, current, axis, budget));
      current = passes.getLast().target().header();
      next = request.ofResults();
    }
    if (inOrder && current.fortranOrder()) {
      transpose(current, NpyHeader.of(current.dtype(), false, current.shape()), budget, passes);
    }
    if (isSequential && !passes.getFirst().schedule().isSequential()) {
      passes.addFirst(new CopyPass(header, budget));
    }
    return passes;
  }

  private static void transpose(
      NpyHeader header, NpyHeader ordered, Budget budget, List<Pass> passes) {
    for (int axis = 0; axis < header.shape().length - 1; axis++) {
      TranspositionPass pass = new TranspositionPass(ordered, axis, budget);
      if (pass.source().lines().steps() > 1 && pass.source().lines().lanes() > 1) {
        passes.add(pass);
      }
    }
  }

  /**
   * Does the scan.
   *
   * @param source is closed in the end
   * @throws FileException if a file cannot be read or written
   * @throws IllegalArgumentException if the request does not fit the array
   */
  public static Report run(
      ScanRequest request, Source source, Output output, Budget budget, Observer observer)
      throws IOException {
    try (source;
        output) {
      List<Pass> passes =
          passes(request, source.header(), source.isSequential(), output.isInOrder(), budget);
      output.begin(passes.size() + (output.isText() ? 1 : 0));
      new FileScan(passes, output, observer).run(source);
      NpyHeader result = passes.getLast().target().header();
      return new Report(
          source.header().size(),
          source.header().byteSize(),
          result.byteSize(),
          passes.stream().limit(passes.size() - 1L).map(Pass::task).toList());
    } catch (IOException failure) {
      throw FileException.of(output.name(), failure);
    }
  }

  private void run(Source source) throws IOException {
    Source current = source;
    for (int i = output.firstPass(); i < passes.size(); i++) {
      Pass pass = passes.get(i);
      if (i > 0) {
        Path spill = output.passFile(i - 1);
        current = new ChannelSource(spill, pass.source().header(), 0);
      }
      boolean isLast = i == passes.size() - 1;
      byte[] prefix = isLast && !output.isText() ? pass.target().header().toBytes() : new byte[0];
      LongConsumer progress = observer.passBegins(pass.task(), pass.source().header().byteSize());
      try (PartialFile file = output.open(i, prefix)) {
        pass.restore(output.snapshot());
        long first = output.doneChunks();
        new Conveyor(current, pass, file, output.checkpoints(i), progress, first).run();
        file.force();
      }
      current.close();
      output.passIsDone(i, isLast && !output.isText());
    }
    if (output.isText() && output.firstPass() <= passes.size()) {
      writeText();
    }
    output.commit(output.isText() ? passes.size() : passes.size() - 1);
  }

  private void writeText() throws IOException {
    Extent result = passes.getLast().target();
    try (Source binary =
        new ChannelSource(output.passFile(passes.size() - 1), result.header(), 0)) {
      output.write(passes.size(), out -> CsvFile.write(binary, out));
    }
    output.passIsDone(passes.size(), true);
  }
}
