package io.clientele.domain.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublishedEventTest {
  private static final UUID ID = UUID.fromString("0199f3b2-7c00-7000-8000-000000000001");
  private static final AccountId ACCOUNT = AccountId.parse("0199f3b2-7c00-7000-8000-000000000002");
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00.5Z");

  @Test
  void theDigestIsThatOfTheCanonicalJson() throws Exception {
    var about = ChangeSubject.of(ACCOUNT, "api-key:0199f3b2-7c00-7000-8000-000000000003").at(2);
    var event = new PublishedEvent("key.revoked", AT, about, List.of("roles", "name"));
    var json =
        "{\"accountId\":\"0199f3b2-7c00-7000-8000-000000000002\","
            + "\"at\":\"2026-11-20T12:00:00.500000Z\",\"changed\":[\"roles\",\"name\"],"
            + "\"id\":\"0199f3b2-7c00-7000-8000-000000000001\","
            + "\"subject\":{\"id\":\"0199f3b2-7c00-7000-8000-000000000003\",\"kind\":\"api-key\"},"
            + "\"type\":\"key.revoked\",\"version\":2}";
    var sha256 = MessageDigest.getInstance("SHA-256");
    assertThat(event.digest(ID)).isEqualTo(sha256.digest(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theStateIsNotPartOfTheDigest() {
    var about = ChangeSubject.of(ACCOUNT).at(1);
    var thin = new PublishedEvent("account.opened", AT, about, List.of());
    var full = new PublishedEvent("account.opened", AT, about.with("{}"), List.of());
    assertThat(full.digest(ID)).isEqualTo(thin.digest(ID));
  }

  @Test
  void anEventOfNoStoredVersionIsRefused() {
    assertThatThrownBy(() -> new PublishedEvent("a.b", AT, ChangeSubject.of(ACCOUNT), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
