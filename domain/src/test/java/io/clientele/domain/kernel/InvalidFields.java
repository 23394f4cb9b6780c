package io.clientele.domain.kernel;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clientele.domain.kernel.InvalidValue.Fault;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is wrong with a value. */
public final class InvalidFields {
  private InvalidFields() {}

  /** The fields at fault, in the order in which they are told. */
  public static List<String> fieldsOf(ThrowingCallable making) {
    var invalid = catchThrowableOfType(InvalidValue.class, making);
    return invalid == null ? List.of() : invalid.faults().stream().map(Fault::field).toList();
  }
}
