package io.clientele.testkit.identity;

import static io.clientele.testkit.identity.IdentityFixtures.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.preference.PreferenceChoice;
import io.clientele.domain.identity.preference.PreferenceStore;
import io.clientele.domain.identity.preference.PreferenceStore.Saved;
import io.clientele.domain.identity.preference.Preferences;
import io.clientele.domain.identity.preference.PreferredLanguage;
import io.clientele.domain.identity.preference.PreferredTheme;
import io.clientele.domain.identity.preference.SavedView;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The contract of every {@link PreferenceStore}. Implement it in the test of your own store. */
public interface PreferenceStoreContract {
  /** Preferences without a null. */
  PreferenceChoice WHOLE =
      new PreferenceChoice(
          PreferredLanguage.PT,
          PreferredTheme.DARK,
          100,
          List.of("email", "taxId"),
          List.of(
              new SavedView("orders", "Late", "status=placed"),
              new SavedView("accounts", "São \"Paulo\", {A}", "")));

  /** A fresh, empty store. */
  Store store();

  /** Returns the entries of the audit of this store, in any order. */
  List<AuditEntry> audit();

  /** A store of an unreachable server. A call must end within seconds. */
  PreferenceStore away();

  /** Preferences, and the operators that have them. */
  record Store(Operators operators, PreferenceStore preferences) {
    public Store {
      Objects.requireNonNull(operators, "operators");
      Objects.requireNonNull(preferences, "preferences");
    }

    /** Stores an operator. */
    OperatorId operator(IdentitySample sample) {
      return given(operators, sample.adding()).id();
    }
  }

  @Test
  default void anOperatorThatNeverChoseHasTheStandard() {
    var store = store();
    var operator = store.operator(new IdentitySample(1));
    assertThat(store.preferences().find(operator)).isEqualTo(Preferences.none(operator));
  }

  @Test
  default void preferencesAreStoredUnderTheNextVersionWithAnAuditEntry() {
    var store = store();
    var sample = new IdentitySample(1);
    var ada = store.operator(sample);
    var bob = store.operator(sample);
    var preferences = store.preferences();
    var first = preferences.find(ada).choose(WHOLE, sample.act());
    assertThat(preferences.save(first)).isEqualTo(Saved.STORED);
    assertThat(preferences.find(ada)).isEqualTo(new Preferences(ada, WHOLE, 1));
    var second = preferences.find(ada).choose(PreferenceChoice.NONE, sample.act());
    assertThat(preferences.save(second)).isEqualTo(Saved.STORED);
    assertThat(preferences.find(ada)).isEqualTo(Preferences.none(ada).at(2));
    assertThat(preferences.find(bob)).isEqualTo(Preferences.none(bob));
    assertThat(audit())
        .filteredOn(entry -> entry.action().equals("preferences.chosen"))
        .extracting(AuditEntry::subject)
        .containsExactly(ada.subject(), ada.subject());
  }

  @Test
  default void theSecondWriterOfAVersionIsStale() {
    var store = store();
    var sample = new IdentitySample(1);
    var operator = store.operator(sample);
    var preferences = store.preferences();
    var one = preferences.find(operator).choose(WHOLE, sample.act());
    var other =
        preferences
            .find(operator)
            .choose(
                new PreferenceChoice(null, PreferredTheme.LIGHT, null, null, List.of()),
                sample.act());
    assertThat(preferences.save(one)).isEqualTo(Saved.STORED);
    assertThat(preferences.save(other)).isEqualTo(Saved.STALE);
    assertThat(preferences.find(operator)).isEqualTo(one.state().at(1));
    var third = preferences.find(operator).choose(PreferenceChoice.NONE, sample.act());
    assertThat(preferences.save(third)).isEqualTo(Saved.STORED);
    assertThat(preferences.save(third)).isEqualTo(Saved.STALE);
  }

  @Test
  default void aRemovedOperatorHasNoPreferences() {
    var store = store();
    var sample = new IdentitySample(1);
    var removed = given(store.operators(), sample.adding());
    var other = store.operator(sample);
    var preferences = store.preferences();
    for (var operator : List.of(removed.id(), other)) {
      assertThat(preferences.save(preferences.find(operator).choose(WHOLE, sample.act())))
          .isEqualTo(Saved.STORED);
    }
    var late = preferences.find(removed.id()).choose(PreferenceChoice.NONE, sample.act());
    assertThat(store.operators().remove(removed.remove(sample.act())))
        .isEqualTo(Operators.Saved.STORED);
    assertThat(preferences.find(removed.id())).isEqualTo(Preferences.none(removed.id()));
    assertThat(preferences.save(late)).isEqualTo(Saved.STALE);
    var again = Preferences.none(removed.id()).choose(WHOLE, sample.act());
    assertThat(preferences.save(again)).isEqualTo(Saved.STALE);
    assertThat(preferences.find(removed.id())).isEqualTo(Preferences.none(removed.id()));
    assertThat(preferences.find(other)).isEqualTo(new Preferences(other, WHOLE, 1));
  }

  @Test
  default void unreachablePreferencesAreUnavailableAndNotTheStandard() {
    var away = away();
    var sample = new IdentitySample(1);
    var operator = sample.adding().state().id();
    var change = Preferences.none(operator).choose(WHOLE, sample.act());
    UnavailabilityAssertions.assertUnavailable(
        List.of(() -> away.find(operator), () -> away.save(change)));
  }
}
