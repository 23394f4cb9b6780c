package io.clientele.jdbc.account;

import static io.clientele.jdbc.testbed.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.BulkAccounts.Ended;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.IdempotencyStore.Found;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.StoredResponse;
import io.clientele.jdbc.SqlIdempotencyStore;
import io.clientele.testkit.account.AccountSample;
import io.clientele.testkit.kernel.Sample;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnfinishedRequestsTest {
  private static final IdempotencyKey KEY =
      new IdempotencyKey("operator:ada", "POST", "/v1/accounts", "first", "b0d1");
  private static final StoredResponse RESPONSE =
      new StoredResponse("text/plain", new byte[] {1, 2});

  private final AccountSample sample = new AccountSample(1);
  private final SqlAccounts accounts = new SqlAccounts(SQLITE.emptied());
  private final SqlIdempotencyStore responses = new SqlIdempotencyStore(SQLITE.source());

  @Test
  void aRequestThatAProcessLeftBehindEndsAfterAMinute() {
    RequestsInProgress.begin(SQLITE, KEY, Sample.BEGINNING);
    var end = Sample.BEGINNING.plusSeconds(60);
    assertThat(accounts.save(opening(end.minusNanos(1_000)))).isEqualTo(Saved.IN_PROGRESS);
    assertThat(accounts.save(opening(end))).isEqualTo(Saved.STORED);
  }

  @Test
  void aFailedChangeEndsItsRequest() {
    var bulk = new SqlBulkAccounts(SQLITE.source());
    var failing =
        new Idempotent<List<Saved>>(
            KEY,
            saved -> {
              throw new IllegalStateException("the encoder fails");
            });
    var openings = List.of(sample.opening());
    assertThatThrownBy(() -> bulk.open(openings, failing)).hasMessage("the encoder fails");
    assertThat(new SqlChanges(SQLITE.source()).audit()).isEmpty();
    assertThat(bulk.open(openings, new Idempotent<>(KEY, saved -> RESPONSE)))
        .isEqualTo(new Ended.Decided(List.of(Saved.STORED)));
  }

  @Test
  void expiredResponsesAreDeleted() {
    var begin = Sample.BEGINNING;
    accounts.save(opening(begin));
    var end = begin.plus(SqlIdempotencyStore.KEPT);
    assertThat(responses.clear(end.minusNanos(1_000))).isZero();
    assertThat(responses.find(KEY, begin)).isEqualTo(new Found.Answered(RESPONSE));
    assertThat(responses.clear(end)).isEqualTo(1);
    assertThat(responses.find(KEY, begin)).isEqualTo(new Found.Unknown());
  }

  private Change<Account> opening(Instant at) {
    return Account.open(sample.id(), sample.profile(), sample.act(at))
        .keeping(new Idempotent.Kept(KEY, RESPONSE));
  }
}
