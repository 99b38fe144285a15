package org.cumulus.spark.internal.compat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** What Scala's compiler writes for a case class, for nodes and expressions written in Java. */
public interface Parts extends Product {
  /** The arguments of the constructor, in its order, with which Spark makes copies. */
  List<Object> parts();

  @Override
  default int productArity() {
    return parts().size();
  }

  @Override
  default Object productElement(int n) {
    return parts().get(n);
  }

  @Override
  default boolean canEqual(Object other) {
    return other.getClass() == getClass();
  }

  /** Whether another object is of the same class and has equal parts: a rule changed nothing. */
  default boolean equalParts(@Nullable Object other) {
    return other instanceof Parts that && canEqual(that) && parts().equals(that.parts());
  }
}
