package org.cumulus.internal.text;

import java.util.List;

/**
 * The elements along the last axis, broken into lines. A word that does not fit moves to the next
 * line, unless it has a line to itself already: then breaking would not help.
 */
final class WrappedRow {
  private final StringBuilder done = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private final String indent;
  private final int width;
  private int lineLength;

  WrappedRow(int indent, int width) {
    this.indent = " ".repeat(indent);
    this.width = width;
    appendUnbroken(this.indent);
  }

  /** Appends an element, which may have lines of its own: these then stand below one another. */
  void append(String word, String separator) {
    List<String> lines = TextLines.hasLineBreak(word) ? TextLines.lines(word) : List.of();
    if (lines.size() > 1) {
      appendBlock(lines);
    } else {
      appendWord(word);
    }
    appendUnbroken(separator);
  }

  /** The row without the indent of its first line. */
  String finish() {
    done.append(line);
    return done.substring(Math.min(indent.length(), done.length()));
  }

  private void appendWord(String word) {
    breakUnlessFits(TextLines.length(word));
    appendUnbroken(word);
  }

  private void appendBlock(List<String> lines) {
    int blockWidth = 0;
    for (String text : lines) {
      blockWidth = Math.max(blockWidth, TextLines.length(text));
    }
    breakUnlessFits(blockWidth);
    String margin = " ".repeat(lineLength);
    appendUnbroken(lines.getFirst());
    for (String text : lines.subList(1, lines.size())) {
      endLine();
      appendUnbroken(margin + text);
    }
    appendUnbroken(" ".repeat(blockWidth - TextLines.length(lines.getLast())));
  }

  private void breakUnlessFits(int wordLength) {
    if (lineLength + wordLength > width && lineLength > indent.length()) {
      endLine();
      appendUnbroken(indent);
    }
  }

  private void endLine() {
    done.append(TextLines.stripTrailing(line.toString())).append('\n');
    line.setLength(0);
    lineLength = 0;
  }

  private void appendUnbroken(String text) {
    line.append(text);
    lineLength += TextLines.length(text);
  }
}
