package io.clientele.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OperationMessageTest {
  @Test
  void bytesAreCopiedOnTheWayInAndOut() {
    var given = new byte[] {1, 2};
    var message = new OperationMessage(given);
    given[0] = 9;
    message.bytes()[1] = 9;
    assertThat(message.bytes()).containsExactly(1, 2);
  }

  @Test
  void messagesOfEqualBytesAreEqual() {
    var message = new OperationMessage(new byte[] {1, 2});
    assertThat(message)
        .isEqualTo(new OperationMessage(new byte[] {1, 2}))
        .hasSameHashCodeAs(new OperationMessage(new byte[] {1, 2}))
        .isNotEqualTo(new OperationMessage(new byte[] {1, 3}))
        .isNotEqualTo("a text");
  }

  @Test
  void nothingThatMayBePersonalIsPrinted() {
    var id = OperationId.of(Instant.EPOCH, new Random(1));
    var secret = new OperationMessage("Ada".getBytes(StandardCharsets.UTF_8));
    assertThat(secret.toString()).isEqualTo("OperationMessage[3 bytes]");
    assertThat(new NewOperation(id, "operator:1", "order:1", null, null, secret).toString())
        .isEqualTo("NewOperation[" + id + ", order:1]");
    assertThat(new ClaimedOperation(id, null, secret, 2, 7).toString())
        .isEqualTo("ClaimedOperation[" + id + ", attempt 2]");
    assertThat(OperationId.parse(id.toString())).isEqualTo(id);
  }
}
