package org.cumulus.cli.large;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.cumulus.cli.files.FileException;
import org.cumulus.cli.files.FileSamples;
import org.cumulus.cli.files.Output;
import org.cumulus.cli.files.PartialFile;
import org.cumulus.cli.files.ResumeState;
import org.cumulus.cli.sources.ChannelSource;
import org.cumulus.cli.sources.Source;
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
      FileScan scan = new FileScan(passes, output, observer);
      output.resumption().begin(scan::check);
      scan.run(source);
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

  /** Checks what a pass has left in a file; the last one that of a text. */
  private void check(int index, Path file, long chunks, long sum) throws IOException {
    if (index == passes.size()) {
      if (FileSamples.checksum(file) != sum) {
        throw ChunkSum.wrong();
      }
      return;
    }
    Pass pass = passes.get(index);
    ChunkSum.check(file, pass, prefix(index), chunks < 0 ? pass.schedule().count() : chunks, sum);
  }

  /** What stands before the elements in the file of a pass. */
  private byte[] prefix(int index) {
    boolean isResult = index == passes.size() - 1 && !output.isText();
    return isResult ? passes.get(index).target().header().toBytes() : new byte[0];
  }

  private void run(Source source) throws IOException {
    ResumeState resumption = output.resumption();
    if (resumption.isDone()) {
      output.commit(resumption.reached().pass() - 1);
      return;
    }
    Source current = source;
    for (int i = resumption.reached().pass(); i < passes.size(); i++) {
      Pass pass = passes.get(i);
      if (i > 0) {
        Path spill = output.passFile(i - 1);
        current = new ChannelSource(spill, pass.source().header(), 0);
      }
      LongConsumer progress = observer.passBegins(pass.task(), pass.source().header().byteSize());
      long sum;
      try (PartialFile file = output.open(i, prefix(i))) {
        pass.restore(resumption.reached().snapshot());
        sum = new Conveyor(current, pass, file, resumption, progress).run();
        file.force();
      }
      current.close();
      output.passIsDone(i, i == passes.size() - 1 && !output.isText(), sum);
    }
    if (output.isText() && resumption.reached().pass() == passes.size()) {
      writeText();
    }
    output.commit(output.isText() ? passes.size() : passes.size() - 1);
  }

  private void writeText() throws IOException {
    Extent result = passes.getLast().target();
    long sum;
    try (Source binary =
        new ChannelSource(output.passFile(passes.size() - 1), result.header(), 0)) {
      sum = output.write(passes.size(), out -> CsvFile.write(binary, out));
    }
    output.passIsDone(passes.size(), true, sum);
  }
}
