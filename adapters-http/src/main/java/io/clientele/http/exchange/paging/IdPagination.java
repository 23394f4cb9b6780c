package io.clientele.http.exchange.paging;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.paging.PageResponse.Writing;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lists that have no filters and go by id.
 *
 * @param <I> the kind of id
 * @param path of the list
 * @param form of its cursors
 */
public record IdPagination<I>(String path, String form, Function<String, I> parse) {
  private static final Set<String> PARAMETERS = Set.of("limit", "cursor");

  /** The requested page. */
  public record Asked<I>(@Nullable I after, int limit) {}

  public Asked<I> asked(Context http) {
    var faults = new ValidationErrors();
    var query = QueryParameters.of(http, faults, PARAMETERS);
    var limit = query.limit(faults);
    var cursor = query.text("cursor");
    var after = cursor == null ? null : after(cursor);
    if (cursor != null && after == null) {
      faults.parameter("cursor", "must be a nextCursor of this list");
    }
    faults.refuse();
    return new Asked<>(after, limit);
  }

  public <T> void answer(
      Context http, List<T> things, @Nullable I next, int limit, Writing<T> writing)
      throws IOException {
    var cursor = next == null ? null : Cursor.write(List.of(form, next.toString()));
    new PageResponse<>(things, writing, cursor).answer(http, path, limit);
  }

  private @Nullable I after(String cursor) {
    var fields = Cursor.read(cursor, form, 2);
    try {
      return fields == null ? null : parse.apply(String.valueOf(fields.get(1)));
    } catch (InvalidValue forged) {
      return null;
    }
  }
}
