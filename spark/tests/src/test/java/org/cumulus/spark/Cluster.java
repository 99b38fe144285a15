package org.cumulus.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Spark's own cluster on this machine: a master and workers, each a JVM. */
final class Cluster implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final String url;
  private final List<Process> processes = new ArrayList<>();

  private Cluster(String url) {
    this.url = url;
  }

  static Cluster start(Path folder, int workers) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Cluster cluster = new Cluster("spark://" + HOST + ":" + port);
    Files.createDirectories(folder.resolve("jars")); // what makes a folder SPARK_HOME
    cluster.process(
        folder,
        "master.Master",
        "--host",
        HOST,
        "--port",
        Integer.toString(port),
        "--webui-port",
        "0");
    for (int i = 0; i < workers; i++) {
      Path work = folder.resolve("worker" + i);
      cluster.process(
          folder,
          "worker.Worker",
          "--host",
          HOST,
          "--cores",
          "1",
          "--memory",
          "1g",
          "--webui-port",
          "0",
          "--work-dir",
          work.toString(),
          cluster.url);
    }
    return cluster;
  }

  private void process(Path folder, String name, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                classPath(),
                "org.apache.spark.deploy." + name));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve(name + processes.size() + ".log").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME",
                folder.toString(),
                "SPARK_SCALA_VERSION",
                scala.util.Properties.versionNumberString().replaceAll("[.]\\d+$", ""),
                "SPARK_LOCAL_IP",
                HOST,
                "JAVA_HOME",
                System.getProperty("java.home")));
    processes.add(builder.start());
  }

  /** That of this JVM, from any folder. */
  static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  String url() {
    return url;
  }

  /** Kills the last worker, with the executor it has started. */
  void killWorker() {
    kill(processes.remove(processes.size() - 1));
  }

  private static void kill(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    processes.forEach(Cluster::kill);
  }
}
