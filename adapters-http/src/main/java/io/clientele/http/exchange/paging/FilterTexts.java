package io.clientele.http.exchange.paging;

import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a list that is ordered by time and id. The cursor of a later page holds their
 * texts, so a client may leave them out there.
 *
 * @param names of the parameters
 * @param texts in the order of the names; null for a filter that is not given
 */
public record FilterTexts(List<String> names, List<@Nullable String> texts) {
  /**
   * The filters of a later page.
   *
   * @param at the time of the last row of the page before
   * @param id the id of that row, not parsed
   */
  public record Later(FilterTexts filters, Instant at, String id) {}

  /** Returns the filters that a request gives. */
  public static FilterTexts of(List<String> names, Function<String, @Nullable String> given) {
    var texts = new ArrayList<@Nullable String>();
    names.forEach(name -> texts.add(given.apply(name)));
    return new FilterTexts(names, texts);
  }

  /** Returns what a cursor of this form holds; null if it is none. */
  public static @Nullable Later read(String cursor, String form, List<String> names) {
    var fields = Cursor.read(cursor, form, names.size() + 3);
    if (fields == null) {
      return null;
    }
    var end = 1 + names.size();
    var at = Rfc3339.parse(String.valueOf(fields.get(end)));
    return at == null
        ? null
        : new Later(
            new FilterTexts(names, fields.subList(1, end)),
            at,
            String.valueOf(fields.get(end + 1)));
  }

  /** Returns the cursor of the page that begins after the row of this time and id. */
  public String cursor(String form, Instant at, String id) {
    var fields = new ArrayList<@Nullable String>();
    fields.add(form);
    fields.addAll(texts);
    fields.add(Rfc3339.write(at));
    fields.add(id);
    return Cursor.write(fields);
  }

  /** Returns the text of a filter; null if it is not given. */
  public @Nullable String get(String name) {
    return texts.get(names.indexOf(name));
  }

  /** Returns the value of a filter; null if it is not given, or wrong, which is noted. */
  public <T> @Nullable T value(String name, Function<String, T> parse, ValidationErrors faults) {
    var text = get(name);
    return text == null ? null : faults.parameter(name, () -> parse.apply(text));
  }

  /** Returns the instant of a filter; null if it is not given, or wrong, which is noted. */
  public @Nullable Instant time(String name, ValidationErrors faults) {
    return Rfc3339.parameter(name, get(name), faults);
  }

  /** Notes each filter that a request gives beside its cursor, and that differs from it. */
  public void requireSame(QueryParameters query, ValidationErrors faults) {
    for (var name : names) {
      var now = query.text(name);
      if (now != null && !Objects.equals(now, get(name))) {
        faults.parameter(name, "must be equal to its value in the cursor");
      }
    }
  }
}
