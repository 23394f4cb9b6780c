package io.clientele.testkit.notice;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.notice.Notice;
import io.clientele.domain.notice.NoticeDelivery;
import io.clientele.domain.notice.Notices;
import io.clientele.inmemory.notice.InMemoryNotices;
import io.clientele.testkit.kernel.PortFault;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Notices with one fault each. */
final class BrokenNotices {
  private BrokenNotices() {}

  static Stream<PortFault<InMemoryNotices, Notices>> all() {
    return Stream.of(
        new PortFault<>(
            "a notice that is announced again is a new one",
            "aNoticeThatIsAnnouncedAgainAddsNoTaskEvenAfterTheFirstIsDone",
            inner ->
                new Changed(inner) {
                  @Override
                  public int announce(Notice notice, Instant now) {
                    inner.forget(Instant.MAX);
                    return inner.announce(notice, now);
                  }
                }),
        new PortFault<>(
            "a notice for one operator goes to all",
            "aNoticeForOneOperatorAddsOneTaskIfItChoseTheKind",
            inner ->
                new Changed(inner) {
                  @Override
                  public int announceTo(OperatorId operator, Notice notice, Instant now) {
                    return inner.announce(notice, now);
                  }
                }),
        new PortFault<>(
            "a sent notice is not remembered",
            "aSentNoticeIsKnownOfItsOperatorOnly",
            inner ->
                new Changed(inner) {
                  @Override
                  public void sent(NoticeDelivery delivery, Instant now) {
                    inner.isSent(delivery);
                  }
                }),
        new PortFault<>(
            "all notices are forgotten",
            "oldNoticesAreForgotten",
            inner ->
                new Changed(inner) {
                  @Override
                  public int forget(Instant before) {
                    return inner.forget(Instant.MAX);
                  }
                }),
        new PortFault<>(
            "an outage reads as no position",
            "noticesThatAreAwayAreUnavailableAndNotNone",
            inner ->
                new Changed(inner) {
                  @Override
                  public Optional<EventPosition> position() {
                    return Optional.empty();
                  }
                }));
  }

  /** Passes all calls on. */
  private static class Changed implements Notices {
    private final InMemoryNotices inner;

    Changed(InMemoryNotices inner) {
      this.inner = inner;
    }

    @Override
    public int announce(Notice notice, Instant now) {
      return inner.announce(notice, now);
    }

    @Override
    public int announceTo(OperatorId operator, Notice notice, Instant now) {
      return inner.announceTo(operator, notice, now);
    }

    @Override
    public boolean isSent(NoticeDelivery delivery) {
      return inner.isSent(delivery);
    }

    @Override
    public void sent(NoticeDelivery delivery, Instant now) {
      inner.sent(delivery, now);
    }

    @Override
    public Optional<EventPosition> position() {
      return inner.position();
    }

    @Override
    public void advance(EventPosition position) {
      inner.advance(position);
    }

    @Override
    public int forget(Instant before) {
      return inner.forget(before);
    }
  }
}
