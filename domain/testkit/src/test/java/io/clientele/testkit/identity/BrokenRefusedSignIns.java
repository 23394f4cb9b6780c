package io.clientele.testkit.identity;

import io.clientele.domain.identity.session.RefusedSignIns;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.inmemory.identity.InMemoryRefusedSignIns;
import io.clientele.testkit.kernel.PortFault;
import java.time.Instant;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Counts of refused sign-ins with one fault each. */
final class BrokenRefusedSignIns {
  private BrokenRefusedSignIns() {}

  static Stream<PortFault<InMemoryRefusedSignIns, RefusedSignIns>> all() {
    return Stream.of(
        of(
            "an entry for each refusal",
            "aMinuteOfANetworkIsOneEntryWithItsCount",
            BrokenRefusedSignIns::oneByOne),
        of(
            "appends the minute that is not over",
            "aMinuteOfANetworkIsOneEntryWithItsCount",
            inner -> new With(inner::count, now -> inner.append(now.plusSeconds(60)))),
        of("no bound", "theEntriesOfAMinuteAreBounded", BrokenRefusedSignIns::unbounded),
        of("drops the rest", "theEntriesOfAMinuteAreBounded", BrokenRefusedSignIns::lossy),
        of(
            "each appender reports the entry",
            "concurrentCallersAppendEachRefusalOnce",
            inner -> new With(inner::count, now -> Math.max(1, inner.append(now)))),
        of(
            "loses every second refusal",
            "concurrentCallersAppendEachRefusalOnce",
            BrokenRefusedSignIns::everySecond),
        of(
            "takes away for empty",
            "anUnreachableStoreIsUnavailable",
            inner -> new With(inner::count, now -> appendedOrNone(inner, now))));
  }

  private static PortFault<InMemoryRefusedSignIns, RefusedSignIns> of(
      String fault, String redTest, Function<InMemoryRefusedSignIns, RefusedSignIns> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  private static RefusedSignIns oneByOne(RefusedSignIns inner) {
    var counted = new AtomicInteger();
    return new With(
        (network, at) -> inner.count(network + " " + counted.incrementAndGet(), at), inner::append);
  }

  /** Counts each refusal in a minute of its own. */
  private static RefusedSignIns unbounded(RefusedSignIns inner) {
    var counted = new AtomicInteger();
    return new With(
        (network, at) -> inner.count(network, at.minusSeconds(60L * counted.incrementAndGet())),
        inner::append);
  }

  private static RefusedSignIns lossy(RefusedSignIns inner) {
    var networks = new HashSet<String>();
    return new With(
        (network, at) -> {
          if (networks.contains(network) || networks.size() < RefusedSignIns.ENTRIES_MAX) {
            networks.add(network);
            inner.count(network, at);
          }
        },
        inner::append);
  }

  private static RefusedSignIns everySecond(RefusedSignIns inner) {
    var counted = new AtomicInteger();
    return new With(
        (network, at) -> {
          if (counted.incrementAndGet() % 2 == 0) {
            inner.count(network, at);
          }
        },
        inner::append);
  }

  private static int appendedOrNone(RefusedSignIns inner, Instant now) {
    try {
      return inner.append(now);
    } catch (PortUnavailable away) {
      return 0;
    }
  }

  private record With(BiConsumer<String, Instant> counting, ToIntFunction<Instant> appending)
      implements RefusedSignIns {
    @Override
    public void count(String network, Instant at) {
      counting.accept(network, at);
    }

    @Override
    public int append(Instant now) {
      return appending.applyAsInt(now);
    }
  }
}
