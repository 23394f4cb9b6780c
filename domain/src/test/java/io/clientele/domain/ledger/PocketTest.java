package io.clientele.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.ledger.Pocket.Status;
import io.clientele.domain.ledger.price.Price;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PocketTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final Provenance BY = new Provenance("operator:1", AT);
  private static final Asset USD = new Asset(new AssetCode("USD"), 2, Asset.Kind.MONEY);
  private static final AssetCode EUR = new AssetCode("EUR");
  private static final PocketId ID = PocketId.of(AT, new Random(1));
  private static final AccountId OWNER = AccountId.of(AT, new Random(2));

  @Test
  void anOpeningIsRecordedWithItsFloor() {
    var change = Pocket.open(pocket(BigInteger.valueOf(-1050)), BY);
    assertThat(change.state()).isEqualTo(pocket(BigInteger.valueOf(-1050)));
    var event = change.events().get(0);
    assertThat(event.action()).isEqualTo("pocket.opened");
    assertThat(event.details())
        .containsExactly(
            new FieldChange("asset", null, "USD"),
            new FieldChange("name", null, "main"),
            new FieldChange("floor", null, "-10.50"));
  }

  @Test
  void anAmendmentIsRecordedWithWhatChanged() {
    var change = pocket(BigInteger.ZERO).amend(Status.FROZEN, BigInteger.valueOf(-5), BY);
    assertThat(change.state().status()).isEqualTo(Status.FROZEN);
    assertThat(change.state().floor()).isEqualTo(-5);
    var event = change.events().get(0);
    assertThat(event.action()).isEqualTo("pocket.amended");
    assertThat(event.details())
        .containsExactly(
            new FieldChange("status", "open", "frozen"), new FieldChange("floor", "0.00", "-0.05"));
  }

  @Test
  void anAmendmentWithoutADifferenceIsNoChange() {
    assertThat(pocket(BigInteger.ZERO).amend(Status.OPEN, BigInteger.ZERO, BY).isNone()).isTrue();
  }

  @Test
  void aStoredPocketHasTheStoredVersion() {
    assertThat(pocket(BigInteger.ZERO).at(7).version()).isEqualTo(7);
  }

  @Test
  void onlyAPocketOfTheHouseMayHaveNoFloor() {
    var house = new Pocket(ID, null, USD, "main", null, Status.OPEN, 0);
    assertThat(house.isHouse()).isTrue();
    assertThat(pocket(BigInteger.ZERO).isHouse()).isFalse();
    assertThatThrownBy(() -> pocket(null)).isInstanceOf(InvalidValue.class);
    var event = house.amend(Status.OPEN, BigInteger.ZERO, BY).events().get(0);
    assertThat(event.details()).containsExactly(new FieldChange("floor", null, "0.00"));
  }

  @Test
  void aFloorIsZeroOrLessWithAtMost38Digits() {
    assertThat(pocket(Amount.MAX.negate()).floor()).isEqualTo(Amount.MAX.negate());
    assertThatThrownBy(() -> pocket(BigInteger.ONE)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> pocket(Amount.MAX.negate().subtract(BigInteger.ONE)))
        .isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "A", "a b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
  void aNameOfAnotherShapeIsRefused(String name) {
    assertThatThrownBy(() -> Pocket.requireName(name)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aNameOfTheRightShapeIsReturned() {
    assertThat(Pocket.requireName("9-a")).isEqualTo("9-a");
  }

  @Test
  void idsAreReadWrittenAndOrdered() {
    var later = PocketId.of(AT.plusSeconds(1), new Random(1));
    assertThat(PocketId.parse(ID.toString())).isEqualTo(ID);
    assertThat(ID.subject()).isEqualTo("pocket:" + ID.value());
    assertThat(ID).isLessThan(later);
    assertThat(later).isGreaterThan(ID);
  }

  @Test
  void assetsAreDefinedAndOrderedByTheirCode() {
    var change = Asset.define(USD, BY);
    assertThat(change.state()).isEqualTo(USD);
    assertThat(change.events().get(0).action()).isEqualTo("asset.defined");
    assertThat(change.events().get(0).details())
        .containsExactly(new FieldChange("code", null, "USD"), new FieldChange("scale", null, "2"));
    assertThat(EUR).isLessThan(USD.code()).hasToString("EUR");
    assertThat(USD.code()).isGreaterThan(EUR);
  }

  @Test
  void aPriceIsRecordedInItsShortestSpelling() {
    var price = new Price(USD.code(), EUR, AT.plusNanos(1_001), Price.parse("100.500"));
    var change = price.record(BY);
    assertThat(change.state().at()).isEqualTo(AT.plusNanos(1_000));
    assertThat(change.events().get(0).action()).isEqualTo("price.recorded");
    assertThat(change.events().get(0).details())
        .containsExactly(
            new FieldChange("asset", null, "USD"),
            new FieldChange("quote", null, "EUR"),
            new FieldChange("at", null, AT.plusNanos(1_000).toString()),
            new FieldChange("price", null, "100.5"));
    assertThat(new Price(EUR, USD.code(), AT, new BigDecimal("1E3")).text()).isEqualTo("1000");
  }

  private static Pocket pocket(BigInteger floor) {
    return new Pocket(ID, OWNER, USD, "main", floor, Status.OPEN, 0);
  }
}
