package io.clientele.http.account;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.account.Amendment;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.Profile;
import io.clientele.domain.account.TaxId;
import io.clientele.domain.kernel.text.Email;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the body that amends an account: a merge patch (RFC 7396). The body is read once, after the
 * account was found, so that 404 comes before 400. Fields that the patch does not name stay
 * unchanged and are not validated again.
 */
public final class AmendAccountJson implements Function<Profile, Amendment> {
  private static final Set<String> MEDIA_TYPES =
      Set.of("application/json", "application/merge-patch+json");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Context http;
  private final Set<String> known;
  private final Runnable emailChange;
  private @Nullable JsonNode patch;
  private boolean isEmailChanged;

  /**
   * Reads the body of this request.
   *
   * @param known the members that the body may have
   * @param emailChange runs once, before the first change of the e-mail address; may refuse it
   */
  public AmendAccountJson(Context http, Set<String> known, Runnable emailChange) {
    this.http = http;
    this.known = known;
    this.emailChange = emailChange;
  }

  @Override
  public Amendment apply(Profile stored) {
    var faults = new ValidationErrors();
    var given = patch == null ? RequestBodies.read(http, MEDIA_TYPES, faults) : patch;
    patch = given;
    ProfileJson.requireShape(given, known, faults);
    var name = given.has("name") ? ProfileJson.name(given, faults) : stored.name();
    var email = given.has("email") ? ProfileJson.email(given, faults) : stored.email();
    var taxId =
        given.has("taxId")
            ? ProfileJson.taxId(merged("taxId", document(stored.taxId()), given), faults)
            : stored.taxId();
    var metadata =
        given.has("metadata")
            ? ProfileJson.metadata(merged("metadata", document(stored), given), faults)
            : stored.metadata();
    var emailVerified = emailVerified(given, stored, email, faults);
    faults.refuse();
    noteChange(stored.email(), sound(email));
    var profile = new Profile(sound(name), sound(email), taxId, sound(metadata), emailVerified);
    return new Amendment(profile, required(given));
  }

  private static Set<AccountPermission> required(JsonNode given) {
    var required = EnumSet.noneOf(AccountPermission.class);
    if (given.has("taxId")) {
      required.add(AccountPermission.AMEND_TAX_ID);
    }
    if (given.has("emailVerified")) {
      required.add(AccountPermission.VERIFY_EMAIL);
    }
    return required;
  }

  /** A new address is not verified, unless the patch says so. */
  private static boolean emailVerified(
      JsonNode given, Profile stored, @Nullable Email email, ValidationErrors faults) {
    return given.has("emailVerified")
        ? ProfileJson.emailVerified(given, faults)
        : stored.emailVerified() && stored.email().equals(email);
  }

  private void noteChange(Email before, Email after) {
    if (!isEmailChanged && !after.equals(before)) {
      isEmailChanged = true;
      emailChange.run();
    }
  }

  private static JsonNode merged(String member, JsonNode stored, JsonNode patch) {
    return NODES.objectNode().set(member, merge(stored, patch.path(member)));
  }

  private static JsonNode document(@Nullable TaxId taxId) {
    return taxId == null
        ? NODES.nullNode()
        : NODES.objectNode().put("country", taxId.country()).put("value", taxId.value());
  }

  private static JsonNode document(Profile stored) {
    var pairs = NODES.objectNode();
    stored.metadata().entries().forEach(pairs::put);
    return pairs;
  }

  /** RFC 7396, section 2. */
  static JsonNode merge(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    var merged = target instanceof ObjectNode object ? object.deepCopy() : NODES.objectNode();
    for (var member : patch.properties()) {
      if (member.getValue().isNull()) {
        merged.remove(member.getKey());
      } else {
        merged.set(member.getKey(), merge(merged.path(member.getKey()), member.getValue()));
      }
    }
    return merged;
  }
}
