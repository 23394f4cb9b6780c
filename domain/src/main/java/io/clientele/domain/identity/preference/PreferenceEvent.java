package io.clientele.domain.identity.preference;

import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import java.util.List;
import java.util.Objects;

/** An event of an operator's preferences. In the audit only. */
public sealed interface PreferenceEvent extends DomainEvent {
  /** The operator chose other preferences. */
  record Chosen(PreferenceChoice before, PreferenceChoice after) implements PreferenceEvent {
    public Chosen {
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }

    @Override
    public String action() {
      return "preferences.chosen";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("language", before.language(), after.language())
          .of("theme", before.theme(), after.theme())
          .of("pageSize", before.pageSize(), after.pageSize())
          .of("columns", before.columns(), after.columns())
          .of("savedViews", before.savedViews().size(), after.savedViews().size())
          .details();
    }
  }
}
