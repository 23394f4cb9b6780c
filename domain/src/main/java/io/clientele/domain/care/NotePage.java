package io.clientele.domain.care;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One page of notes, the newest first.
 *
 * @param next the last note of the page if there are older ones; null on the last page
 */
public record NotePage(List<AccountNote> notes, @Nullable NoteId next) {
  public NotePage {
    Objects.requireNonNull(notes, "notes");

    notes = List.copyOf(notes);
  }

  /** Returns the page of these notes, which may be one more than the limit. */
  public static NotePage of(List<AccountNote> found, int limit) {
    var shown = found.subList(0, Math.min(limit, found.size()));
    return new NotePage(shown, found.size() > limit ? shown.get(limit - 1).id() : null);
  }
}
