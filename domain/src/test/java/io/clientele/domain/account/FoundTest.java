package io.clientele.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.kernel.AccountId;
import org.junit.jupiter.api.Test;

/** The documentation of the result shows a part of this class. */
class FoundTest {
  private static final AccountId ID = AccountId.parse("0199f3b2-0000-7000-8000-000000000001");

  @Test
  void eachCaseHasItsMethod() {
    assertThat(statusOf(Found.ABSENT)).isEqualTo(404);
    assertThat(statusOf(new Found.Erased(ID))).isEqualTo(410);
  }

  // @start region="visit" :
  int statusOf(Found found) {
    return found.accept(
        new Found.Visitor<>() {
          @Override
          public Integer present(Found.Present present) {
            return 200;
          }

          @Override
          public Integer erased(Found.Erased erased) {
            return 410;
          }

          @Override
          public Integer absent(Found.Absent absent) {
            return 404;
          }
        });
  }
  // @end
}
