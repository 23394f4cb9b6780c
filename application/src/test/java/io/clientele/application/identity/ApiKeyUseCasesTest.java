package io.clientele.application.identity;

import static io.clientele.application.identity.IdentityUseCaseFixture.ADMIN;
import static io.clientele.application.identity.IdentityUseCaseFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.kernel.GrantedAccess;
import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.apikey.ApiKey;
import io.clientele.domain.identity.apikey.ApiKeyScope;
import io.clientele.domain.identity.apikey.ApiKeyTerms;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.PortUnavailable;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests issuing, listing and revoking API keys, and recording their use. */
final class ApiKeyUseCasesTest {
  private static final DisplayName NAME = new DisplayName("Nightly export");
  private static final ApiKeyScope OURS = new ApiKeyScope(Set.of(Role.AUDITOR), null);

  private final IdentityUseCaseFixture house = new IdentityUseCaseFixture();
  private final IssueApiKey issue = new IssueApiKey(house.keys, new SecureRandom(), house);
  private final ListApiKeys list = new ListApiKeys(house.keys);
  private final RevokeApiKey revoke = new RevokeApiKey(house.keys, house);

  @Test
  void anIssuedKeyIsFoundByItsSecretUntilItIsRevoked() {
    var issued = issued(OURS);
    assertThat(issued.secret().value()).startsWith("ck_").hasSize(46);
    assertThat(issued.key().prefix()).hasSize(9);
    assertThat(house.keys.find(issued.secret().hash())).contains(issued.key());
    assertThat(GrantedAccess.value(list.list(ADMIN, null, 10)).keys())
        .containsExactly(issued.key());
    assertThat(revoke.revoke(ADMIN, issued.key().id())).isEqualTo(new RevokeApiKey.Outcome.Done());
    assertThat(house.keys.find(issued.secret().hash())).isEmpty();
    assertThat(revoke.revoke(ADMIN, issued.key().id()))
        .isEqualTo(new RevokeApiKey.Outcome.NoSuchKey());
    assertThat(house.actions()).containsExactly("key.issued", "key.revoked");
  }

  @Test
  void anExpiryInThePastIsInvalid() {
    assertThatThrownBy(() -> issue.issue(ADMIN, new ApiKeyTerms(NAME, OURS, house.now)))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("expiresAt must be in the future");
    assertThat(house.told).isEmpty();
  }

  @Test
  void aCustomersKeyRequiresAnAccount() {
    var scope = new ApiKeyScope(Set.of(Role.CUSTOMER), house.sample.id());
    assertThat(issue.issue(ADMIN, new ApiKeyTerms(NAME, scope, null)))
        .isEqualTo(new IssueApiKey.Outcome.NoSuchAccount());
  }

  @ParameterizedTest
  @EnumSource
  void onlyAdminsIssueAndRevokeAndAuditorsList(Role role) {
    var isAdmin = role == Role.ADMIN;
    var key = issued(OURS).key();
    assertThat(
            issue.issue(as(role), new ApiKeyTerms(NAME, OURS, null))
                instanceof IssueApiKey.Outcome.Issued)
        .isEqualTo(isAdmin);
    assertThat(GrantedAccess.is(list.list(as(role), null, 10)))
        .isEqualTo(isAdmin || role == Role.AUDITOR);
    assertThat(revoke.revoke(as(role), key.id()) instanceof RevokeApiKey.Outcome.Done)
        .isEqualTo(isAdmin);
  }

  @Test
  void usesAreWrittenTogetherAndKeptDuringAnOutage() {
    var uses = new ApiKeyUsageRecorder(house.keys, house);
    var issued = issued(OURS);
    uses.used(issued.key().id());
    house.keys.startOutage();
    assertThatThrownBy(uses::write).isInstanceOf(PortUnavailable.class);
    house.keys.endOutage();
    assertThat(lastUse(issued)).isNull();
    uses.write();
    assertThat(lastUse(issued)).isEqualTo(house.now);
  }

  @Test
  void remainingUsesAreWrittenAtTheEnd() {
    var issued = issued(OURS);
    try (var uses = new ApiKeyUsageRecorder(house.keys, house)) {
      uses.used(issued.key().id());
      assertThat(lastUse(issued)).isNull();
    }
    assertThat(lastUse(issued)).isEqualTo(house.now);
  }

  private @Nullable Instant lastUse(IssueApiKey.Outcome.Issued issued) {
    return house.keys.find(issued.secret().hash()).map(ApiKey::lastUsedAt).orElse(null);
  }

  private IssueApiKey.Outcome.Issued issued(ApiKeyScope scope) {
    return (IssueApiKey.Outcome.Issued) issue.issue(ADMIN, new ApiKeyTerms(NAME, scope, null));
  }
}
