package io.clientele.benchmark.section;

import io.clientele.benchmark.report.FigureTable;
import io.clientele.benchmark.server.BenchmarkServers;
import io.clientele.benchmark.server.SeededPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/**
 * Ways to store the views of a flush, in turn, on tables of the shape of the ledger's: 100,000 of a
 * million accounts in 16 shards, a transaction each. The physical limit is a COPY of the same rows.
 */
public final class FlushWaysSection {
  private static final int DIRTY = Integer.getInteger("dirty", 100_000);
  private static final int RUNS = Integer.getInteger("runs", 5);
  private static final int TOTALS = 1_000_000;
  private static final int SHARDS = 16;

  private static final String ROLL_UP =
      """
      UPDATE ways.total SET views = total.views + hour_first.views
      FROM ways.hour_first
      WHERE hour_first.shard = ? AND total.shard = hour_first.shard AND total.account_id = hour_first.account_id
      """;

  private final SeededPostgres postgres;
  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

  private FlushWaysSection(SeededPostgres postgres) {
    this.postgres = postgres;
  }

  /** One measured run: right after a checkpoint, or not. */
  private record Cost(double seconds, double megabytes) {}

  /** Measures all ways. */
  public static FigureTable measure(BenchmarkServers servers) throws Exception {
    var postgres = servers.postgres();
    postgres.runScript("ways.sql");
    var table = new FigureTable("ways");
    var ways = new FlushWaysSection(postgres);
    var copy = ways.costs(ways::copy);
    tell(table, "COPY of the same rows, one commit", copy, copy);
    for (var way : FlushWay.values()) {
      tell(table, way.toString(), ways.costs(batches -> ways.store(way, batches, 1)), copy);
      tell(
          table,
          way + ", two shards at once",
          ways.costs(batches -> ways.store(way, batches, 2)),
          copy);
    }
    var rollUp = ways.cost(true, ways::rollUp);
    table.add("roll-up of the hour into totals, after a CHECKPOINT", " s", "", rollUp.seconds());
    table.add("… WAL", " MB", "", rollUp.megabytes());
    postgres.run("DROP SCHEMA ways CASCADE");
    return table;
  }

  private static void tell(FigureTable table, String name, List<Cost> costs, List<Cost> copy) {
    var fresh = of(costs, 0);
    var steady = of(costs, 1);
    var ratio =
        FigureTable.median(steady.stream().map(Cost::seconds).toList())
            / FigureTable.median(of(copy, 1).stream().map(Cost::seconds).toList());
    table.add(name, " s", "≤ 1", steady.stream().map(Cost::seconds).toList());
    table.add("… / COPY", "", "≤ 8", ratio);
    table.add(
        "… WAL right after a CHECKPOINT",
        " MB",
        "≤ 40",
        fresh.stream().map(Cost::megabytes).toList());
    table.add("… WAL steady", " MB", "≤ 12", steady.stream().map(Cost::megabytes).toList());
  }

  /** The costs of runs of one parity: the even ones began with a checkpoint. */
  private static List<Cost> of(List<Cost> costs, int parity) {
    return IntStream.range(0, costs.size())
        .filter(i -> i % 2 == parity)
        .mapToObj(costs::get)
        .toList();
  }

  private List<Cost> costs(Flush flush) throws Exception {
    var costs = new ArrayList<Cost>();
    for (var run = 0; run < 2 * RUNS; run++) {
      var batches = batches();
      costs.add(cost(run % 2 == 0, () -> flush.run(batches)));
    }
    return costs;
  }

  private Cost cost(boolean isFresh, Action action) throws Exception {
    if (isFresh) {
      postgres.run("CHECKPOINT");
    }
    var log = written();
    var began = System.nanoTime();
    action.run();
    var seconds = (System.nanoTime() - began) / 1e9;
    return new Cost(seconds, (written() - log) / 1e6);
  }

  /** Random accounts of each shard, whose ids ascend. */
  private List<String[]> batches() {
    var numbers = random.ints(0, TOTALS).distinct().limit(DIRTY).sorted().toArray();
    return IntStream.range(0, SHARDS)
        .mapToObj(
            shard ->
                Arrays.stream(numbers)
                    .filter(number -> number % SHARDS == shard)
                    .mapToObj("01930000-0000-7000-8000-%012x"::formatted)
                    .toArray(String[]::new))
        .toList();
  }

  private void copy(List<String[]> batches) throws SQLException, IOException {
    var lines = new StringBuilder();
    batches.forEach(ids -> Arrays.stream(ids).forEach(id -> lines.append(id).append("\t1\n")));
    try (var connection = postgres.connect()) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY ways.delta FROM STDIN", new StringReader(lines.toString()));
    }
  }

  private void store(FlushWay way, List<String[]> batches, int connections) throws Exception {
    onEachShard(
        connections, (connection, shard) -> way.store(connection, shard, batches.get(shard)));
  }

  private void rollUp() throws Exception {
    onEachShard(
        1,
        (connection, shard) -> {
          try (var statement = connection.prepareStatement(ROLL_UP)) {
            statement.setInt(1, shard);
            statement.executeUpdate();
          }
        });
  }

  private void onEachShard(int connections, ShardWork work) throws Exception {
    var next = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(connections)) {
      Callable<Void> worker =
          () -> {
            try (var connection = postgres.connect()) {
              for (var shard = next.getAndIncrement();
                  shard < SHARDS;
                  shard = next.getAndIncrement()) {
                work.run(connection, shard);
              }
            }
            return null;
          };
      for (var done : threads.invokeAll(Collections.nCopies(connections, worker))) {
        done.get();
      }
    }
  }

  private double written() throws SQLException {
    return postgres.number("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn");
  }

  /** Stores the views of a flush. */
  private interface Flush {
    void run(List<String[]> batches) throws Exception;
  }

  /** Anything that is measured. */
  private interface Action {
    void run() throws Exception;
  }

  /** The part of one shard. */
  private interface ShardWork {
    void run(Connection connection, int shard) throws SQLException;
  }
}
