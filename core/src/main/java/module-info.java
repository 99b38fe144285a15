/** Cumulative sums for the JVM: NumPy's {@code cumsum}, to the bit. */
module org.cumulus {
  requires static org.jspecify;

  exports org.cumulus;
  exports org.cumulus.npy;
}
