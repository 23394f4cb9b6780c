package io.clientele.domain.notice;

import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** An event of an operator's notices. In the audit only. */
public sealed interface NoticeEvent extends DomainEvent {
  /** The operator chose other notices, or another language. */
  record Chosen(NoticeChoice before, NoticeChoice after) implements NoticeEvent {
    public Chosen {
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }

    @Override
    public String action() {
      return "notice.chosen";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("kinds", names(before), names(after))
          .of("language", before.language().text(), after.language().text())
          .details();
    }

    private static String names(NoticeChoice choice) {
      return choice.kinds().stream()
          .sorted()
          .map(NoticeKind::text)
          .collect(Collectors.joining(" "));
    }
  }
}
