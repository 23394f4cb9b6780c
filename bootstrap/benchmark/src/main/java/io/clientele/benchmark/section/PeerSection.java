package io.clientele.benchmark.section;

import io.clientele.benchmark.load.LoadConnection;
import io.clientele.benchmark.load.MeasuredReads;
import io.clientele.benchmark.load.MeasuredReads.Run;
import io.clientele.benchmark.peer.VertxPeer;
import io.clientele.benchmark.report.FigureTable;
import io.clientele.benchmark.server.BenchmarkRedis;
import io.clientele.benchmark.server.BenchmarkServers;
import io.clientele.benchmark.server.MeasuredService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * {@code GET /v1/accounts/{id}} of the service and of what one would use instead, in turn, on the
 * same servers and rows. A ratio is of two neighbouring runs.
 */
public final class PeerSection {
  private static final String FLUSH = "POST /v1/view-flushes";
  private static final int CONNECTIONS = Integer.getInteger("connections", 64);
  private static final int WARM_UP_SECONDS = Integer.getInteger("warmup", 30);
  private static final int RUN_SECONDS = Integer.getInteger("seconds", 10);
  private static final int RUNS = Integer.getInteger("runs", 5);

  private final BenchmarkServers servers;
  private final MeasuredService ours;
  private final MeasuredService peer;
  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

  private PeerSection(BenchmarkServers servers, MeasuredService ours, MeasuredService peer) {
    this.servers = servers;
    this.ours = ours;
    this.peer = peer;
  }

  /** A run of the service and one of the peer. */
  private record Pair(Run ours, Run peer) {
    double ratio(ToDoubleFunction<Run> figure) {
      return figure.applyAsDouble(ours) / figure.applyAsDouble(peer);
    }
  }

  /** Measures both. */
  public static FigureTable measure(BenchmarkServers servers) throws Exception {
    var port = BenchmarkRedis.freePort();
    try (var ours = servers.service();
        var peer =
            MeasuredService.startProgram(
                servers.place(),
                VertxPeer.class,
                port,
                servers.postgres().url(),
                servers.redis().url())) {
      ours.secondsUntil(200, LoadConnection.request(1));
      peer.secondsUntil(200, LoadConnection.request(1));
      return new PeerSection(servers, ours, peer).measure();
    }
  }

  private FigureTable measure() throws IOException {
    pair(this::anyone, WARM_UP_SECONDS, true);
    pair(this::oneMostly, WARM_UP_SECONDS / 3, true);
    var uniform = new ArrayList<Pair>();
    var hot = new ArrayList<Pair>();
    for (var i = 0; i < RUNS; i++) {
      uniform.add(pair(this::anyone, RUN_SECONDS, i % 2 == 0));
      hot.add(pair(this::oneMostly, RUN_SECONDS, i % 2 == 0));
    }
    var table = new FigureTable("peer");
    tell(table, "any account", uniform, "≤ 0.75");
    tell(table, "one account has 90 %", hot, "≤ 0.7");
    return table;
  }

  private static void tell(FigureTable table, String what, List<Pair> pairs, String cpuMax) {
    table.add(what + ": CPU of all servers / Vert.x", "", cpuMax, each(pairs, Run::servers));
    table.add("… reads a second / Vert.x", "", "≥ 1", each(pairs, run -> run.load().perSecond()));
    table.add("… p50 / Vert.x", "", "", each(pairs, run -> run.load().p50()));
    table.add("… p99 / Vert.x", "", "≤ 1", each(pairs, run -> run.load().p99()));
    table.add("… CPU s for 10,000 reads, ours", "", "", of(pairs, Pair::ours, Run::servers));
    table.add("… CPU s for 10,000 reads, Vert.x", "", "", of(pairs, Pair::peer, Run::servers));
    table.add("… failed, both", "", "0", failed(pairs));
  }

  private static double failed(List<Pair> pairs) {
    return pairs.stream().mapToInt(p -> p.ours().load().failed() + p.peer().load().failed()).sum();
  }

  private static List<Double> each(List<Pair> pairs, ToDoubleFunction<Run> figure) {
    return pairs.stream().map(pair -> pair.ratio(figure)).toList();
  }

  private static List<Double> of(
      List<Pair> pairs, Function<Pair, Run> whose, ToDoubleFunction<Run> figure) {
    return pairs.stream().map(pair -> figure.applyAsDouble(whose.apply(pair))).toList();
  }

  /** Measures both, in this order or the other. Views of earlier runs do not wait meanwhile. */
  private Pair pair(IntSupplier accounts, int seconds, boolean isOursFirst) throws IOException {
    ours.answer(FLUSH);
    var first = run(isOursFirst ? ours : peer, accounts, seconds);
    var second = run(isOursFirst ? peer : ours, accounts, seconds);
    return isOursFirst ? new Pair(first, second) : new Pair(second, first);
  }

  private Run run(MeasuredService service, IntSupplier accounts, int seconds) throws IOException {
    return MeasuredReads.run(servers, service, CONNECTIONS, seconds, accounts);
  }

  private int anyone() {
    return MeasuredReads.anyone(random);
  }

  private int oneMostly() {
    return MeasuredReads.oneMostly(random);
  }
}
