package io.clientele.domain.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.identity.operator.PersonalPasswordRule;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.Email;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {
  private static final OperatorProfile GRACE =
      new OperatorProfile(
          new DisplayName("Grace Brewster Höpper"),
          new Email("grace.h-1906@navy.example"),
          Set.of(Role.ADMIN),
          OperatorProfile.Status.ACTIVE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1q2w3e4r5t6y",
        "1Q2W3E4R5T6Y",
        "administrator",
        "qwertyqwerty",
        "passwordpassword",
        "PasswordPassword",
        "iloveyouiloveyou",
        "111111111111",
        "123456789012",
        "0987654321098",
        "abcabcabcabca",
        "abcdefghijkl",
        "qwertyuiopasdf",
        "mnbvcxzlkjhg",
        "leavemealone"
      })
  void aCommonPasswordIsRefused(String common) {
    assertThatThrownBy(() -> new Password(common))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            broken ->
                assertThat(broken.faults())
                    .containsExactly(
                        new InvalidValue.Fault(
                            "password", "must not be one of the most common passwords")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple",
        "a password that is long enough",
        "kB7#pq0!zR-m",
        "thirteen owls",
        "длинный пароль",
        "passwort ohne sinn"
      })
  void anUncommonPasswordIsAccepted(String password) {
    assertThatCode(() -> PersonalPasswordRule.refuse(new Password(password), GRACE))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grace.h-1906@navy.example",
        "GRACE.H-1906@NAVY.EXAMPLE",
        "Grace Brewster Höpper",
        "grace brewster hopper",
        "gracebrewsterhopper",
        "Höpper, Grace Brewster",
        "hopper-grace-1906",
        "Hopper19061209!",
        "!!! brewster 7 !!!",
        "gr4c3h0pp3r2026",
        "reppoh-ecarg!",
        "gracehopper.gracehopper"
      })
  void passwordsMadeOfTheOwnNameOrEmailAreRefused(String own) {
    var password = new Password(own);
    assertThatThrownBy(() -> PersonalPasswordRule.refuse(password, GRACE))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            broken ->
                assertThat(broken.faults())
                    .containsExactly(
                        new InvalidValue.Fault("password", PersonalPasswordRule.RULE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"grace likes cobol", "amazing graceful", "hopper 847261938452"})
  void aNameAmongOtherWordsIsAccepted(String password) {
    assertThat(PersonalPasswordRule.isOne(new Password(password), GRACE)).isFalse();
  }

  @Test
  void aNameOfOneLetterIsIgnored() {
    var brief =
        new OperatorProfile(
            new DisplayName("x"), new Email("a@b.cd"), Set.of(Role.ADMIN), GRACE.status());
    assertThat(PersonalPasswordRule.isOne(new Password("x4x9x1x7x2x8x"), brief)).isFalse();
  }
}
