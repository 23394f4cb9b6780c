package io.clientele.domain.kernel;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clientele.domain.kernel.InvalidValue.Fault;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Collects the faulty fields of a value. */
public final class InvalidFields {
  private InvalidFields() {}

  /** The faulty fields, in order. */
  public static List<String> fieldsOf(ThrowingCallable making) {
    var invalid = catchThrowableOfType(InvalidValue.class, making);
    return invalid == null ? List.of() : invalid.faults().stream().map(Fault::field).toList();
  }
}
