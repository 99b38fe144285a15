package org.cumulus.spark;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.StageInfo;

/** The stages that have run since this was made. */
final class Jobs extends SparkListener implements AutoCloseable {
  private final List<StageInfo> stages = new CopyOnWriteArrayList<>();

  Jobs() {
    Session.spark().sparkContext().addSparkListener(this);
  }

  @Override
  public void onStageCompleted(SparkListenerStageCompleted event) {
    stages.add(event.stageInfo());
  }

  /** All stages that are over. */
  List<StageInfo> stages() {
    try {
      Session.spark().sparkContext().listenerBus().waitUntilEmpty();
    } catch (java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException(e);
    }
    return stages;
  }

  /** How many rows were written for others to read. */
  long shuffledRows() {
    return stages().stream()
        .mapToLong(stage -> stage.taskMetrics().shuffleWriteMetrics().recordsWritten())
        .sum();
  }

  /** How many rows were read from where others wrote them. */
  long readRows() {
    return stages().stream()
        .mapToLong(stage -> stage.taskMetrics().shuffleReadMetrics().recordsRead())
        .sum();
  }

  @Override
  public void close() {
    Session.spark().sparkContext().removeSparkListener(this);
  }
}
