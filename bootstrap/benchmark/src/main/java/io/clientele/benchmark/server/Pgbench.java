package io.clientele.benchmark.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL's own load driver, asking for the same columns of the same rows by the same key: what
 * the database can give when nothing stands before it.
 */
public record Pgbench(Path program, Path script, int port) {
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  /** The first on the path or where Debian keeps it. */
  public static Pgbench on(SeededPostgres postgres, Path folder) throws IOException {
    var script = folder.resolve("select.pgbench");
    Files.writeString(
        script,
        SeededPostgres.script("select.pgbench").replace("1000000", "" + SeededPostgres.ACCOUNTS));
    var debian = Stream.of("18", "17", "16", "15").map(it -> "/usr/lib/postgresql/" + it + "/bin");
    var path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"));
    var program =
        Stream.concat(debian, path)
            .map(place -> Path.of(place, "pgbench"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(
                () -> new IOException("no pgbench here: apt-get install postgresql-contrib"));
    return new Pgbench(program, script, postgres.port());
  }

  /** Queries per second. */
  public double run(int seconds) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                List.of(
                    program.toString(),
                    "--no-vacuum",
                    "--protocol=prepared",
                    "--client=16",
                    "--jobs=2",
                    "--time=" + seconds,
                    "--file=" + script,
                    "--host=127.0.0.1",
                    "--port=" + port,
                    "--username=postgres",
                    "postgres"))
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    var rate = RATE.matcher(output);
    if (!rate.find()) {
      throw new IOException("pgbench has failed: " + output);
    }
    return Double.parseDouble(rate.group(1));
  }
}
