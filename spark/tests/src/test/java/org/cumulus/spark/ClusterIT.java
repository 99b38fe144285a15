package org.cumulus.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A standalone master and two workers: the same bits whatever a cluster does. Tasks run twice at a
 * time, tasks fail below and above the totals, a worker is killed in the middle.
 */
final class ClusterIT {
  private static final int PARTITIONS = 24;

  @Test
  @Timeout(600)
  void retries(@TempDir Path folder) throws Exception {
    try (Cluster cluster = Cluster.start(folder, 2);
        SparkSession spark =
            SparkSession.builder()
                .master(cluster.url())
                .config("spark.ui.enabled", false)
                .config("spark.sql.adaptive.enabled", false)
                .config("spark.sql.shuffle.partitions", PARTITIONS)
                .config("spark.executor.memory", "512m")
                .config("spark.speculation", true)
                .config("spark.speculation.interval", "10ms")
                .config("spark.speculation.quantile", 0.1)
                .config("spark.speculation.multiplier", 1.1)
                .config("spark.speculation.minTaskRuntime", "1ms")
                .config("spark.executor.extraClassPath", Cluster.classPath())
                .getOrCreate()) {
      Kill kill = new Kill(cluster);
      spark.sparkContext().addSparkListener(kill);
      register(spark, id -> id);
      Row expected = digest(spark);
      int tasks = kill.ended.get();
      assertEquals(400_000, expected.getLong(0));
      register(spark, ClusterIT::failsAtFirst);
      assertEquals(expected, digest(spark));
      int failed = kill.failed.get();
      assertTrue(failed > 8, failed + " tasks failed");
      register(spark, id -> id);
      kill.after.set(kill.ended.get() + tasks * 3 / 4); // within the second pass
      assertEquals(expected, digest(spark));
      assertTrue(kill.isDone, "no worker was killed");
      assertTrue(kill.failed.get() > failed, "no task was lost with the worker");
    }
  }

  /** What a number goes through, below the totals and above them. */
  private static void register(SparkSession spark, UDF1<Long, Long> function) {
    spark.udf().register("through", function, DataTypes.LongType);
  }

  private static Long failsAtFirst(Long number) {
    TaskContext task = TaskContext.get();
    if (task.attemptNumber() == 0 && task.partitionId() % 3 == 1) {
      throw new IllegalStateException("the first attempt of this task fails");
    }
    return number;
  }

  /** Of all rows and all bits of them, in no order. */
  private static Row digest(SparkSession spark) {
    Dataset<Row> table =
        spark
            .range(0, 400_000, 1, 8)
            .selectExpr(
                "through(id) id",
                "xxhash64(id) % 1000 k",
                "xxhash64(id, 1) % 20 g",
                "(xxhash64(id, 2) % 1000000) / 7D x");
    Dataset<Row> totals =
        RunningTotal.of("x").as("total").avg("x").as("mean").orderBy("k").apply(table);
    Dataset<Row> grouped =
        RunningTotal.of("total")
            .as("again")
            .range()
            .partitionBy("g")
            .orderBy(col("k").desc())
            .apply(totals);
    return grouped
        .where("through(id) >= 0")
        .select(expr("count(*)"), expr("bit_xor(xxhash64(*))"), expr("sum(xxhash64(*) % 1000003)"))
        .first();
  }

  /** Kills a worker, once so many tasks have ended. */
  private static final class Kill extends SparkListener {
    private final Cluster cluster;
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger after = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean isDone;

    Kill(Cluster cluster) {
      this.cluster = cluster;
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
      if (!task.taskInfo().successful()) {
        failed.incrementAndGet();
      }
      if (ended.incrementAndGet() == after.get()) {
        cluster.killWorker();
        isDone = true;
      }
    }
  }
}
