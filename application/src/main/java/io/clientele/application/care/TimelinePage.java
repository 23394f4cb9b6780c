package io.clientele.application.care;

import io.clientele.domain.care.NoteText;
import io.clientele.domain.identity.DisplayName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of a timeline, the newest entry first.
 *
 * @param next where the next page begins; null on the last page
 */
public record TimelinePage(List<Entry> entries, @Nullable Position next) {
  public TimelinePage {
    Objects.requireNonNull(entries, "entries");

    entries = List.copyOf(entries);
  }

  /** The time and the id of the last entry of a page. */
  public record Position(Instant at, UUID id) {
    public Position {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(id, "id");
    }
  }

  /**
   * Something that happened to an account.
   *
   * @param id of the audit entry, or of the transfer
   * @param action the permanent name of the event, such as {@code account.suspended}
   * @param subject what it happened to, such as {@code order:0199f3b2-…}; null for the account
   *     itself
   */
  public record Entry(UUID id, Instant at, String action, @Nullable String subject, Origin origin) {
    public Entry {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(action, "action");
      Objects.requireNonNull(origin, "origin");
    }

    Position position() {
      return new Position(at, id);
    }
  }

  /**
   * Who caused an entry, and what they said about it.
   *
   * @param actor such as {@code operator:0199f3b2-…}
   * @param name of the actor; null if the actor is no operator, or was removed
   * @param reason that the actor gave; null if there is none
   * @param note the text of the note that the entry is about; null if there is none any more
   */
  public record Origin(
      String actor, @Nullable DisplayName name, @Nullable String reason, @Nullable NoteText note) {
    public Origin {
      Objects.requireNonNull(actor, "actor");
    }
  }
}
