package io.clientele.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.load.DecidedRequests;
import io.clientele.testbed.service.ServiceCluster;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import tools.jackson.databind.json.JsonMapper;

/** Posts transfers between pockets of accounts, and remembers what each pocket has to hold. */
final class TransferLoad {
  private static final int POCKETS = 20;
  private static final int THREADS = 4;
  private static final int HOT = 0;
  private static final long CENTS_AT_FIRST = 1_000;

  private final DecidedRequests requests;
  private final String key;
  private final List<String> pockets = new ArrayList<>();
  private final AtomicLongArray cents = new AtomicLongArray(POCKETS);
  private final AtomicLong booked = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final List<String> unexpected = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean isStopped;

  /** Opens the pockets and fills them from the house. */
  TransferLoad(ServiceProcess service, DecidedRequests requests)
      throws IOException, InterruptedException {
    this.requests = requests;
    this.key = service.issueKey("{\"name\":\"load\",\"roles\":[\"operator\"]}");
    service.post("/v1/assets", "{\"code\":\"EUR\",\"scale\":2,\"kind\":\"money\"}");
    var house = id(service, "/v1/pockets", "{\"asset\":\"EUR\",\"name\":\"bank\",\"floor\":null}");
    for (var i = 0; i < POCKETS; i++) {
      var path = "/v1/accounts/" + service.open("Owner %d".formatted(i)) + "/pockets";
      pockets.add(id(service, path, "{\"asset\":\"EUR\",\"name\":\"main\"}"));
      post(house, pockets.get(i), CENTS_AT_FIRST, "top-up");
      cents.set(i, CENTS_AT_FIRST);
    }
    booked.set(0);
  }

  private static String id(ServiceProcess service, String path, String json)
      throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(service.post(path, json).body()).get("id").asString();
  }

  void start(long seed) {
    for (var i = 0; i < THREADS; i++) {
      var random = new Random(seed + i);
      threads.add(Thread.ofPlatform().name("transfers-" + i).start(() -> run(random)));
    }
  }

  /** Stops; every transfer that was sent is decided then. */
  void stop() throws InterruptedException {
    isStopped = true;
    for (var thread : threads) {
      thread.join();
    }
  }

  long booked() {
    return booked.get();
  }

  long refused() {
    return refused.get();
  }

  private void run(Random random) {
    while (!isStopped) {
      var other = 1 + random.nextInt(POCKETS - 1);
      var isOut = random.nextInt(10) < 6;
      var from = isOut ? HOT : other;
      var to = isOut ? other : random.nextInt(10) == 0 ? 1 + other % (POCKETS - 1) : HOT;
      var amount = 1 + random.nextInt(50);
      if (from != to && post(pockets.get(from), pockets.get(to), amount, "load")) {
        cents.addAndGet(from, -amount);
        cents.addAndGet(to, amount);
      }
    }
  }

  /** Whether it is booked; false if it is refused. */
  private boolean post(String from, String to, long cents, String reason) {
    var json =
        """
        {"kind":"posted","reason":"%s","legs":[{"from":"%s","to":"%s","asset":"EUR","amount":"%s"}]}\
        """
            .formatted(reason, from, to, BigDecimal.valueOf(cents, 2));
    var response = requests.put("/v1/transfers/" + UUID.randomUUID(), key, json);
    var isBooked = response.statusCode() == 201 || response.statusCode() == 200;
    (isBooked ? booked : refused).incrementAndGet();
    if (!isBooked && !response.body().contains("/problems/insufficient-balance")) {
      synchronized (unexpected) {
        unexpected.add(response.statusCode() + " " + response.body());
      }
    }
    return isBooked;
  }

  /** Each acknowledged transfer is there once, and no pocket was ever below its floor. */
  void assertBookedOnce(ServiceCluster stage)
      throws SQLException, IOException, InterruptedException {
    assertThat(unexpected).isEmpty();
    for (var i = 0; i < POCKETS; i++) {
      var pocket = stage.instance(0).json("/v1/pockets/" + pockets.get(i));
      assertThat(new BigDecimal(pocket.get("posted").asString()))
          .as("pocket %d", i)
          .isEqualByComparingTo(BigDecimal.valueOf(cents.get(i), 2));
    }
    assertThat(
            stage.number("SELECT count(*) FROM transfer WHERE reason = 'load' AND refusal IS NULL"))
        .isEqualTo(booked());
    assertThat(
            stage.number("SELECT count(*) FROM transfer WHERE reason = 'load' AND refusal <> ''"))
        .isEqualTo(refused());
    assertThat(
            stage.number(
                """
                SELECT count(*) FROM (
                  SELECT seq, posted_after, floor, row_number() OVER by_seq AS place, sum(delta) OVER by_seq AS replayed
                  FROM entry JOIN pocket ON pocket.id = entry.pocket
                  WHERE floor IS NOT NULL
                  WINDOW by_seq AS (PARTITION BY entry.pocket ORDER BY seq)
                ) AS replay
                WHERE seq <> place OR posted_after <> replayed OR posted_after < floor
                """))
        .as("entries that a replay in their order does not give")
        .isZero();
  }
}
