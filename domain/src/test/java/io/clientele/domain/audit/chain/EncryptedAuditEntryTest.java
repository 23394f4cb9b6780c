package io.clientele.domain.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntryId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EncryptedAuditEntryTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00.123457Z");
  private static final byte[] DIGEST = new byte[] {7, 8, 9};

  private final Random random = new Random(1);
  private final AuditEntryId id = AuditEntryId.of(AT, random);
  private final AccountId account = AccountId.of(AT, random);

  @Test
  void theHashCoversEveryField() {
    var bytes = new byte[] {1};
    var entries =
        List.of(
            new EncryptedAuditEntry(
                id, AT, "actor", "action", account, "subject", "request", bytes, null),
            new EncryptedAuditEntry(
                AuditEntryId.of(AT, random),
                AT,
                "actor",
                "action",
                account,
                "subject",
                "request",
                bytes,
                null),
            new EncryptedAuditEntry(
                id,
                AT.plusNanos(1_000),
                "actor",
                "action",
                account,
                "subject",
                "request",
                bytes,
                null),
            new EncryptedAuditEntry(
                id, AT, "actor2", "action", account, "subject", "request", bytes, null),
            new EncryptedAuditEntry(
                id, AT, "actor", "action2", account, "subject", "request", bytes, null),
            new EncryptedAuditEntry(
                id, AT, "actor", "action", null, "subject", "request", bytes, null),
            new EncryptedAuditEntry(
                id,
                AT,
                "actor",
                "action",
                AccountId.of(AT, random),
                "subject",
                "request",
                bytes,
                null),
            new EncryptedAuditEntry(
                id, AT, "actor", "action", account, null, "request", bytes, null),
            new EncryptedAuditEntry(id, AT, "actor", "action", account, "", "request", bytes, null),
            new EncryptedAuditEntry(
                id, AT, "actor", "action", account, "subject", "request2", bytes, null),
            new EncryptedAuditEntry(
                id, AT, "actor", "action", account, "subject", "request", null, null),
            new EncryptedAuditEntry(
                id, AT, "actor", "action", account, "subject", "request", new byte[0], null),
            new EncryptedAuditEntry(
                id, AT, "actor", "action", account, "subject", "request", new byte[] {2}, null));
    assertThat(entries.stream().map(EncryptedAuditEntry::hash)).doesNotHaveDuplicates();
  }

  @Test
  void theHashOfOlderVersionsIsUnchanged() {
    var fixed = new AuditEntryId(UUID.fromString("0199f3b2-7c00-7000-8000-000000000001"));
    var entry = new EncryptedAuditEntry(fixed, AT, "actor", "action", null, null, "", null, null);
    assertThat(entry.hash().hex())
        .isEqualTo("c90ff38f984f47486258581e050c3bcf884dd7dc4a469ba22759981fed3c854e");
    assertThat(ChainBlock.after(ChainHead.NONE, List.of(entry.link())).hash().hex())
        .isEqualTo("9eaa45e3b84d1c4c61b3a1260aa74b7349c43f9c80ccd20f5315adc70335e7d7");
  }

  @Test
  void theHashOfFormatTwoCoversTheDigestAndItsAbsence() {
    var old = new EncryptedAuditEntry(id, AT, "a", "b", account, null, "c", null, null);
    var digest = new byte[32];
    var published = withDigest(digest);
    var other = withDigest(new byte[] {1});
    var audited = withDigest(new byte[0]);
    assertThat(Stream.of(old, published, other, audited).map(EncryptedAuditEntry::hash))
        .doesNotHaveDuplicates();
    assertThat(published.rest()).isEqualTo(old.hash());
    assertThat(EncryptedAuditEntry.hash(old.hash(), digest)).isEqualTo(published.hash());
  }

  @Test
  void receiversComputeTheHashOfFormatTwo() throws Exception {
    var rest = new Sha256Hash("11".repeat(32));
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    for (var field :
        List.of("clientele audit entry 2".getBytes(StandardCharsets.UTF_8), rest.bytes(), DIGEST)) {
      out.writeInt(field.length);
      out.write(field);
    }
    var sha256 = MessageDigest.getInstance("SHA-256");
    assertThat(EncryptedAuditEntry.hash(rest, DIGEST).bytes())
        .isEqualTo(sha256.digest(bytes.toByteArray()));
  }

  private EncryptedAuditEntry withDigest(byte[] digest) {
    return new EncryptedAuditEntry(id, AT, "a", "b", account, null, "c", null, digest);
  }

  @Test
  void entriesOfEqualContentAreEqual() {
    var twice =
        Stream.generate(
                () ->
                    new EncryptedAuditEntry(
                        id, AT, "a", "b", account, null, "c", new byte[] {1, 2}, null))
            .limit(2)
            .toList();
    assertThat(twice.get(0)).isEqualTo(twice.get(1)).hasSameHashCodeAs(twice.get(1));
  }
}
