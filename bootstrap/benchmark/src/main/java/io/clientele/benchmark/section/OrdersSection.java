package io.clientele.benchmark.section;

import io.clientele.benchmark.load.LoadConnection;
import io.clientele.benchmark.load.MeasuredRequests;
import io.clientele.benchmark.load.MeasuredRequests.Run;
import io.clientele.benchmark.load.TimedRequests;
import io.clientele.benchmark.report.FigureTable;
import io.clientele.benchmark.server.BenchmarkServers;
import io.clientele.benchmark.server.MeasuredService;
import io.clientele.benchmark.server.OrderShop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Orders at the store, each of one unit and paid at once: of any product, then all of one. Then
 * visits of products, of which every second is answered 304.
 */
public final class OrdersSection {
  private static final int CONNECTIONS = Integer.getInteger("connections", 64);
  private static final int RUNS = Integer.getInteger("runs", 5);
  private static final Duration RUN = Duration.ofSeconds(Integer.getInteger("seconds", 10));
  private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warmup", 30));

  private final MeasuredRequests requests;
  private final OrderShop shop;

  private OrdersSection(BenchmarkServers servers, MeasuredService service) throws IOException {
    this.requests = new MeasuredRequests(servers, service, CONNECTIONS);
    this.shop = OrderShop.open(service);
  }

  /** Measures orders and visits. */
  public static FigureTable measure(BenchmarkServers servers) throws Exception {
    try (var service = servers.service()) {
      service.secondsUntil(200, LoadConnection.request(1));
      return new OrdersSection(servers, service).measure();
    }
  }

  private FigureTable measure() throws IOException {
    requests.run(orders(shop::anyProduct), WARM_UP);
    requests.run(shop::visit, WARM_UP);
    var any = new ArrayList<Run>();
    var one = new ArrayList<Run>();
    var visits = new ArrayList<Run>();
    for (var i = 0; i < RUNS; i++) {
      any.add(requests.run(orders(shop::anyProduct), RUN));
      one.add(requests.run(orders(shop::oneProduct), RUN));
      visits.add(requests.run(shop::visit, RUN));
    }
    var table = new FigureTable("orders");
    tell(table, "orders of any product", "≥ 1000", "", any);
    tell(table, "orders of one product", "≥ 1000", "", one);
    tell(table, "visits of products", "", "≤ 0.4", visits);
    return table;
  }

  private static void tell(
      FigureTable table, String what, String rateMin, String cpuMax, List<Run> runs) {
    table.add(what + " a second", "", rateMin, runs.stream().map(Run::perSecond).toList());
    table.add("… p50", " ms", "", runs.stream().map(Run::p50).toList());
    table.add("… p99", " ms", "", runs.stream().map(Run::p99).toList());
    var cpu = runs.stream().map(Run::cpuForTenThousand).toList();
    table.add("… CPU s of all for 10,000", "", cpuMax, cpu);
    var service = runs.stream().map(Run::serviceForTenThousand).toList();
    table.add("… of the service", "", "", service);
    table.add("… failed", "", "0", runs.stream().mapToInt(run -> run.load().failed()).sum());
  }

  private Supplier<String> orders(Supplier<String> bodies) {
    return () -> TimedRequests.message(OrderShop.newOrder(), shop.customer(), bodies.get());
  }
}
