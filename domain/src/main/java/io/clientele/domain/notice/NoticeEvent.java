package io.clientele.domain.notice;

import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** An event of an operator's notices. In the audit only. */
public sealed interface NoticeEvent extends DomainEvent {
  /** The operator chose other notices, or another language. */
  record Chosen(
      Set<NoticeKind> kindsBefore,
      NoticeLanguage languageBefore,
      Set<NoticeKind> kinds,
      NoticeLanguage language)
      implements NoticeEvent {
    public Chosen {
      Objects.requireNonNull(languageBefore, "languageBefore");
      Objects.requireNonNull(language, "language");
      kindsBefore = Set.copyOf(Objects.requireNonNull(kindsBefore, "kindsBefore"));
      kinds = Set.copyOf(Objects.requireNonNull(kinds, "kinds"));
    }

    @Override
    public String action() {
      return "notice.chosen";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("kinds", names(kindsBefore), names(kinds))
          .of("language", languageBefore.text(), language.text())
          .details();
    }

    private static String names(Set<NoticeKind> kinds) {
      return kinds.stream().sorted().map(NoticeKind::text).collect(Collectors.joining(" "));
    }
  }
}
