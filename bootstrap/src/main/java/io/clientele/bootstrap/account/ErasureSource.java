package io.clientele.bootstrap.account;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of erasures from a file, from standard input or from an {@code https} URL. A task in
 * the cloud has neither files nor input, so an operator gives it the presigned URL of an object.
 */
public final class ErasureSource {
  private static final int BYTES_MAX = 64 << 20;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient client;

  /** Uses an HTTP client that trusts what the JVM trusts, and follows no redirect. */
  public ErasureSource() {
    this(HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build());
  }

  ErasureSource(HttpClient client) {
    this.client = client;
  }

  /**
   * Returns the bytes of a list.
   *
   * @param place a path, {@code -} for standard input, or a URL that begins with {@code https://}
   * @throws IOException if the list cannot be read or has more than 64 MiB; the message has no
   *     query of a URL, which may be a signature
   */
  public byte[] bytes(String place) throws IOException {
    if (place.startsWith("https://")) {
      return download(place);
    }
    try (var file = place.equals("-") ? System.in : Files.newInputStream(Path.of(place))) {
      return bounded(file);
    } catch (InvalidPathException e) {
      throw unreadable(place, "no path", e);
    } catch (IOException e) {
      throw unreadable(place, e.getMessage(), e);
    }
  }

  private byte[] download(String url) throws IOException {
    var place = url.replaceFirst("[?#].*", "");
    try {
      var request = HttpRequest.newBuilder(URI.create(url)).timeout(RESPONSE_TIMEOUT).build();
      var response = client.send(request, BodyHandlers.ofInputStream());
      try (var body = response.body()) {
        if (response.statusCode() != 200) {
          throw new IOException("status " + response.statusCode());
        }
        return bounded(body);
      }
    } catch (IllegalArgumentException malformed) {
      // Its message has the whole URL.
      throw unreadable(place, "no URL", null);
    } catch (IOException e) {
      throw unreadable(place, e.getMessage(), e);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw unreadable(place, "interrupted", stopping);
    }
  }

  private static byte[] bounded(InputStream from) throws IOException {
    var bytes = from.readNBytes(BYTES_MAX + 1);
    if (bytes.length > BYTES_MAX) {
      throw new IOException("more than 64 MiB; split it");
    }
    return bytes;
  }

  private static IOException unreadable(
      String place, @Nullable String reason, @Nullable Throwable cause) {
    return new IOException("cannot read the list of erasures " + place + ": " + reason, cause);
  }
}
