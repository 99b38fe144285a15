/** Cumulative sums for the JVM: NumPy's {@code cumsum}, to the bit. */
module org.cumulus {
  requires static jdk.incubator.vector;
  requires static transitive org.jspecify;

  exports org.cumulus;
  exports org.cumulus.npy;
}
