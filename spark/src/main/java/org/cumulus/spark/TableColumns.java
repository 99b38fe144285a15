package org.cumulus.spark;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of a table, by names that may hold any character. */
record TableColumns(StructType schema) {
  /** The column of a name, which may be written in other cases if that is clear. */
  Optional<StructField> find(String name) {
    List<StructField> alike =
        Stream.of(schema.fields()).filter(field -> field.name().equalsIgnoreCase(name)).toList();
    Optional<StructField> same =
        alike.stream().filter(field -> field.name().equals(name)).findFirst();
    return same.isPresent() || alike.size() > 1 ? same : alike.stream().findFirst();
  }

  /**
   * The column of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  StructField get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no column "
                        + name
                        + "; the columns are "
                        + String.join(", ", schema.fieldNames())));
  }

  DataType type(String name) {
    return get(name).dataType();
  }

  Column column(String name) {
    return quoted(get(name).name());
  }

  /** Spark's column of exactly this name: a dot in it does not reach into a struct. */
  static Column quoted(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }
}
