package org.cumulus.spark;

import org.apache.spark.sql.internal.SQLConf;

/** An option of the session, until it is closed. */
record Setting(String key, String before) implements AutoCloseable {
  static Setting of(String key, Object value) {
    String before = Session.spark().conf().contains(key) ? Session.spark().conf().get(key) : "";
    Session.spark().conf().set(key, value.toString());
    return new Setting(key, before);
  }

  /** As many partitions after a shuffle, and no fewer. */
  static Setting partitions(int count) {
    Session.spark().conf().set(SQLConf.COALESCE_PARTITIONS_ENABLED().key(), "false");
    return of(SQLConf.SHUFFLE_PARTITIONS().key(), count);
  }

  @Override
  public void close() {
    if (before.isEmpty()) {
      Session.spark().conf().unset(key);
    } else {
      Session.spark().conf().set(key, before);
    }
  }
}
