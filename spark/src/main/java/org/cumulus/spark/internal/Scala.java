package org.cumulus.spark.internal;

import java.util.List;
import java.util.stream.Stream;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Java's collections as Scala's, and back. */
public final class Scala {
  private Scala() {}

  /** A copy of a list as one of Scala's. */
  public static <T> Seq<T> seq(List<? extends T> list) {
    return CollectionConverters.<T>asScala(List.<T>copyOf(list)).toSeq();
  }

  /** One list after the other. */
  static <T> Seq<T> concat(Seq<T> first, Seq<T> then) {
    return seq(Stream.of(first, then).flatMap(part -> list(part).stream()).toList());
  }

  /** A copy of one of Scala's lists as a list. */
  public static <T> List<T> list(scala.collection.Seq<T> seq) {
    return List.copyOf(CollectionConverters.asJava(seq));
  }
}
