package io.clientele.benchmark.server;

import io.clientele.benchmark.load.LoadConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An AOT cache of the service, as the image has one: made of what a start and some requests load.
 */
public final class AotCache {
  private static final int REQUESTS = 200;

  private AotCache() {}

  /** Starts the service once to learn, makes the cache, and returns the options that use it. */
  public static List<String> train(BenchmarkServers servers)
      throws IOException, InterruptedException {
    var folder = Files.createTempDirectory(servers.place().work(), "aot");
    var recorded = "-XX:AOTConfiguration=" + folder.resolve("recorded");
    var cache = "-XX:AOTCache=" + folder.resolve("service.aot");
    try (var service =
        servers.serviceWith(List.of("-XX:+UseG1GC", "-XX:AOTMode=record", recorded))) {
      service.secondsUntil(200, LoadConnection.request(1));
      for (var request = 0; request < REQUESTS; request++) {
        service.answer(LoadConnection.request(request % SeededPostgres.ACCOUNTS));
      }
    }
    create(servers.place(), folder, List.of("-XX:AOTMode=create", recorded, cache));
    return List.of(cache);
  }

  private static void create(BenchmarkFolders place, Path folder, List<String> options)
      throws IOException, InterruptedException {
    var command = MeasuredService.java(options, List.of("-jar", place.serviceJar().toString()));
    var log = folder.resolve("create.log");
    var made =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (made != 0) {
      throw new IOException("no AOT cache: " + Files.readString(log));
    }
  }
}
