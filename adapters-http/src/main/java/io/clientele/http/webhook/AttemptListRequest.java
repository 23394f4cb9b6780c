package io.clientele.http.webhook;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Uuid7;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.delivery.DeliveryAttempt;
import io.clientele.domain.webhook.delivery.DeliveryAttempts.Place;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.paging.Cursor;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a list of attempts.
 *
 * @param before null for the first page
 */
record AttemptListRequest(String form, @Nullable Place before, int limit) {
  private static final int FIELDS = 3;
  private static final Set<String> PARAMETERS = Set.of("limit", "cursor");

  static AttemptListRequest of(Context http, WebhookId webhook) {
    var faults = new ValidationErrors();
    var query = QueryParameters.of(http, faults, PARAMETERS);
    var limit = query.limit(faults);
    var form = "attempts-1-" + webhook;
    var cursor = query.text("cursor");
    var before = cursor == null ? null : place(cursor, form);
    if (cursor != null && before == null) {
      faults.parameter("cursor", "must be a nextCursor of this list");
    }
    faults.refuse();
    return new AttemptListRequest(form, before, limit);
  }

  /** The cursor of the page that begins after this attempt. */
  String cursor(DeliveryAttempt last) {
    return Cursor.write(List.of(form, Rfc3339.write(last.at()), last.eventId().toString()));
  }

  private static @Nullable Place place(String cursor, String form) {
    var fields = Cursor.read(cursor, form, FIELDS);
    if (fields == null) {
      return null;
    }
    var at = Rfc3339.parse(String.valueOf(fields.get(1)));
    try {
      return at == null ? null : new Place(at, Uuid7.parse(String.valueOf(fields.get(2))));
    } catch (InvalidValue forged) {
      return null;
    }
  }
}
