package org.cumulus.cli.table.rows;

/** All that stands before the rows of a delimited table. */
public final class Beginning {
  private final Header header;
  private final byte[] raw;

  Beginning(Header header, byte[] raw) {
    this.header = header;
    this.raw = raw;
  }

  /** What it says. */
  public Header header() {
    return header;
  }

  /** Its bytes, from the first of the table to where the rows begin. */
  public byte[] raw() {
    return raw;
  }
}
