package io.clientele.testkit.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.event.Event;
import io.clientele.domain.event.EventData;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.event.EventFilter;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Readers get every published event once, in the order of the chain. Implement this contract in the
 * test of your {@link EventFeed}.
 */
public interface EventFeedContract {
  /** The trace of the changes that make events. */
  String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  /** A fresh, empty feed. If tests share a server, empty its tables. */
  EventFeed feed();

  /**
   * Begins a change with this event, and executes everything but the commit. The order of the calls
   * is the order of the numbers that a database assigns.
   *
   * @return commits the change
   */
  Runnable begin(PublishedEvent event);

  /** Assigns positions to the events of all committed changes. */
  void chain();

  /** Makes the states of this account unreadable. */
  void forget(AccountId account);

  /** A feed of an unreachable server. A call must end within seconds. */
  EventFeed unreachableFeed();

  @Test
  default void anEventIsReadOnceItIsChained() {
    var feed = feed();
    var event = event(new Sample(1), "account.opened", 1);
    begin(event).run();
    assertThat(read(feed, EventPosition.START)).isEmpty();
    chain();
    var read = read(feed, EventPosition.START);
    assertThat(read).extracting(Event::published).containsExactly(thin(event));
    assertThat(read.get(0).position()).isEqualTo(feed.end()).isEqualTo(EventPosition.of(1, 0));
    assertThat(read(feed, feed.end())).isEmpty();
  }

  @Test
  default void aChangeThatBeginsFirstAndCommitsLastIsNotSkipped() {
    var feed = feed();
    var sample = new Sample(2);
    var first = event(sample, "account.opened", 1);
    var second = event(sample, "account.amended", 2);
    var late = begin(first);
    begin(second).run();
    chain();
    var page = feed.read(EventPosition.START, EventFilter.ALL, 10, false);
    assertThat(page.events()).extracting(Event::published).containsExactly(thin(second));
    late.run();
    chain();
    assertThat(read(feed, page.next())).extracting(Event::published).containsExactly(thin(first));
  }

  @Test
  default void pagesNeitherSkipNorRepeatEvents() {
    var feed = feed();
    var sample = new Sample(3);
    var expected = new ArrayList<PublishedEvent>();
    for (var block = 0; block < 3; block++) {
      IntStream.rangeClosed(1, 5)
          .mapToObj(version -> event(sample, "account.amended", version))
          .forEach(
              event -> {
                expected.add(thin(event));
                begin(event).run();
              });
      chain();
    }
    var read = new ArrayList<Event>();
    var after = EventPosition.START;
    for (var page = feed.read(after, EventFilter.ALL, 4, false);
        !page.events().isEmpty();
        page = feed.read(page.next(), EventFilter.ALL, 4, false)) {
      read.addAll(page.events());
    }
    assertThat(read).extracting(Event::published).containsExactlyElementsOf(expected);
    assertThat(read).extracting(Event::position).isSorted().doesNotHaveDuplicates();
  }

  @Test
  default void aFilterSelectsTypesKindsAndAccounts() {
    var feed = feed();
    var sample = new Sample(4);
    var opened = event(sample, "account.opened", 1);
    var closed = event(sample, "account.closed", 2);
    var added =
        new PublishedEvent(
            "operator.added",
            sample.act().at(),
            ChangeSubject.named("operator:" + sample.id()).at(1),
            List.of("name", "roles"));
    List.of(opened, closed, added).forEach(event -> begin(event).run());
    chain();
    var account = opened.about().account();
    assertThat(types(feed, new EventFilter(Set.of("account.*"), null)))
        .containsExactly("account.opened", "account.closed");
    assertThat(types(feed, new EventFilter(Set.of("operator.added", "account.closed"), null)))
        .containsExactly("account.closed", "operator.added");
    assertThat(types(feed, new EventFilter(Set.of(), account))).containsExactly("account.opened");
    var none = feed.read(EventPosition.START, new EventFilter(Set.of("a.b"), null), 5, false);
    assertThat(none.events()).isEmpty();
    assertThat(none.next()).isEqualTo(feed.end());
  }

  @Test
  default void aStateIsReadOnRequestUntilTheAccountIsErased() {
    var feed = feed();
    var opened = event(new Sample(5), "account.opened", 1);
    begin(opened).run();
    chain();
    var id = read(feed, EventPosition.START).get(0).id();
    assertThat(feed.find(id, false).orElseThrow().data()).isNull();
    assertThat(feed.find(id, true).orElseThrow().data()).isEqualTo(new EventData.Present("{}"));
    forget(Objects.requireNonNull(opened.about().account()));
    assertThat(feed.find(id, true).orElseThrow().data()).isEqualTo(new EventData.Erased());
  }

  @Test
  default void anEventIsFoundByItsIdAtItsPosition() {
    var feed = feed();
    var sample = new Sample(6);
    IntStream.rangeClosed(1, 3).forEach(i -> begin(event(sample, "account.opened", i)).run());
    chain();
    IntStream.rangeClosed(1, 3).forEach(i -> begin(event(sample, "account.opened", i)).run());
    chain();
    var all = read(feed, EventPosition.START);
    assertThat(all).hasSize(6).allSatisfy(event -> assertThat(found(feed, event)).isEqualTo(event));
    assertThat(feed.find(sample.id().value(), false)).isEmpty();
  }

  @Test
  default void theFirstPositionIsThatOfTheFirstBlockWithALaterEntry() {
    var feed = feed();
    var sample = new Sample(7);
    assertThat(feed.first(sample.act().at())).isEqualTo(EventPosition.of(1, 0));
    begin(event(sample, "account.opened", 1)).run();
    chain();
    var later = event(sample, "account.opened", 1);
    begin(later).run();
    chain();
    assertThat(feed.first(Sample.BEGINNING)).isEqualTo(EventPosition.of(1, 0));
    assertThat(feed.first(later.at())).isEqualTo(EventPosition.of(2, 0));
    assertThat(feed.first(later.at().plusSeconds(9))).isEqualTo(EventPosition.of(3, 0));
  }

  @Test
  default void anUnreachableFeedIsUnavailableAndNotEmpty() {
    var away = unreachableFeed();
    var id = new UUID(0x7000, 1L << 63);
    UnavailabilityAssertions.assertUnavailable(
        List.of(
            away::end,
            () -> away.first(Sample.BEGINNING),
            () -> away.read(EventPosition.START, EventFilter.ALL, 1, false),
            () -> away.find(id, false)));
  }

  private static Event found(EventFeed feed, Event event) {
    return feed.find(event.id(), false).orElseThrow();
  }

  private static List<String> types(EventFeed feed, EventFilter filter) {
    return feed.read(EventPosition.START, filter, 10, false).events().stream()
        .map(event -> event.published().type())
        .toList();
  }

  private static List<Event> read(EventFeed feed, EventPosition after) {
    return feed.read(after, EventFilter.ALL, 10, false).events();
  }

  private static PublishedEvent event(Sample sample, String type, long version) {
    var about = ChangeSubject.of(sample.id()).at(version).with("{}");
    return new PublishedEvent(type, sample.act().at(), about, List.of("name"), TRACE);
  }

  private static PublishedEvent thin(PublishedEvent event) {
    return new PublishedEvent(
        event.type(), event.at(), event.about().with(null), event.changed(), event.trace());
  }
}
