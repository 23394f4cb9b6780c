package io.clientele.http.webhook;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.webhook.RedeliverySelection;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Uuid7;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.json.JsonPointers;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads which events are to be sent again: a range of positions, a list of ids, or dead letters.
 */
final class RedeliveryRequestJson {
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String IDS = "eventIds";
  private static final String LETTERS = "deadLetters";
  private static final Set<String> FIELDS = Set.of(FROM, TO, IDS, LETTERS);

  private RedeliveryRequestJson() {}

  /** Reads the body; throws a problem with all its faults. */
  static RedeliverySelection read(Context http) {
    var faults = new ValidationErrors();
    var members =
        JsonObjectReader.of(
            RequestBodies.readParts(http, WebhookCreationJson.MEDIA_TYPES, faults), FIELDS, faults);
    var isRange = !members.isAbsent(FROM) || !members.isAbsent(TO);
    var isIds = !members.isAbsent(IDS);
    var isLetters = members.flag(LETTERS);
    if (Stream.of(isRange, isIds, isLetters).filter(is -> is).count() != 1) {
      faults.pointer(
          JsonPointers.ROOT, "must have from and to, or eventIds, or deadLetters that is true");
    }
    var selection = isRange ? range(members, faults) : isIds ? events(members, faults) : null;
    faults.refuse();
    return isLetters ? new RedeliverySelection.AllDeadLetters() : sound(selection);
  }

  private static @Nullable RedeliverySelection range(
      JsonObjectReader members, ValidationErrors faults) {
    var from = WebhookMembers.position(members, FROM);
    var to = WebhookMembers.position(members, TO);
    for (var name : Set.of(FROM, TO)) {
      if (members.isAbsent(name)) {
        members.fault(name, "is required");
      }
    }
    return from == null || to == null || !faults.isEmpty()
        ? null
        : new RedeliverySelection.Range(from, to);
  }

  private static @Nullable RedeliverySelection events(
      JsonObjectReader members, ValidationErrors faults) {
    var ids = new ArrayList<UUID>();
    try {
      members.texts(IDS).forEach(text -> ids.add(Uuid7.parse(text)));
    } catch (InvalidValue broken) {
      members.fault(IDS, "must list UUIDs of version 7 in lower case");
    }
    return faults.isEmpty() ? faults.body(() -> new RedeliverySelection.Events(ids)) : null;
  }
}
