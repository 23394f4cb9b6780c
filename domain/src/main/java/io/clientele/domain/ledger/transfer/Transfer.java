package io.clientele.domain.ledger.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as a client sends it. It is booked whole or not at all. Immutable.
 *
 * @param actor who sends it; ignored when a replay is compared
 */
public record Transfer(TransferId id, Instruction instruction, TransferNote note, String actor) {
  public Transfer {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(instruction, "instruction");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(actor, "actor");
  }

  /**
   * Returns the names of the fields in which another transfer of the same id differs; empty for the
   * same transfer sent again.
   */
  public List<String> differences(Transfer other) {
    var fields = new ArrayList<String>();
    compare(fields, "kind", instruction.kind(), other.instruction.kind());
    if (fields.isEmpty()) {
      compareInstructions(fields, instruction, other.instruction);
    }
    compare(fields, "reason", note.reason(), other.note.reason());
    compare(fields, "metadata", note.metadata(), other.note.metadata());
    compare(fields, "effectiveAt", note.effectiveAt(), other.note.effectiveAt());
    return List.copyOf(fields);
  }

  private static void compareInstructions(List<String> fields, Instruction one, Instruction two) {
    if (one instanceof Instruction.Post a && two instanceof Instruction.Post b) {
      compare(fields, "legs", a.legs(), b.legs());
    }
    if (one instanceof Instruction.Hold a && two instanceof Instruction.Hold b) {
      compare(fields, "legs", a.legs(), b.legs());
      compare(fields, "expiresIn", a.expiresIn(), b.expiresIn());
      compare(fields, "owner", a.owner(), b.owner());
    }
    if (one instanceof Instruction.Settle a && two instanceof Instruction.Settle b) {
      compare(fields, "parent", a.parent(), b.parent());
      compare(fields, "legs", a.parts(), b.parts());
      compare(fields, "final", a.isFinal(), b.isFinal());
    }
  }

  private static void compare(
      List<String> fields, String name, @Nullable Object one, @Nullable Object two) {
    if (!Objects.equals(one, two)) {
      fields.add(name);
    }
  }
}
