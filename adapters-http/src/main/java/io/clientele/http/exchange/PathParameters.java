package io.clientele.http.exchange;

import io.clientele.domain.kernel.AccountId;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What paths hold. */
public final class PathParameters {
  private PathParameters() {}

  /**
   * The account that the path names; null, and a fault, if it is no id in the one spelling we
   * write.
   */
  public static @Nullable AccountId accountId(Context http, ValidationErrors faults) {
    return id(http, AccountId::parse, faults);
  }

  /** The same of another kind of id. */
  public static <T> @Nullable T id(
      Context http, Function<String, T> parse, ValidationErrors faults) {
    if (http.req().getRequestURI().indexOf('%') >= 0) {
      faults.parameter("id", "must be a UUID of version 7 in lower case");
      return null;
    }
    return faults.parameter("id", () -> parse.apply(http.pathParam("id")));
  }
}
