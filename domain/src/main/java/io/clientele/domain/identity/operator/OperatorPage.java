package io.clientele.domain.identity.operator;

import io.clientele.domain.identity.OperatorId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page of operators, oldest first.
 *
 * @param next after which the next page begins; null on the last page
 */
public record OperatorPage(List<Operator> operators, @Nullable OperatorId next) {
  /** The largest page. */
  public static final int LIMIT_MAX = 200;

  public OperatorPage {
    operators = List.copyOf(Objects.requireNonNull(operators, "operators"));
  }
}
