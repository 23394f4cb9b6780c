package io.clientele.testkit.webhook;

import static io.clientele.testkit.kernel.internal.UnavailabilityAssertions.assertUnavailable;
import static io.clientele.testkit.webhook.WebhookSamples.NOW;
import static io.clientele.testkit.webhook.WebhookSamples.creation;
import static io.clientele.testkit.webhook.WebhookSamples.given;
import static io.clientele.testkit.webhook.WebhookSamples.position;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.delivery.DeadLetter;
import io.clientele.domain.webhook.delivery.DeliveryAttempt;
import io.clientele.domain.webhook.delivery.DeliveryAttempts;
import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Delivered;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Fault;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Forbidden;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Gone;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Refused;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Unreachable;
import io.clientele.domain.webhook.delivery.DeliveryResult;
import io.clientele.testkit.kernel.Sample;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Dead letters and attempts are kept. Implement it in the test of your own stores. */
public interface DeliveryRecordsContract extends WebhooksUnderTest {
  @Test
  default void deadLettersAreListedByPositionInPages() {
    var letters = webhooks().deadLetters();
    var id = given(webhooks().webhooks(), 1).id();
    var other = given(webhooks().webhooks(), 2).id();
    letters.add(letter(id, 9));
    letters.add(letter(id, 3));
    letters.add(letter(id, 5));
    letters.add(letter(other, 4));
    assertThat(letters.list(id, null, 2)).containsExactly(letter(id, 3), letter(id, 5));
    assertThat(letters.list(id, position(5), 2)).containsExactly(letter(id, 9));
    assertThat(letters.list(other, null, 9)).containsExactly(letter(other, 4));
  }

  @Test
  default void aDeadLetterThatIsStoredAgainStaysAsItIs() {
    var letters = webhooks().deadLetters();
    var id = given(webhooks().webhooks(), 1).id();
    letters.add(letter(id, 3));
    letters.add(new DeadLetter(id, position(3), new UUID(7, 7), NOW.plusSeconds(9), 9, "500"));
    assertThat(letters.list(id, null, 9)).containsExactly(letter(id, 3));
  }

  @Test
  default void deadLettersOfADayAreCounted() {
    var letters = webhooks().deadLetters();
    var id = given(webhooks().webhooks(), 1).id();
    letters.add(letter(id, 3));
    letters.add(letter(id, 5));
    assertThat(letters.count(id, NOW)).isEqualTo(2);
    assertThat(letters.count(id, letter(id, 5).since())).isEqualTo(1);
    assertThat(letters.count(id, letter(id, 5).since().plusMillis(1))).isZero();
  }

  @Test
  default void aRemovedDeadLetterIsGoneAndTheOthersStay() {
    var letters = webhooks().deadLetters();
    var id = given(webhooks().webhooks(), 1).id();
    letters.add(letter(id, 3));
    letters.add(letter(id, 5));
    letters.remove(id, position(3));
    letters.remove(id, position(4));
    assertThat(letters.list(id, null, 9)).containsExactly(letter(id, 5));
  }

  @Test
  default void attemptsAreListedFromTheNewestInPages() {
    var attempts = webhooks().attempts();
    var id = given(webhooks().webhooks(), 1).id();
    var all =
        IntStream.range(0, 5).mapToObj(i -> attempt(id, i, null, new Delivered(204))).toList();
    attempts.append(all.subList(2, 5));
    attempts.append(all.subList(0, 2));
    attempts.append(List.of());
    var first = attempts.list(id, null, 3);
    assertThat(first).containsExactly(all.get(4), all.get(3), all.get(2));
    var second = attempts.list(id, DeliveryAttempts.Place.of(first.get(2)), 3);
    assertThat(second).containsExactly(all.get(1), all.get(0));
  }

  @Test
  default void eachOutcomeIsFoundAsItWasStored() {
    var attempts = webhooks().attempts();
    var id = given(webhooks().webhooks(), 1).id();
    var outcomes =
        Stream.concat(
                Stream.of(new Delivered(200), new Refused(500, null), new Gone(), new Forbidden()),
                Stream.of(Fault.values()).map(Unreachable::new))
            .<DeliveryOutcome>map(outcome -> outcome)
            .toList();
    for (var i = 0; i < outcomes.size(); i++) {
      attempts.append(List.of(attempt(id, -i, null, outcomes.get(i))));
    }
    assertThat(attempts.list(id, null, 99))
        .extracting(attempt -> attempt.result().outcome())
        .containsExactlyElementsOf(outcomes);
  }

  @Test
  default void anErasedAccountHasNoAnswers() {
    var attempts = webhooks().attempts();
    var id = given(webhooks().webhooks(), 1).id();
    var accounts = new Sample(1).ids(2);
    attempts.append(
        List.of(
            attempt(id, 1, accounts.get(0), new Delivered(200)),
            attempt(id, 2, accounts.get(1), new Delivered(200))));
    erase(accounts.get(0));
    attempts.append(List.of(attempt(id, 0, accounts.get(0), new Delivered(200))));
    assertThat(attempts.list(id, null, 9))
        .extracting(attempt -> attempt.result().answer())
        .containsExactly("thanks", null, null);
  }

  @Test
  default void whatIsOfARemovedWebhookIsNotKept() {
    var id = given(webhooks().webhooks(), 1).id();
    webhooks().deadLetters().add(letter(id, 3));
    webhooks().attempts().append(List.of(attempt(id, 1, null, new Gone())));
    var stored = webhooks().webhooks().find(id).orElseThrow();
    webhooks().webhooks().remove(stored.remove(new Sample(1).act()));
    webhooks().deadLetters().add(letter(id, 4));
    webhooks().attempts().append(List.of(attempt(id, 2, null, new Gone())));
    assertThat(webhooks().deadLetters().list(id, null, 9)).isEmpty();
    assertThat(webhooks().attempts().list(id, null, 9)).isEmpty();
  }

  @Test
  default void recordsThatAreAwayAreUnavailableAndNotNone() {
    var letters = webhooksAway().deadLetters();
    var attempts = webhooksAway().attempts();
    var id = creation(1, 1).state().id();
    assertUnavailable(
        List.of(
            () -> letters.add(letter(id, 1)),
            () -> letters.remove(id, position(1)),
            () -> letters.list(id, null, 1),
            () -> letters.count(id, NOW),
            () -> attempts.append(List.of(attempt(id, 1, null, new Gone()))),
            () -> attempts.list(id, null, 1)));
  }

  private static DeadLetter letter(WebhookId id, int block) {
    var since = NOW.plusSeconds(block);
    return new DeadLetter(id, position(block), new UUID(block, 1), since, 8, "400");
  }

  private static DeliveryAttempt attempt(
      WebhookId id, int second, @Nullable AccountId account, DeliveryOutcome outcome) {
    var result = new DeliveryResult(outcome, 12, outcome.httpStatus() == null ? null : "thanks");
    return new DeliveryAttempt(
        id,
        NOW.plusSeconds(second),
        new UUID(3, second),
        second == 1 ? null : position(100 + second),
        account,
        1,
        result);
  }
}
