package io.clientele.persistence.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.hook.HookContent;
import io.clientele.domain.hook.HookMessage;
import io.clientele.domain.hook.HookMessageId;
import io.clientele.domain.hook.HookSource;
import io.clientele.domain.hook.Inbox;
import io.clientele.domain.hook.Inbox.Received;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.task.NewTask;
import io.clientele.domain.task.TaskId;
import io.clientele.domain.task.Tasks;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.task.JdbcTasks;
import io.clientele.persistence.testbed.StoredAudit;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.hook.InboxContract;
import io.clientele.testkit.kernel.Sample;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JdbcInboxIT implements InboxContract {
  private static final Instant NOW = Sample.BEGINNING;

  private final Database database = TestPostgres.V18.emptied();

  @Override
  public Inbox inbox() {
    return new JdbcInbox(database, TestPostgres.CHANGES);
  }

  @Override
  public Tasks tasks() {
    return new JdbcTasks(database, TestPostgres.CHANGES);
  }

  @Override
  public List<AuditEntry> audit() {
    return StoredAudit.of(database);
  }

  @Override
  public Inbox inboxAway() {
    return new JdbcInbox(TestPostgres.away(), TestPostgres.CHANGES);
  }

  @Test
  void theLargestBodyIsStoredAndNothingOfItIsReadable() {
    var body = "Ada Lovelace ".repeat(1 + HookContent.BODY_BYTES_MAX / 13);
    var bytes = body.substring(0, HookContent.BODY_BYTES_MAX).getBytes(StandardCharsets.US_ASCII);
    var content = new HookContent(Map.of("webhook-signature", "v1,secret"), bytes);
    var id = receive(content, NOW);
    assertThat(inbox().read(id).orElseThrow().content().body()).isEqualTo(bytes);
    var stored = database.work().list("SELECT sealed FROM hook_message", row -> row.getBytes(1));
    assertThat(new String(stored.getFirst(), StandardCharsets.ISO_8859_1))
        .doesNotContain("Lovelace", "v1,secret");
  }

  @Test
  void anExternalIdIsFreeOnceItsMessageIsOld() {
    receive(new HookContent(Map.of(), new byte[0]), NOW);
    var retention = new HookRetention(database);
    assertThat(retention.drop(NOW.minusSeconds(1))).isZero();
    assertThat(retention.drop(Instant.parse("2020-01-01T00:00:00Z"))).isZero();
    database
        .work()
        .update("UPDATE hook_message_external_id SET received_at = '2019-12-31T00:00:00Z'");
    assertThat(retention.drop(Instant.parse("2020-01-01T00:00:00Z"))).isEqualTo(1);
    receive(new HookContent(Map.of(), new byte[0]), NOW.plusSeconds(1));
  }

  private HookMessageId receive(HookContent content, Instant at) {
    var id = HookMessageId.of(at, new Random(1));
    var message =
        new HookMessage(
            id, at, new HookSource("shop"), "evt_1", "stripe/1", HookMessage.Status.RECEIVED);
    var handling = new NewTask(TaskId.of(at, new Random(2)), "hook", "" + at, null, at, "", null);
    assertThat(inbox().receive(message, content, handling)).isEqualTo(Received.STORED);
    return id;
  }
}
