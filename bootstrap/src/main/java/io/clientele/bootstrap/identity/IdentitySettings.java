package io.clientele.bootstrap.identity;

import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.ContextSetting;
import io.clientele.bootstrap.config.ContributedSettings;
import io.clientele.bootstrap.config.InvalidSetting;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.bootstrap.config.SettingRule;
import io.clientele.bootstrap.config.SettingValues;
import io.clientele.domain.identity.Front;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.TextRules;
import io.clientele.http.identity.authentication.AuthenticationConfig;
import io.clientele.http.security.oidc.BrowserClient;
import io.clientele.http.security.oidc.OidcIssuer;
import io.clientele.http.security.oidc.RefusedSubject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The settings of the identity context: the first administrator and outside issuers. */
final class IdentitySettings {
  private static final int PASSWORD_MIN = 12;
  private static final int PASSWORD_MAX = 200;

  static final ContextSetting<Optional<Email>> ADMIN_EMAIL =
      ContextSetting.optional(
          "ADMIN_EMAIL",
          false,
          "E-mail of the first administrator, required while there is none",
          SettingValues.parsedBy(Email::new));

  static final ContextSetting<Optional<String>> ADMIN_PASSWORD =
      ContextSetting.optional(
          "ADMIN_PASSWORD",
          true,
          "The first administrator's password, 12 to 200 characters, ignored while there is"
              + " an administrator",
          IdentitySettings::password);

  static final ContextSetting<List<OidcIssuer>> OIDC_ISSUERS =
      ContextSetting.of(
          "OIDC_ISSUERS",
          "",
          "Outside issuers whose tokens are also accepted, separated by commas, each as"
              + " `https://issuer\\|audience[\\|roles[\\|max-age[\\|front]]]`. Roles are joined by"
              + " `+`; the default is `operator+auditor+customer`, and `admin` is never allowed;"
              + " other roles of a token are ignored. The maximum age is an ISO 8601 duration from"
              + " `iat`, default `PT24H`; a token without `iat` must expire within it. The front is"
              + " `operations` or `store`, which believes `customer` only; the default is `store`"
              + " for the audience `clientele-store`, else `operations`",
          SettingValues.parsedBy(IdentitySettings::issuers));

  static final ContextSetting<List<RefusedSubject>> OIDC_REFUSED =
      ContextSetting.of(
          "OIDC_REFUSED",
          "",
          "Subjects of outside issuers whose tokens are refused, as `https://issuer\\|sub`,"
              + " separated by commas",
          SettingValues.parsedBy(IdentitySettings::refused));

  static final ContextSetting<List<BrowserClient>> STORE_SIGN_IN =
      ContextSetting.of(
          "STORE_SIGN_IN",
          "",
          "Issuers with which customers sign in at the page `/store/`, separated by commas, each as"
              + " `https://issuer\\|audience\\|client-id[\\|scope+scope[\\|https://origin]]`: an"
              + " entry for the store of `OIDC_ISSUERS`, and the page's id as a public client with"
              + " PKCE, whose redirect URI is `/store/signed-in`. The scope is `openid` by default."
              + " The last part is the origin of the issuer's token endpoint where it is not the"
              + " issuer's; several are joined by `+`. The token endpoint must allow the page's"
              + " origin. Without an issuer the page asks for an API key",
          SettingValues.parsedBy(IdentitySettings::browserClients));

  static final SettingGroup GROUP =
      new SettingGroup(
          "Identity",
          List.of(ADMIN_EMAIL, ADMIN_PASSWORD, OIDC_ISSUERS, OIDC_REFUSED, STORE_SIGN_IN),
          List.of(),
          List.of(
              SettingRule.together(ADMIN_EMAIL, ADMIN_PASSWORD),
              IdentitySettings::refusedIssuersAreNamed,
              IdentitySettings::signInIssuersAreOfTheStore));

  private IdentitySettings() {}

  /** Returns the first administrator; empty if none is configured. */
  static Optional<FirstAdmin> firstAdmin(Config config) {
    var password = config.get(ADMIN_PASSWORD);
    return config
        .get(ADMIN_EMAIL)
        .flatMap(email -> password.map(secret -> new FirstAdmin(email, secret)));
  }

  static AuthenticationConfig authentication(Config config) {
    return new AuthenticationConfig(
        config.tokenKeys(), config.get(OIDC_ISSUERS), Set.copyOf(config.get(OIDC_REFUSED)));
  }

  private static Optional<String> refusedIssuersAreNamed(ContributedSettings settings) {
    var names =
        settings.find(OIDC_ISSUERS).orElse(List.of()).stream().map(OidcIssuer::issuer).toList();
    return settings.find(OIDC_REFUSED).orElse(List.of()).stream()
            .allMatch(subject -> names.contains(subject.issuer()))
        ? Optional.empty()
        : Optional.of(OIDC_REFUSED + " must name issuers of " + OIDC_ISSUERS);
  }

  private static Optional<String> signInIssuersAreOfTheStore(ContributedSettings settings) {
    var ofStore =
        settings.find(OIDC_ISSUERS).orElse(List.of()).stream()
            .filter(issuer -> issuer.front() == Front.STORE)
            .toList();
    return settings.find(STORE_SIGN_IN).orElse(List.of()).stream()
            .allMatch(client -> ofStore.stream().anyMatch(client::isOf))
        ? Optional.empty()
        : Optional.of(STORE_SIGN_IN + " must name entries for the store of " + OIDC_ISSUERS);
  }

  private static List<BrowserClient> browserClients(String text) {
    return parts(text).map(BrowserClient::parse).toList();
  }

  private static List<OidcIssuer> issuers(String text) {
    var issuers = parts(text).map(OidcIssuer::parse).toList();
    var audiences = issuers.stream().map(each -> each.issuer() + "|" + each.audience());
    if (audiences.distinct().count() < issuers.size()) {
      throw new InvalidSetting("must name each issuer and audience once");
    }
    return issuers;
  }

  private static List<RefusedSubject> refused(String text) {
    return parts(text)
        .map(RefusedSubject::parse)
        .distinct()
        .sorted(Comparator.comparing(RefusedSubject::toString))
        .toList();
  }

  private static Stream<String> parts(String text) {
    return text.isEmpty() ? Stream.empty() : Arrays.stream(text.split(",", -1));
  }

  private static String password(String text) {
    try {
      return TextRules.verbatim("password", text, PASSWORD_MIN, PASSWORD_MAX);
    } catch (InvalidValue broken) {
      throw new InvalidSetting("must have 12 to 200 characters without control characters");
    }
  }
}
