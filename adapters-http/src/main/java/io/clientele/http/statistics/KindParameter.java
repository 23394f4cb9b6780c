package io.clientele.http.statistics;

import io.clientele.domain.views.SubjectKind;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query parameter that chooses whose views are shown. */
final class KindParameter {
  static final String NAME = "kind";
  private static final Map<String, SubjectKind> KINDS =
      Map.of("account", SubjectKind.ACCOUNT, "product", SubjectKind.PRODUCT);

  private KindParameter() {}

  /** Returns the kind that a request asks for; null if it names none. */
  static @Nullable SubjectKind of(QueryParameters query, ValidationErrors faults) {
    var text = query.text(NAME);
    var kind = text == null ? null : KINDS.get(text);
    if (text != null && kind == null) {
      faults.parameter(NAME, "must be one of account, product");
    }
    return kind;
  }
}
