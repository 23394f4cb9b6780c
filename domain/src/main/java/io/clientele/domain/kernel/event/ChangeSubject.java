package io.clientele.domain.kernel.event;

import io.clientele.domain.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The subject of a change, as its audit entries and its published events name it.
 *
 * @param account whose key encrypts the details of the entries, and whose erasure deletes the
 *     stored response; null if the change is about no account
 * @param name of another subject, such as {@code operator:0199f3b2-…}; null if the change is about
 *     an account alone
 * @param version of the subject after the change, 1 for the first; 0 if the subject has no versions
 *     and publishes nothing
 * @param data the state of the account after the change, as JSON; null if it is not published
 */
public record ChangeSubject(
    @Nullable AccountId account, @Nullable String name, long version, @Nullable String data) {
  private static final char SEPARATOR = ':';

  public ChangeSubject {
    if (account == null && name == null) {
      throw new IllegalArgumentException("a change is about something");
    }
  }

  /** Returns an account as the subject. */
  public static ChangeSubject of(AccountId account) {
    return new ChangeSubject(account, null, 0, null);
  }

  /** Returns a subject that belongs to no account. */
  public static ChangeSubject named(String name) {
    return new ChangeSubject(null, name, 0, null);
  }

  /** Returns a subject with a name that may belong to an account. */
  public static ChangeSubject of(@Nullable AccountId account, String name) {
    return new ChangeSubject(account, name, 0, null);
  }

  /** Returns this subject under the version that is stored now. */
  public ChangeSubject at(long stored) {
    return new ChangeSubject(account, name, stored, data);
  }

  /** Returns this subject with its state. */
  public ChangeSubject with(@Nullable String state) {
    return new ChangeSubject(account, name, version, state);
  }

  /** The kind of the subject, such as {@code account} or {@code operator}. */
  public String kind() {
    return name == null ? "account" : name.substring(0, Math.max(0, name.indexOf(SEPARATOR)));
  }

  /** The id of the subject, without its kind. */
  public String id() {
    return name == null ? String.valueOf(account) : name.substring(name.indexOf(SEPARATOR) + 1);
  }
}
