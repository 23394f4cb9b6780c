package io.clientele.http.webhook.delivery;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

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
 * Sends messages by OkHttp. Follows no redirect, and reads a bounded part of an answer. A message
 * is sent again, once and by a new connection, if the kept connection that it took had been closed.
 * The status counts once it has arrived, also if the body is cut. Safe for use by many threads.
 */
public final class HttpWebhookSender implements WebhookSender, AutoCloseable {
  private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
  private static final Duration CALL_MAX = Duration.ofSeconds(15);
  private static final int IDLE_CONNECTIONS_MAX = 256;
  private static final int GONE = 410;

  private final Clients secure;
  private final Clients plain;

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
    this.secure = Clients.of(client.socketFactory(new JudgedSockets(isPermitted, proxy)));
    this.plain =
        Clients.of(client.socketFactory(new JudgedSockets(isPermitted.and(isAllowed), proxy)));
  }

  /**
   * Two clients of one kind.
   *
   * @param keeping uses connections again
   * @param fresh makes a connection for each call
   */
  private record Clients(OkHttpClient keeping, OkHttpClient fresh) {
    static Clients of(OkHttpClient.Builder builder) {
      var client = builder.build();
      var none = new ConnectionPool(0, 1, TimeUnit.SECONDS);
      return new Clients(client, client.newBuilder().connectionPool(none).build());
    }
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
    var clients = message.url().isPlain() ? plain : secure;
    var progress = new CallProgress();
    try {
      return sent(clients.keeping(), url, message, progress, begin);
    } catch (IOException failure) {
      return progress.isEndOfKeptConnection(failure)
          ? sentAgain(clients.fresh(), url, message, begin)
          : failed(failure, progress, begin);
    }
  }

  private static DeliveryResult sentAgain(
      OkHttpClient fresh, HttpUrl url, WebhookMessage message, long begin) {
    var progress = new CallProgress();
    try {
      return sent(fresh, url, message, progress, begin);
    } catch (IOException failure) {
      return failed(failure, progress, begin);
    }
  }

  /** Sends within what is left of the time limit since the beginning. */
  private static DeliveryResult sent(
      OkHttpClient client, HttpUrl url, WebhookMessage message, CallProgress progress, long begin)
      throws IOException {
    var request = WebhookRequests.of(url, message).tag(CallProgress.class, progress).build();
    var call = client.newCall(request);
    call.timeout().timeout(Math.max(1, client.callTimeoutMillis() - millis(begin)), MILLISECONDS);
    try (var response = call.execute()) {
      var answer = AnswerText.of(response);
      return new DeliveryResult(outcome(response, message), millis(begin), answer);
    }
  }

  private static DeliveryResult failed(IOException failure, CallProgress progress, long begin) {
    var outcome = FailureClass.of(failure, progress.isConnected());
    return new DeliveryResult(outcome, millis(begin), null);
  }

  @Override
  public void close() {
    secure.keeping().connectionPool().evictAll();
    plain.keeping().connectionPool().evictAll();
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
