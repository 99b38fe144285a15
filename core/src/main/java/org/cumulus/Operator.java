package org.cumulus;

/** What a scan folds each line with: an associative operation on two elements. */
public enum Operator {
  /** Addition; the scan is the cumulative sum. On {@code bool} it is OR. */
  ADD
}
