package io.clientele.domain.care;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event of customer care. It is in the audit trail only. */
public sealed interface CareEvent extends DomainEvent {
  /** A note was written. The audit does not repeat its text. */
  record NoteWritten() implements CareEvent {
    /** The permanent name of the event. */
    public static final String ACTION = "note.written";

    @Override
    public String action() {
      return ACTION;
    }
  }

  /** A note was removed. */
  record NoteRemoved() implements CareEvent {
    @Override
    public String action() {
      return "note.removed";
    }
  }

  /** The account got another owner, or lost the one it had. */
  record OwnerChanged(@Nullable OperatorId before, @Nullable OperatorId after)
      implements CareEvent {
    @Override
    public String action() {
      return after == null ? "account-owner.released" : "account-owner.assigned";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison().of("owner", before, after).details();
    }
  }
}
