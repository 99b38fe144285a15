package org.cumulus.spark.internal;

import java.util.function.Consumer;
import org.apache.spark.sql.SparkSessionExtensions;

/** Teaches a session to plan running windows. */
public final class Strategies implements Consumer<SparkSessionExtensions> {
  @Override
  public void accept(SparkSessionExtensions extensions) {
    extensions.injectPlannerStrategy(session -> new SqlWindowStrategy());
    extensions.injectPlannerStrategy(session -> new RunningWindowStrategy());
  }
}
