package io.clientele.http.views;

import io.clientele.http.exchange.paging.Cursor;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cursor of the list of flushes: the number of the last flush of a page. */
final class FlushCursor {
  private static final String FORM = "view-flushes-1";

  private FlushCursor() {}

  static String write(long number) {
    return Cursor.write(List.of(FORM, Long.toString(number)));
  }

  /** Null for the first page, or a fault. */
  static @Nullable Long read(@Nullable String cursor, ValidationErrors faults) {
    var fields = cursor == null ? null : Cursor.read(cursor, FORM, 2);
    var number = fields == null ? null : fields.get(1);
    if (cursor == null) {
      return null;
    }
    try {
      return Long.valueOf(String.valueOf(number));
    } catch (NumberFormatException forged) {
      faults.parameter("cursor", "must be a nextCursor of this list");
      return null;
    }
  }
}
