package org.cumulus.bench.charts;

import java.util.Locale;

/**
 * The colours of a picture; those of lines and bars are told apart by everybody (Okabe and Ito).
 */
public enum Theme {
  LIGHT("#ffffff", "#1f2328", "#59636e", "#d1d9e0", "#0072b2", "#9aa4af", "#d55e00"),
  DARK("#0d1117", "#f0f6fc", "#9198a1", "#3d444d", "#56b4e9", "#6e7681", "#e69f00");

  final String background;
  final String text;
  final String muted;
  final String grid;

  /** Of Cumulus. */
  final String ours;

  /** Of the best peer. */
  final String peer;

  /** Of the copy. */
  final String copy;

  Theme(
      String background,
      String text,
      String muted,
      String grid,
      String ours,
      String peer,
      String copy) {
    this.background = background;
    this.text = text;
    this.muted = muted;
    this.grid = grid;
    this.ours = ours;
    this.peer = peer;
    this.copy = copy;
  }

  /** Its name in a file's. */
  public String fileName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
