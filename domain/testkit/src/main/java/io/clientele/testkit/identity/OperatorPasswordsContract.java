package io.clientele.testkit.identity;

import static io.clientele.testkit.identity.IdentityFixtures.HASH;
import static io.clientele.testkit.identity.IdentityFixtures.changed;
import static io.clientele.testkit.identity.IdentityFixtures.given;
import static io.clientele.testkit.identity.IdentityFixtures.now;
import static io.clientele.testkit.identity.IdentityFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.operator.Operators.Credentials;
import io.clientele.domain.identity.operator.Operators.Saved;
import io.clientele.domain.identity.password.PasswordHash;
import org.junit.jupiter.api.Test;

/**
 * A password stays until it is replaced, and one that another operator set must be replaced; a part
 * of {@link OperatorsContract}.
 */
public interface OperatorPasswordsContract extends IdentityUnderTest {
  @Test
  default void aPasswordStaysUntilItIsReplaced() {
    var operators = identity().operators();
    var sample = new IdentitySample(7);
    var added = given(operators, sample.adding());
    var next =
        changed(
            operators,
            added.change(with(added.profile(), Role.ADMIN, Role.AUDITOR), false, sample.act()));
    var email = added.profile().email();
    assertThat(operators.credentials(email)).contains(new Credentials(next, HASH));
    var hash = new PasswordHash("hash of the second password");
    var change = next.change(next.profile(), true, sample.act());
    assertThat(operators.save(change, hash)).isEqualTo(Saved.STORED);
    assertThat(operators.credentials(email)).contains(new Credentials(change.state().at(3), hash));
  }

  @Test
  default void aPasswordSetByAnotherOperatorMustBeChanged() {
    var operators = identity().operators();
    var sample = new IdentitySample(15);
    var added = given(operators, sample.adding());
    assertThat(added.passwordChangeRequired()).isFalse();
    var reset = added.change(added.profile(), true, sample.act());
    assertThat(operators.save(reset, HASH)).isEqualTo(Saved.STORED);
    var email = added.profile().email();
    assertThat(operators.credentials(email).orElseThrow().operator().passwordChangeRequired())
        .isTrue();
    var renamed =
        changed(
            operators,
            now(operators, added)
                .change(with(added.profile(), Role.ADMIN, Role.AUDITOR), false, sample.act()));
    assertThat(renamed.passwordChangeRequired()).isTrue();
    var session = sample.signingIn(renamed).state().id();
    var hash = new PasswordHash("hash of the operator's own password");
    var own = renamed.changeOwnPassword(sample.act());
    assertThat(operators.saveOwnPassword(own, hash, session)).isEqualTo(Saved.STORED);
    assertThat(operators.credentials(email)).contains(new Credentials(own.state().at(4), hash));
    assertThat(now(operators, added).passwordChangeRequired()).isFalse();
  }
}
