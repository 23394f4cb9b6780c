package io.clientele.domain.account;

import static io.clientele.domain.kernel.InvalidFields.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountQueryTest {
  private static final AccountId ID = AccountId.parse("0199f3b2-7c4d-7abc-8def-0123456789ab");

  @Test
  void textIsTrimmedAndComposed() {
    assertThat(searching(" Zoe\u0308 ").text()).isEqualTo("Zo\u00eb");
  }

  @Test
  void textHasOneToAHundredCharactersAndNoControls() {
    assertThat(searching("🦊".repeat(100)).text()).hasSize(200);
    for (var wrong : List.of("", "  ", "🦊".repeat(101), "a\u0000b", "\udc00")) {
      assertThat(fieldsOf(() -> searching(wrong))).containsExactly("q");
    }
  }

  @Test
  void aPageHasOneToTwoHundredAccounts() {
    assertThat(page(1, null).limit()).isEqualTo(1);
    assertThat(page(200, null).limit()).isEqualTo(200);
    for (var wrong : List.of(0, -1, 201)) {
      assertThatThrownBy(() -> page(wrong, null)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aPositionBelongsToItsOrderInBothDirections() {
    var places =
        Map.of(
            AccountOrder.CREATED, new PagePosition.Created(Instant.EPOCH, ID),
            AccountOrder.CREATED_DESCENDING, new PagePosition.Created(Instant.EPOCH, ID),
            AccountOrder.NAME, new PagePosition.Named("ada", ID),
            AccountOrder.NAME_DESCENDING, new PagePosition.Named("ada", ID),
            AccountOrder.VIEWS, new PagePosition.Viewed(1, ID),
            AccountOrder.VIEWS_DESCENDING, new PagePosition.Viewed(1, ID));
    assertThat(places).containsOnlyKeys(AccountOrder.values());
    places.forEach(
        (order, place) ->
            places.forEach(
                (other, same) ->
                    assertThat(place.fits(other))
                        .isEqualTo(place.getClass().equals(same.getClass()))));
    assertThatThrownBy(() -> page(10, new PagePosition.Named("ada", ID)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static AccountFilter searching(String text) {
    return new AccountFilter(null, text, null, null, null);
  }

  private static AccountQuery page(int limit, @Nullable PagePosition after) {
    return new AccountQuery(AccountFilter.ALL, AccountOrder.CREATED, after, limit, false);
  }
}
