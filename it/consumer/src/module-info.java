/** A named module with nothing but Cumulus on its path. */
module consumer {
  requires org.cumulus;
}
