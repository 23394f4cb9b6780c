package io.clientele.http.account;

import io.clientele.domain.account.ClientName;
import io.clientele.domain.account.TaxId;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.http.exchange.MetadataJson;
import io.clientele.http.exchange.json.JsonPointers;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the fields of an account's profile; each reader notes the faults of its field. */
final class ProfileJson {
  static final Set<String> FIELDS = Set.of("name", "email", "emailVerified", "taxId", "metadata");
  private static final Set<String> TAX_ID_FIELDS = Set.of("country", "value");

  private ProfileJson() {}

  /** Notes an error for each unknown member; refuses a document that is not an object. */
  static void requireShape(JsonNode document, Set<String> known, ValidationErrors faults) {
    if (document.isObject()) {
      requireKnown(document, JsonPointers.ROOT, known, faults);
      requireKnown(document.path("taxId"), "#/taxId", TAX_ID_FIELDS, faults);
    } else {
      faults.pointer(JsonPointers.ROOT, "must be a JSON object");
      faults.refuse();
    }
  }

  static @Nullable ClientName name(JsonNode document, ValidationErrors faults) {
    var text = text(document, JsonPointers.ROOT, "name", faults);
    return text == null ? null : faults.body(() -> new ClientName(text));
  }

  static @Nullable Email email(JsonNode document, ValidationErrors faults) {
    var text = text(document, JsonPointers.ROOT, "email", faults);
    return text == null ? null : faults.body(() -> new Email(text));
  }

  /** Returns the flag; false if it is absent. */
  static boolean emailVerified(JsonNode document, ValidationErrors faults) {
    var node = document.path("emailVerified");
    if (!node.isMissingNode() && !node.isBoolean()) {
      faults.pointer("#/emailVerified", "must be true or false");
    }
    return node.isBoolean() && node.booleanValue();
  }

  /** Returns the tax id; null if it is absent or invalid. */
  static @Nullable TaxId taxId(JsonNode document, ValidationErrors faults) {
    var node = document.path("taxId");
    if (isAbsent(node)) {
      return null;
    }
    if (!node.isObject()) {
      faults.pointer("#/taxId", "must be an object");
      return null;
    }
    var country = text(node, "#/taxId", "country", faults);
    var value = text(node, "#/taxId", "value", faults);
    return country == null || value == null ? null : faults.body(() -> new TaxId(country, value));
  }

  static @Nullable Metadata metadata(JsonNode document, ValidationErrors faults) {
    return MetadataJson.read(document, JsonPointers.ROOT, faults);
  }

  private static void requireKnown(
      JsonNode object, String pointer, Set<String> known, ValidationErrors faults) {
    for (var member : object.propertyNames()) {
      if (!known.contains(member) && !faults.isFull()) {
        faults.pointer(JsonPointers.of(pointer, member), "is not a known name");
      }
    }
  }

  private static @Nullable String text(
      JsonNode object, String pointer, String member, ValidationErrors faults) {
    var node = object.path(member);
    if (node.isString()) {
      return node.stringValue();
    }
    faults.pointer(
        JsonPointers.of(pointer, member), isAbsent(node) ? "is required" : "must be a string");
    return null;
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
