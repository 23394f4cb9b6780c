package io.clientele.bootstrap.config;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.TextRules;
import io.clientele.http.identity.authentication.AuthenticationConfig;
import io.clientele.http.security.TokenKeys;
import io.clientele.http.security.oidc.OidcIssuer;
import io.clientele.http.security.oidc.RefusedSubject;
import io.clientele.persistence.crypto.DataKeys;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the settings of authentication: keys, issuers and the first administrator. */
final class AccessSettings {
  private static final int PASSWORD_MIN = 12;
  private static final int PASSWORD_MAX = 200;

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]+");

  private AccessSettings() {}

  /** Empty if there was a fault. */
  static Optional<AuthenticationConfig> access(SettingsReader environment) {
    var keys =
        environment.required(
            ServiceSetting.TOKEN_KEYS, value(text -> TokenKeys.parse(quoted(text))));
    var issuers = environment.optional(ServiceSetting.OIDC_ISSUERS, value(AccessSettings::issuers));
    var refused = environment.optional(ServiceSetting.OIDC_REFUSED, value(AccessSettings::refused));
    var names = issuers.orElse(List.of()).stream().map(OidcIssuer::issuer).toList();
    if (!refused.orElse(Set.of()).stream().allMatch(one -> names.contains(one.issuer()))) {
      environment.fault(ServiceSetting.OIDC_REFUSED, "must name issuers of OIDC_ISSUERS");
    }
    return keys.map(
        own -> new AuthenticationConfig(own, issuers.orElse(List.of()), refused.orElse(Set.of())));
  }

  /** Empty if there was a fault. */
  static Optional<DataKeys> dataKeys(SettingsReader environment) {
    return environment.required(ServiceSetting.DATA_KEYS, value(DataKeys::parse));
  }

  /** Returns the first administrator; empty if none is configured or there was a fault. */
  static Optional<FirstAdmin> firstAdmin(SettingsReader environment) {
    var email = environment.optional(ServiceSetting.ADMIN_EMAIL, value(Email::new));
    var password = environment.optional(ServiceSetting.ADMIN_PASSWORD, AccessSettings::password);
    environment.requireTogether(ServiceSetting.ADMIN_EMAIL, ServiceSetting.ADMIN_PASSWORD);
    return email.flatMap(mailbox -> password.map(secret -> new FirstAdmin(mailbox, secret)));
  }

  /**
   * A shell that sources the line of a key set takes the double quotes out of its JSON. This puts
   * them back: all members of a printed key set are strings of the base64url alphabet.
   */
  private static String quoted(String json) {
    return json.startsWith("{") && json.indexOf('"') < 0
        ? WORD.matcher(json).replaceAll("\"$0\"")
        : json;
  }

  private static List<OidcIssuer> issuers(String text) {
    var issuers = Arrays.stream(text.split(",", -1)).map(OidcIssuer::parse).toList();
    var places = issuers.stream().map(each -> each.issuer() + "|" + each.audience());
    if (places.distinct().count() < issuers.size()) {
      throw new InvalidSetting("must name each issuer and audience once");
    }
    return issuers;
  }

  private static Set<RefusedSubject> refused(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(RefusedSubject::parse)
        .collect(Collectors.toSet());
  }

  private static String password(String text) {
    try {
      return TextRules.verbatim("password", text, PASSWORD_MIN, PASSWORD_MAX);
    } catch (InvalidValue broken) {
      throw new InvalidSetting("must have 12 to 200 characters without control characters");
    }
  }

  private static <T> Function<String, T> value(Function<String, T> parse) {
    return text -> {
      try {
        return parse.apply(text);
      } catch (InvalidValue broken) {
        throw new InvalidSetting(broken.faults().get(0).rule());
      }
    };
  }
}
