package io.clientele.http.webhook.delivery;

import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

/** Notes whether a call has got a connection. */
final class CallProgress extends EventListener {
  private volatile boolean isConnected;

  /** Whether the endpoint may have got the message. */
  boolean isConnected() {
    return isConnected;
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    isConnected = true;
  }
}
