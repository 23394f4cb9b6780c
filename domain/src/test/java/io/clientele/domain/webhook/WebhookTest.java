package io.clientele.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.event.EventFilter;
import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.webhook.WebhookProfile.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebhookTest {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final Provenance BY = new Provenance("operator:1", NOW);
  private static final Random RANDOM = new Random(1);
  private static final WebhookSecret SECRET = WebhookSecret.of(RANDOM);
  private static final WebhookProfile PROFILE = profile("https://example.com/key");

  @Test
  void aNewWebhookIsActiveAndTellsOnlyTheHostOfItsUrl() {
    var created = Webhook.create(WebhookId.of(NOW, RANDOM), PROFILE, 16, SECRET, BY);
    assertThat(created.state().isActive()).isTrue();
    assertThat(created.state().version()).isZero();
    assertThat(created.events()).extracting(DomainEvent::action).containsExactly("webhook.created");
    assertThat(created.events().get(0).isPublished()).isTrue();
    assertThat(created.toString()).doesNotContain("key").doesNotContain(SECRET.value());
    assertThat(created.events().get(0).details())
        .contains(new FieldChange("url", null, "https://example.com"));
  }

  @Test
  void aChangeThatChangesNothingIsEmpty() {
    var webhook = webhook();
    assertThat(webhook.change(PROFILE, WebhookStatus.ACTIVE, BY).isNone()).isTrue();
  }

  @Test
  void aChangeOfThePathIsOneOfTheUrl() {
    var changed = webhook().change(profile("https://example.com/new"), WebhookStatus.PAUSED, BY);
    assertThat(changed.state().status()).isEqualTo(WebhookStatus.PAUSED);
    assertThat(changed.events().get(0).details())
        .extracting(FieldChange::field)
        .containsExactly("url", "status");
    assertThat(changed.events().toString()).doesNotContain("key").doesNotContain("/new");
  }

  @Test
  void anAdministratorStartsAStoppedWebhookAgainAndGivesNoReasonToStop() {
    var stopped = webhook().stop(WebhookStatus.DISABLED_GONE, BY).state();
    var again = stopped.change(PROFILE, WebhookStatus.ACTIVE, BY);
    assertThat(again.state().isActive()).isTrue();
    assertThat(again.events().get(0).details())
        .containsExactly(
            new FieldChange("status", "disabled", "active"),
            new FieldChange("reason", "gone", null));
    assertThat(stopped.change(PROFILE, stopped.status(), BY).isNone()).isTrue();
    var webhook = webhook();
    assertThatThrownBy(() -> webhook.change(PROFILE, WebhookStatus.DISABLED_GONE, BY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"ACTIVE", "PAUSED"},
      mode = EnumSource.Mode.EXCLUDE)
  void theServiceStopsAnActiveWebhookOnlyAndOnce(WebhookStatus reason) {
    var stopped = webhook().stop(reason, BY);
    assertThat(stopped.state().status()).isEqualTo(reason);
    assertThat(stopped.events())
        .extracting(DomainEvent::action)
        .containsExactly(reason.isDisabled() ? "webhook.disabled" : "webhook.changed");
    assertThat(stopped.events().get(0).details())
        .contains(new FieldChange("reason", null, reason.reason()));
    assertThat(stopped.state().stop(WebhookStatus.DISABLED_GONE, BY).isNone()).isTrue();
  }

  @Test
  void theServiceStopsOnlyForAReason() {
    var webhook = webhook();
    assertThatThrownBy(() -> webhook.stop(WebhookStatus.PAUSED, BY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bothSecretsSignUntilTheGraceEndsAndARotationEndsAnEarlierGrace() {
    var second = WebhookSecret.of(RANDOM);
    var third = WebhookSecret.of(RANDOM);
    var rotated = webhook().rotate(second, Duration.ofMinutes(1), BY).state();
    assertThat(rotated.secrets().signing(NOW.plusSeconds(59))).containsExactly(second, SECRET);
    assertThat(rotated.secrets().signing(NOW.plusSeconds(60))).containsExactly(second);
    var again = rotated.rotate(third, Duration.ofMinutes(1), BY);
    assertThat(again.state().secrets().signing(NOW)).containsExactly(third, second);
    assertThat(again.events().get(0).details())
        .containsExactly(new FieldChange("secret", null, "***"));
    assertThat(webhook().rotate(second, Duration.ZERO, BY).state().secrets().signing(NOW))
        .containsExactly(second);
  }

  @Test
  void theGraceIsAWeekAtMost() {
    var webhook = webhook();
    assertThatThrownBy(() -> webhook.rotate(SECRET, Duration.ofSeconds(604_801), BY))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> webhook.rotate(SECRET, Duration.ofSeconds(-1), BY))
        .isInstanceOf(InvalidValue.class);
    webhook.rotate(SECRET, Duration.ofSeconds(604_800), BY);
  }

  @Test
  void aWebhookHas1To64LanesAndAtLeastOneType() {
    var id = WebhookId.of(NOW, RANDOM);
    assertThatThrownBy(() -> Webhook.create(id, PROFILE, 0, SECRET, BY))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> Webhook.create(id, PROFILE, 65, SECRET, BY))
        .isInstanceOf(InvalidValue.class);
    Webhook.create(id, PROFILE, 64, SECRET, BY);
    assertThatThrownBy(() -> new WebhookProfile("n", PROFILE.url(), EventFilter.ALL, Payload.THIN))
        .isInstanceOf(InvalidValue.class);
  }

  private static Webhook webhook() {
    return Webhook.create(WebhookId.of(NOW, RANDOM), PROFILE, 16, SECRET, BY).state();
  }

  private static WebhookProfile profile(String url) {
    var filter = new EventFilter(Set.of("account.*"), null);
    return new WebhookProfile("billing", new WebhookUrl(url), filter, Payload.THIN);
  }
}
