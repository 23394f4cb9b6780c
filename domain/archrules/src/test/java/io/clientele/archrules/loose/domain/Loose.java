package io.clientele.archrules.loose.domain;

import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URL;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/** A core that helps itself to the world: one nested class for each way. */
@SuppressWarnings("all")
public final class Loose {
  static class AsksInstant {
    Object time() {
      return Instant.now();
    }
  }

  static class RefersToInstant {
    Supplier<Instant> time() {
      return Instant::now;
    }
  }

  static class AsksLocalDate {
    Object time() {
      return LocalDate.now(ZoneOffset.UTC);
    }
  }

  static class AsksMillis {
    long time() {
      return System.currentTimeMillis();
    }
  }

  static class MakesDate {
    Object time() {
      return new Date();
    }
  }

  static class MakesClock {
    Object time() {
      return Clock.systemUTC();
    }
  }

  static class MakesInstantSource {
    Object time() {
      return InstantSource.system();
    }
  }

  static class MakesUuid {
    Object id() {
      return UUID.randomUUID();
    }
  }

  static class RefersToUuid {
    Supplier<UUID> ids() {
      return UUID::randomUUID;
    }
  }

  static class AsksMath {
    double chance() {
      return Math.random();
    }
  }

  static class MakesRandom {
    Object chance() {
      return new Random();
    }
  }

  static class MakesSecureRandom {
    Object chance() {
      return new SecureRandom();
    }
  }

  static class AsksThreadLocalRandom {
    Object chance() {
      return ThreadLocalRandom.current();
    }
  }

  static class AsksRandomGenerator {
    Object chance() {
      return RandomGenerator.getDefault();
    }
  }

  static class Shuffles {
    void chance(List<String> list) {
      Collections.shuffle(list);
    }
  }

  static class MakesThread {
    Object thread() {
      return new Thread(() -> {});
    }
  }

  static class ExtendsThread extends Thread {}

  static class MakesExecutor {
    Object threads() {
      return Executors.newCachedThreadPool();
    }
  }

  static class BorrowsThread {
    Object thread() {
      return CompletableFuture.runAsync(() -> {});
    }
  }

  static class Spreads {
    Object threads(List<String> list) {
      return list.parallelStream();
    }
  }

  static class Splits {
    Object threads(List<String> list) {
      return list.stream().parallel();
    }
  }

  static class Counts {
    static long count;
  }

  static class CountsAtomically {
    static final AtomicLong COUNT = new AtomicLong();
  }

  static class Caches {
    static final HashMap<String, String> CACHE = new HashMap<>();
  }

  static class OffersArray {
    public static final int[] WEIGHTS = {1, 2};
  }

  static class Remembers {
    static final ThreadLocal<String> LAST = new ThreadLocal<>();
  }

  static class HidesAMap {
    private static final Map<String, String> CACHE = new HashMap<>();
  }

  static class HidesAMapInABlock {
    private static final Map<String, String> CACHE;

    static {
      CACHE = new HashMap<>();
      CACHE.put("a", "b");
    }
  }

  static class HidesAListInAMethod {
    private static final List<String> NAMES = names();

    private static List<String> names() {
      return new ArrayList<>(List.of("a"));
    }
  }

  static class HidesASetBehindACollector {
    private static final Set<String> NAMES = Stream.of("a").collect(Collectors.toSet());
  }

  static class HidesAListOnManyLines {
    private static final List<String> CONSTANT = List.copyOf(new ArrayList<>());
    private static final List<String> NAMES =
        new ArrayList<>(
            List.of(
                "a", //
                "b"));
    private static final List<String> FROZEN = List.copyOf(new ArrayList<>());
  }

  static class SharesRandom {
    private static final RandomGenerator RANDOM = new Random(7);
  }

  static class SharesAMatcher {
    private static final Matcher MATCHER = Pattern.compile("a").matcher("a");
  }

  static class OpensAUrl {
    Object open(URL url) throws IOException {
      return url.openStream();
    }
  }

  static class LooksUpAHost {
    Object address() throws IOException {
      return InetAddress.getByName("localhost");
    }
  }

  static class CallsByTheJdk {
    HttpClient client;
  }

  static class CallsByALibrary {
    OkHttpClient client;
  }

  static class KnowsAnHttpConnection {
    HttpURLConnection connection;
  }

  static class KnowsJdbc {
    Connection connection;
  }

  static class KnowsPath {
    Path path;
  }

  static class KnowsFile {
    File file;
  }

  static class AsksEnvironment {
    String home() {
      return System.getenv("HOME");
    }
  }

  static class Prints {
    void print() {
      System.out.println();
    }
  }

  static class PrintsStackTrace {
    void print(Exception e) {
      e.printStackTrace();
    }
  }

  static class InjectsField {
    @Inject Object field;
  }

  static class InjectsSetter {
    @Inject
    void set(Object value) {}
  }

  /** Everything that is allowed and looks like something that is not. */
  static class Careful {
    private static final Map<String, String> TABLE = Map.of();
    private static final Map<String, String> COPY = Map.copyOf(new HashMap<>(TABLE));
    private static final List<String> FROZEN = frozen();
    private static final Map<String, String> BLOCK;
    private static final Map<String, Supplier<List<String>>> MAKERS =
        Map.of("a", () -> new ArrayList<>());

    static {
      var map = new HashMap<String, String>();
      map.put("a", "b");
      BLOCK = Collections.unmodifiableMap(map);
    }

    private static final int[] WEIGHTS = {1, 2};
    private static final String NAME = "careful";
    private static final Thread.State STATE = Thread.State.NEW;

    private final InstantSource source;
    private final RandomGenerator random;
    private final Executor executor;

    @Inject
    Careful(InstantSource source, RandomGenerator random, Executor executor) {
      this.source = source;
      this.random = random;
      this.executor = executor;
    }

    private static List<String> frozen() {
      var list = new ArrayList<String>();
      list.add("a");
      return Collections.unmodifiableList(list);
    }

    String host(URL url, InetAddress address) {
      return url.getHost() + address.getHostAddress();
    }

    Object all(Clock clock, List<String> list) {
      Collections.shuffle(list, new Random(7));
      return List.of(
          source.instant(),
          Instant.now(clock),
          Clock.tick(clock, java.time.Duration.ofMillis(1)),
          new Date(0),
          random.nextLong(),
          new UUID(random.nextLong(), System.nanoTime()),
          CompletableFuture.runAsync(() -> {}, executor),
          Thread.currentThread().isInterrupted(),
          TABLE.size()
              + COPY.size()
              + FROZEN.size()
              + BLOCK.size()
              + MAKERS.size()
              + WEIGHTS.length
              + NAME.length()
              + STATE.ordinal());
    }
  }

  private Loose() {}
}
