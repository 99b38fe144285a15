package org.cumulus.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.internal.SQLConf;

/** Options of the session, until they are closed. */
record Setting(Map<String, Optional<String>> before) implements AutoCloseable {
  static Setting of(String key, Object value) {
    return of(Map.of(key, value.toString()));
  }

  /** As many partitions after a shuffle, and no fewer. */
  static Setting partitions(int count) {
    return of(
        Map.of(
            SQLConf.COALESCE_PARTITIONS_ENABLED().key(),
            "false",
            SQLConf.SHUFFLE_PARTITIONS().key(),
            Integer.toString(count)));
  }

  private static Setting of(Map<String, String> options) {
    RuntimeConfig session = Session.spark().conf();
    Map<String, Optional<String>> before = new HashMap<>();
    options.forEach(
        (key, value) -> {
          before.put(key, session.contains(key) ? Optional.of(session.get(key)) : Optional.empty());
          session.set(key, value);
        });
    return new Setting(before);
  }

  @Override
  public void close() {
    RuntimeConfig session = Session.spark().conf();
    before.forEach(
        (key, value) ->
            value.ifPresentOrElse(was -> session.set(key, was), () -> session.unset(key)));
  }
}
