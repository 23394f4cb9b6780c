package io.clientele.http.exchange;

import io.clientele.domain.kernel.AccountId;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of paths. */
public final class PathParameters {
  private PathParameters() {}

  /** Returns the account id in the path; null, with a fault, if it is not a canonical id. */
  public static @Nullable AccountId accountId(Context http, ValidationErrors faults) {
    return id(http, AccountId::parse, faults);
  }

  /** Returns an id of any kind, as {@link #accountId} does. */
  public static <T> @Nullable T id(
      Context http, Function<String, T> parse, ValidationErrors faults) {
    if (http.req().getRequestURI().indexOf('%') >= 0) {
      faults.parameter("id", "must be a UUID of version 7 in lower case");
      return null;
    }
    return faults.parameter("id", () -> parse.apply(http.pathParam("id")));
  }
}
