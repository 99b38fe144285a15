package org.cumulus.spark.internal.compat;

import java.util.List;
import java.util.stream.Stream;
import scala.collection.JavaConverters;
import scala.collection.immutable.Seq;

/** Java's collections as Scala's, and back. */
@SuppressWarnings("deprecation") // what came instead does not exist in Scala 2.12
public final class Scala {
  private Scala() {}

  /** A copy of a list as one of Scala's. */
  public static <T> Seq<T> seq(List<? extends T> list) {
    return JavaConverters.<T>asScalaBuffer(List.<T>copyOf(list)).toList();
  }

  /** One list after the other. */
  public static <T> Seq<T> concat(Seq<T> first, Seq<T> then) {
    return seq(Stream.of(first, then).flatMap(part -> list(part).stream()).toList());
  }

  /** A copy of one of Scala's lists as a list. */
  public static <T> List<T> list(scala.collection.Seq<T> seq) {
    return List.copyOf(JavaConverters.seqAsJavaList(seq));
  }
}
