package org.cumulus.spark.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Runs a query whose rows go nowhere, and says how its tasks went. */
final class Measured extends SparkListener implements AutoCloseable {
  private final SparkSession spark;
  private final List<SparkListenerTaskEnd> tasks = new CopyOnWriteArrayList<>();

  /**
   * @param processor seconds of it in all tasks
   * @param longestTask in seconds
   * @param longestOnProcessor seconds of it in the task that took most
   * @param mostRows of those that a task of the last stage reads from the shuffle
   * @param medianRows of these tasks
   */
  record Result(
      double seconds,
      double processor,
      double longestTask,
      double longestOnProcessor,
      double spilledMegabytes,
      long mostRows,
      long medianRows) {}

  Measured(SparkSession spark) {
    this.spark = spark;
    spark.sparkContext().addSparkListener(this);
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd task) {
    tasks.add(task);
  }

  Result run(Dataset<Row> query) throws TimeoutException {
    tasks.clear();
    System.gc();
    long start = System.nanoTime();
    query.write().format("noop").mode("overwrite").save();
    double seconds = (System.nanoTime() - start) / 1e9;
    spark.sparkContext().listenerBus().waitUntilEmpty();
    double longest = 0;
    double processor = 0;
    double longestOnProcessor = 0;
    double spilled = 0;
    int lastStage = 0;
    for (SparkListenerTaskEnd task : tasks) {
      TaskMetrics metrics = task.taskMetrics();
      longest = Math.max(longest, metrics.executorRunTime() / 1e3);
      processor += metrics.executorCpuTime() / 1e9;
      longestOnProcessor = Math.max(longestOnProcessor, metrics.executorCpuTime() / 1e9);
      spilled += metrics.diskBytesSpilled() / 1e6;
      lastStage = Math.max(lastStage, task.stageId());
    }
    List<Long> rows = new ArrayList<>();
    for (SparkListenerTaskEnd task : tasks) {
      if (task.stageId() == lastStage) {
        rows.add(task.taskMetrics().shuffleReadMetrics().recordsRead());
      }
    }
    rows.sort(null);
    return new Result(
        seconds,
        processor,
        longest,
        longestOnProcessor,
        spilled,
        rows.get(rows.size() - 1),
        rows.get(rows.size() / 2));
  }

  @Override
  public void close() {
    spark.sparkContext().removeSparkListener(this);
  }
}
