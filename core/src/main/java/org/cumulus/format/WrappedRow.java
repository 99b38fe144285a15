package org.cumulus.format;

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
    startLine();
  }

  /** Appends an element, which may have lines of its own: these then stand below one another. */
  void append(String word, String separator) {
    String[] words = PythonText.lines(word);
    if (words.length < 2) {
      appendWord(word);
    } else {
      appendBlock(words);
    }
    appendUnbroken(separator);
  }

  /** The row without the indent of its first line. */
  String finish() {
    done.append(line);
    return done.substring(Math.min(indent.length(), done.length()));
  }

  private void appendWord(String word) {
    breakUnlessFits(PythonText.length(word));
    appendUnbroken(word);
  }

  private void appendBlock(String[] words) {
    int blockWidth = 0;
    for (String word : words) {
      blockWidth = Math.max(blockWidth, PythonText.length(word));
    }
    breakUnlessFits(blockWidth);
    int column = lineLength;
    appendUnbroken(words[0]);
    for (int i = 1; i < words.length; i++) {
      breakLine();
      line.setLength(0);
      lineLength = 0;
      appendUnbroken(" ".repeat(column) + words[i]);
    }
    appendUnbroken(" ".repeat(blockWidth - PythonText.length(words[words.length - 1])));
  }

  private void breakUnlessFits(int wordLength) {
    if (lineLength + wordLength > width && lineLength > indent.length()) {
      breakLine();
    }
  }

  private void breakLine() {
    done.append(PythonText.stripTrailing(line.toString())).append('\n');
    startLine();
  }

  private void startLine() {
    line.setLength(0);
    line.append(indent);
    lineLength = indent.length();
  }

  private void appendUnbroken(String text) {
    line.append(text);
    lineLength += PythonText.length(text);
  }
}
