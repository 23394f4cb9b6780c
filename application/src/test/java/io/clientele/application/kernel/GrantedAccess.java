package io.clientele.application.kernel;

/** Reads results of use cases in tests. */
public final class GrantedAccess {
  private GrantedAccess() {}

  /** The value of a granted access; a denied one fails the test. */
  public static <T> T value(Access<T> access) {
    if (access instanceof Access.Granted<T> granted) {
      return granted.value();
    }
    throw new AssertionError("expected a granted access, got " + access);
  }

  /** Whether the access was granted. */
  public static boolean is(Access<?> access) {
    return access instanceof Access.Granted;
  }
}
