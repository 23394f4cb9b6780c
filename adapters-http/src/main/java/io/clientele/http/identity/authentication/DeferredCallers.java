package io.clientele.http.identity.authentication;

import io.clientele.domain.identity.AccessPolicy;
import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.Front;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.kernel.AccountId;
import io.clientele.http.security.oidc.ExternalCaller;
import io.clientele.http.security.oidc.IssuerKey;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes down who sent a request, without its token, and judges that caller again when the request
 * is carried out later. Safe for use by many threads.
 */
public final class DeferredCallers {
  private static final String KIND = "kind";
  private static final String ID = "id";
  private static final String ACCOUNT = "account";
  private static final String EXPIRES_AT = "expiresAt";

  private final Operators operators;
  private final ApiKeyVerifier keys;
  private final TokenVerifier tokens;
  private final AccessPolicy policy;

  /** Judges callers by these operators, keys and issuers. */
  public DeferredCallers(
      Operators operators, ApiKeyVerifier keys, TokenVerifier tokens, AccessPolicy policy) {
    this.operators = operators;
    this.keys = keys;
    this.tokens = tokens;
    this.policy = policy;
  }

  /** Describes the caller of a request by names and values. They may be personal. */
  public static Map<String, String> describe(Context http) {
    return switch (Actors.caller(http)) {
      case AuthenticatedCaller.Operating one ->
          Map.of(
              KIND,
              "operator",
              ID,
              one.operator().toString(),
              "session",
              one.session().toString(),
              EXPIRES_AT,
              one.expiresAt().toString());
      case AuthenticatedCaller.Serving one -> Map.of(KIND, "key", ID, one.key().toString());
      case AuthenticatedCaller.Outside(var verified) -> described(verified);
    };
  }

  private static Map<String, String> described(ExternalCaller caller) {
    var description = new HashMap<String, String>();
    description.put(KIND, "outside");
    description.put(ID, caller.actor().name());
    description.put("subject", caller.subject());
    description.put("name", caller.name());
    description.put("front", caller.front().name());
    description.put("issuer", caller.key().issuer());
    description.put("key", caller.key().toJson());
    description.put(EXPIRES_AT, caller.expiresAt().toString());
    description.put(
        "roles", caller.actor().roles().stream().map(Role::name).collect(Collectors.joining(" ")));
    var account = caller.actor().ownAccount();
    if (account != null) {
      description.put(ACCOUNT, account.toString());
    }
    return description;
  }

  /**
   * Returns the caller with the roles of now; null if it is disabled, revoked, refused or expired.
   */
  @Nullable AuthenticatedCaller restored(Map<String, String> description) {
    return switch (of(description, KIND)) {
      case "operator" ->
          operators
              .find(OperatorId.parse(of(description, ID)))
              .filter(found -> found.profile().isActive())
              .map(found -> operating(found, description))
              .orElse(null);
      case "key" -> keys.read(ApiKeyId.parse(of(description, ID)));
      default -> {
        var caller = tokens.again(outside(description));
        yield caller == null ? null : new AuthenticatedCaller.Outside(caller);
      }
    };
  }

  private AuthenticatedCaller.Operating operating(
      Operator operator, Map<String, String> description) {
    return new AuthenticatedCaller.Operating(
        policy.actor(operator.id().subject(), operator.profile().roles(), null),
        operator.id(),
        operator.generation(),
        SessionId.parse(of(description, "session")),
        operator.passwordChangeRequired(),
        Instant.parse(of(description, EXPIRES_AT)));
  }

  private ExternalCaller outside(Map<String, String> description) {
    var roles =
        Arrays.stream(of(description, "roles").split(" ", -1))
            .filter(name -> !name.isEmpty())
            .map(Role::valueOf)
            .collect(Collectors.toSet());
    var account = description.get(ACCOUNT);
    return new ExternalCaller(
        policy.actor(of(description, ID), roles, account == null ? null : AccountId.parse(account)),
        of(description, "subject"),
        of(description, "name"),
        Front.valueOf(of(description, "front")),
        Instant.parse(of(description, EXPIRES_AT)),
        IssuerKey.ofJson(of(description, "issuer"), of(description, "key")));
  }

  private static String of(Map<String, String> description, String name) {
    return Objects.requireNonNull(description.get(name), name);
  }
}
