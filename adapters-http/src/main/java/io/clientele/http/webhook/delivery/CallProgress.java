package io.clientele.http.webhook.delivery;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

/** Notes how far a call has come. */
final class CallProgress extends EventListener {
  private volatile boolean isConnected;
  private volatile boolean isNew;
  private volatile boolean isAnswered;

  /** Whether the endpoint may have got the message. */
  boolean isConnected() {
    return isConnected;
  }

  /**
   * Whether a kept connection failed before an answer began, other than by a time limit: endpoints
   * close connections that they no longer keep, and the caller learns that when it uses one.
   */
  boolean isEndOfKeptConnection(IOException failure) {
    return isConnected && !isNew && !isAnswered && !(failure instanceof InterruptedIOException);
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    isNew = true;
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    isConnected = true;
  }

  @Override
  public void responseHeadersStart(Call call) {
    isAnswered = true;
  }
}
