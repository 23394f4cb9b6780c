package io.clientele.persistence.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Erasure;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.order.OrderState.Cause;
import io.clientele.domain.order.Orders.Placed;
import io.clientele.persistence.account.JdbcAccounts;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.ledger.PocketVeto;
import io.clientele.persistence.ledger.posting.PostingTransaction;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.account.AccountSample;
import io.clientele.testkit.order.OrderTrial;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeldOrdersVetoIT {
  private final AccountSample sample = new AccountSample(5);
  private final JdbcOrdersIT stores =
      new JdbcOrdersIT() {
        @Override
        public AccountId account() {
          var opening = sample.opening();
          accounts().save(opening);
          return opening.state().id();
        }
      };

  private final Database database = TestPostgres.V18.shared();
  private final OrderTrial trial = new OrderTrial(stores);

  private Accounts accounts() {
    var shared = TestPostgres.V18.shared();
    var posting = new PostingTransaction(shared, TestPostgres.CHANGES);
    var held = new HeldOrdersVeto(TestPostgres.CHANGES.subjectKeys(), posting);
    return new JdbcAccounts(
        shared,
        TestPostgres.CHANGES,
        Set.of(new OrderEraser()),
        new LinkedHashSet<>(List.of(new PocketVeto(), held)));
  }

  @Test
  void closingAnAccountCancelsItsHeldOrdersUnlessItsPocketsHoldMoney() {
    var tea = trial.goods(5);
    var customer = trial.customer(1_000);
    var order = trial.placed(customer, trial.order(customer, 1, tea));
    assertThat(close(customer.account())).isInstanceOf(Saved.Vetoed.class);
    assertThat(stores.orders().find(order.id()).orElseThrow().order()).isEqualTo(order);
    assertThat(trial.balance(OrderTrial.stock(tea.id()).main())).isEqualTo("5/1");

    var free = trial.customer(0);
    var gift = trial.goods(3);
    trial.reprice(gift.id(), 0);
    var given = trial.free(free, gift);
    assertThat(close(free.account())).isEqualTo(Saved.STORED);
    var cancelled = stores.orders().find(given.id()).orElseThrow().order();
    assertThat(cancelled.state().cause()).isEqualTo(Cause.OPERATIONS);
    assertThat(trial.balance(OrderTrial.stock(gift.id()).main())).isEqualTo("3/0");
    assertThat(stores.orders().reconcile().isBalanced()).isTrue();
  }

  private Saved close(AccountId account) {
    var found = (Accounts.Found.Present) accounts().find(account);
    return accounts().save(found.account().close(sample.act()));
  }

  @Test
  void anErasureRemovesTheAddressAndTheDigestForGood() {
    var tea = trial.goods(5);
    var customer = trial.customer(1_000);
    var placement = trial.placement(customer, trial.order(customer, 1, tea), true);
    var order = ((Placed.Stored) stores.orders().place(placement)).order();
    assertThat(stores.orders().find(order.id()).orElseThrow().order().address()).isNotNull();
    assertThat(accounts().erase(customer.account(), sample.act())).isInstanceOf(Erasure.Done.class);
    assertThat(stores.orders().find(order.id()).orElseThrow().order().address()).isNull();
    assertThat(stores.orders().place(placement)).isEqualTo(new Placed.Different());
    var left =
        database
            .requests()
            .list(
                "SELECT count(*) FROM orders WHERE digest IS NOT NULL OR address IS NOT NULL",
                row -> row.getInt(1));
    assertThat(left).containsExactly(0);
  }
}
