package io.clientele.application.account.bulk;

import io.clientele.application.kernel.Access;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.PagePosition;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.AuditLog;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.Provenance;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Exports all accounts of a filter, page by page, with little memory. */
public final class ExportAccounts {
  private static final String ACTION = "accounts.exported";

  private final AccountDirectory directory;
  private final AuditLog audit;
  private final InstantSource clock;

  /**
   * Exports accounts of this directory. Records each export in the audit trail before it begins.
   */
  public ExportAccounts(AccountDirectory directory, AuditLog audit, InstantSource clock) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.audit = Objects.requireNonNull(audit, "audit");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Returns the accounts, oldest first, if the actor may export them. The iterator holds no
   * connection between two accounts, so its reader may be slow. It throws {@link
   * io.clientele.domain.kernel.PortUnavailable} when the store cannot be reached; the accounts
   * before are then incomplete.
   */
  public Access<Iterator<Account>> export(Actor actor, AccountFilter filter) {
    return Access.when(actor.may(AccountPermission.EXPORT_ACCOUNTS), () -> begin(actor, filter));
  }

  private Iterator<Account> begin(Actor actor, AccountFilter filter) {
    audit.append(entry(actor.acts(clock.instant()), filter));
    return new AccountIterator(directory, filter);
  }

  /** Returns the audit entry. Search texts may be personal data, so the entry masks them. */
  private static AuditEntry entry(Provenance act, AccountFilter filter) {
    var selected =
        new FieldChange.Comparison()
            .of("status", null, filter.status())
            .of("q", null, filter.text() == null ? null : "***")
            .of("email", null, filter.email())
            .of("createdFrom", null, filter.createdFrom())
            .of("createdTo", null, filter.createdTo());
    return new AuditEntry(act, ACTION, null, null, selected.details());
  }

  /** Iterates in the order of creation, which never changes, so no account occurs twice. */
  private static final class AccountIterator implements Iterator<Account> {
    private final AccountDirectory directory;
    private final AccountFilter filter;
    private Iterator<Account> page = List.<Account>of().iterator();
    private @Nullable PagePosition next;
    private boolean isLast;

    AccountIterator(AccountDirectory directory, AccountFilter filter) {
      this.directory = directory;
      this.filter = filter;
    }

    @Override
    public boolean hasNext() {
      if (!page.hasNext() && !isLast) {
        readPage();
      }
      return page.hasNext();
    }

    @Override
    public Account next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return page.next();
    }

    private void readPage() {
      var query =
          new AccountQuery(filter, AccountOrder.CREATED, next, AccountQuery.LIMIT_MAX, false);
      var read = directory.list(query);
      page = read.accounts().iterator();
      next = read.next();
      isLast = next == null;
    }
  }
}
