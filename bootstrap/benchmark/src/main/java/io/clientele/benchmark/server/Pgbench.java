package io.clientele.benchmark.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load driver: what the database can give when nothing stands before it. */
public record Pgbench(Path program, Path script, int port) {
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  /** Asks for the columns of an account by its key, as a read of the service does. */
  public static Pgbench on(SeededPostgres postgres, Path folder) throws IOException {
    var text = SeededPostgres.script("select.pgbench");
    return of(postgres, folder, text.replace("1000000", "" + SeededPostgres.ACCOUNTS));
  }

  /** Moves money between two rows and adds a third; so many of a hundred take from one row. */
  public static Pgbench transfers(SeededPostgres postgres, Path folder, int hot)
      throws IOException {
    return of(postgres, folder, SeededPostgres.script("plain.pgbench").replace("#hot", "" + hot));
  }

  /** Runs this script by the first program that is on the path or where Debian keeps it. */
  private static Pgbench of(SeededPostgres postgres, Path folder, String text) throws IOException {
    var script = Files.createTempFile(folder, "script", ".pgbench");
    Files.writeString(script, text);
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

  /** Runs of the script per second. */
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
