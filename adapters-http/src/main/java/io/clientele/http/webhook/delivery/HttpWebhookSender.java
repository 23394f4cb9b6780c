package io.clientele.http.webhook.delivery;

import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import io.clientele.domain.webhook.delivery.DeliveryResult;
import io.clientele.domain.webhook.delivery.WebhookMessage;
import io.clientele.domain.webhook.delivery.WebhookSender;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages by OkHttp. Follows no redirect, sends nothing twice, and reads a bounded part of
 * an answer. The status counts once it has arrived, also if the body is cut. Safe for use by many
 * threads.
 */
public final class HttpWebhookSender implements WebhookSender, AutoCloseable {
  private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
  private static final Duration CALL_MAX = Duration.ofSeconds(15);
  private static final int IDLE_CONNECTIONS_MAX = 256;
  private static final int GONE = 410;

  private final OkHttpClient secure;
  private final OkHttpClient plain;

  /**
   * Sends where this policy permits.
   *
   * @param proxy through which all connections go; null for none
   */
  public HttpWebhookSender(EndpointPolicy policy, @Nullable ProxyTunnel proxy) {
    this(policy, proxy, CONNECT_MAX, CALL_MAX);
  }

  /** Sends with these time limits: of a connection, and of the whole call. */
  HttpWebhookSender(
      EndpointPolicy policy, @Nullable ProxyTunnel proxy, Duration connect, Duration call) {
    Predicate<InetSocketAddress> isPermitted = to -> policy.permits(to.getAddress(), to.getPort());
    Predicate<InetSocketAddress> isAllowed = to -> policy.isAllowed(to.getAddress());
    var client = client(policy, connect, call);
    this.secure = client.socketFactory(new JudgedSockets(isPermitted, proxy)).build();
    this.plain = client.socketFactory(new JudgedSockets(isPermitted.and(isAllowed), proxy)).build();
  }

  private static OkHttpClient.Builder client(
      EndpointPolicy policy, Duration connect, Duration call) {
    return new OkHttpClient.Builder()
        .connectTimeout(connect)
        .readTimeout(call)
        .writeTimeout(call)
        .callTimeout(call)
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .fastFallback(false)
        .protocols(List.of(Protocol.HTTP_1_1))
        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS_MAX, 1, TimeUnit.MINUTES))
        .proxy(Proxy.NO_PROXY)
        .dns(policy::resolve)
        .eventListenerFactory(HttpWebhookSender::progress)
        .addNetworkInterceptor(RetryAfter.hiding());
  }

  @Override
  public DeliveryResult send(WebhookMessage message) {
    var url = HttpUrl.parse(message.url().value());
    if (url == null || !EndpointPolicy.isHostOf(message.url(), url)) {
      return new DeliveryResult(new DeliveryOutcome.Forbidden(), 0, null);
    }
    var begin = System.nanoTime();
    var progress = new CallProgress();
    var request = WebhookRequests.of(url, message).tag(CallProgress.class, progress).build();
    var client = message.url().isPlain() ? plain : secure;
    try (var response = client.newCall(request).execute()) {
      var answer = AnswerText.of(response);
      return new DeliveryResult(outcome(response, message), millis(begin), answer);
    } catch (IOException failure) {
      var outcome = FailureClass.of(failure, progress.isConnected());
      return new DeliveryResult(outcome, millis(begin), null);
    }
  }

  @Override
  public void close() {
    secure.connectionPool().evictAll();
    plain.connectionPool().evictAll();
  }

  private static EventListener progress(Call call) {
    return Objects.requireNonNullElse(call.request().tag(CallProgress.class), EventListener.NONE);
  }

  private static DeliveryOutcome outcome(Response response, WebhookMessage message) {
    if (response.isSuccessful()) {
      return new DeliveryOutcome.Delivered(response.code());
    }
    return response.code() == GONE
        ? new DeliveryOutcome.Gone()
        : new DeliveryOutcome.Refused(response.code(), RetryAfter.of(response, message.at()));
  }

  private static long millis(long begin) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
  }
}
