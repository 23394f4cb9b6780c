package io.clientele.domain.kernel;

import static io.clientele.domain.kernel.InvalidFields.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {
  private static final String ID = "0199f3b2-7c4d-7abc-8def-0123456789ab";

  @Test
  void aPrintedIdIsParsed() {
    assertThat(AccountId.parse(ID)).hasToString(ID);
    assertThat(AccountId.parse(ID)).isEqualTo(new AccountId(UUID.fromString(ID)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0199F3B2-7C4D-7ABC-8DEF-0123456789AB",
        "0199f3b27c4d7abc8def0123456789ab",
        "{0199f3b2-7c4d-7abc-8def-0123456789ab}",
        " 0199f3b2-7c4d-7abc-8def-0123456789ab",
        "0199f3b2-7c4d-4abc-8def-0123456789ab",
        "0199f3b2-7c4d-7abc-cdef-0123456789ab",
        "0199f3b2-7c4d-7abc-7def-0123456789ab",
        "0199f3b2-7c4d-7abc-8def-0123456789ag",
        "0199f3b2-7c4d-7abc-8def-0123456789a",
        "0199f3b2-7c4d-7abc-8def-0123456789ab1",
        "00000000-0000-0000-0000-000000000000",
        "0199f3b2_7c4d_7abc_8def_0123456789ab",
        "199f3b2-07c4d-7abc-8def-0123456789ab",
        "0199f3b2-7c4d-7abc-8def-0123456789a\n"
      })
  void anyOtherSpellingIsRefused(String text) {
    assertThat(fieldsOf(() -> AccountId.parse(text))).containsExactly("id");
  }

  @Test
  void uuidsOfOtherVersionsAreRefused() {
    assertThat(fieldsOf(() -> new AccountId(UUID.randomUUID()))).containsExactly("id");
    assertThat(fieldsOf(() -> new AccountId(new UUID(0x7000, 0)))).containsExactly("id");
  }

  @Test
  void aNewIdCarriesItsMillisecond() {
    var at = Instant.parse("2026-11-20T12:00:00.123Z");
    var id = AccountId.of(at, new Random(1));
    assertThat(id.value().getMostSignificantBits() >>> 16).isEqualTo(at.toEpochMilli());
    assertThat(AccountId.parse(id.toString())).isEqualTo(id);
  }

  @Test
  void newIdsOfOneMillisecondDiffer() {
    var random = new Random(2);
    var ids = new HashSet<AccountId>();
    for (var i = 0; i < 10_000; i++) {
      ids.add(AccountId.of(Instant.EPOCH, random));
    }
    assertThat(ids).hasSize(10_000);
  }

  @Test
  void everyRandomBitVaries() {
    var random = new Random(3);
    var ones = new UUID(0, 0);
    for (var i = 0; i < 200; i++) {
      var id = AccountId.of(Instant.EPOCH, random).value();
      ones =
          new UUID(
              ones.getMostSignificantBits() | id.getMostSignificantBits(),
              ones.getLeastSignificantBits() | id.getLeastSignificantBits());
    }
    assertThat(ones).hasToString("00000000-0000-7fff-bfff-ffffffffffff");
  }

  @Test
  void idsAreOrderedLikeTheirText() {
    var random = new Random(4);
    var ids = new ArrayList<AccountId>();
    for (var i = 0; i < 1_000; i++) {
      ids.add(AccountId.of(Instant.ofEpochMilli(random.nextLong(1L << 48)), random));
      ids.add(AccountId.of(Instant.EPOCH, random));
    }
    var byText = new ArrayList<>(ids);
    byText.sort(Comparator.comparing(AccountId::toString));
    ids.sort(Comparator.naturalOrder());
    assertThat(ids).isEqualTo(byText);
    assertThat(AccountId.parse(ID)).isEqualByComparingTo(AccountId.parse(ID));
  }
}
