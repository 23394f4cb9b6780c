package io.clientele.http.webhook.delivery;

import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Fault;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Turns a failed call into the class that administrators see. */
final class FailureClass {
  private FailureClass() {}

  /**
   * Returns the outcome of a failure.
   *
   * @param isSent whether there was a connection, so that the endpoint may have the message
   */
  static DeliveryOutcome of(IOException failure, boolean isSent) {
    if (isCausedBy(failure, AddressRefusedException.class)) {
      return new DeliveryOutcome.Forbidden();
    }
    return new DeliveryOutcome.Unreachable(fault(failure, isSent));
  }

  private static Fault fault(IOException failure, boolean isSent) {
    if (isCausedBy(failure, AnswerTooLargeException.class)) {
      return Fault.TOO_LARGE;
    }
    if (isCausedBy(failure, UnknownHostException.class)) {
      return Fault.DNS;
    }
    if (isCausedBy(failure, InterruptedIOException.class)) {
      return isSent ? Fault.TIMEOUT : Fault.CONNECT;
    }
    return isCausedBy(failure, SSLException.class) ? Fault.TLS : Fault.CONNECT;
  }

  private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
      for (var suppressed : cause.getSuppressed()) {
        if (type.isInstance(suppressed)) {
          return true;
        }
      }
    }
    return false;
  }
}
