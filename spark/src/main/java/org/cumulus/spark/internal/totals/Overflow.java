package org.cumulus.spark.internal.totals;

import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BindReferences;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.aggregate.DeclarativeAggregate;
import org.apache.spark.sql.catalyst.expressions.package$;
import org.cumulus.spark.internal.compat.Scala;
import scala.collection.immutable.Seq;

/** What Spark throws where a sum does not fit: its own addition of two sums does it. */
record Overflow(DeclarativeAggregate function) {
  RuntimeException beyond(Object largest) {
    Seq<Attribute> sums =
        Scala.concat(
            Scala.seq(Scala.list(function.aggBufferAttributes())),
            Scala.seq(Scala.list(function.inputAggBufferAttributes())));
    Expression sum =
        BindReferences.bindReference(
            function.mergeExpressions().head(), package$.MODULE$.AttributeSeq(sums), false);
    Object[] row = new Object[sums.size()];
    Arrays.fill(row, largest);
    try {
      return new IllegalStateException("a sum that fits: " + sum.eval(new GenericInternalRow(row)));
    } catch (RuntimeException e) {
      return e;
    }
  }
}
