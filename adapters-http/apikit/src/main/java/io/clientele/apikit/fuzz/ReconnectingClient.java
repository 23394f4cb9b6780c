package io.clientele.apikit.fuzz;

import io.clientele.apikit.client.ApiResponse;
import io.clientele.apikit.client.RawConnection;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Exchanges one request after the other, on new connections where the server has ended one. */
final class ReconnectingClient implements AutoCloseable {
  private final URI base;
  private @Nullable RawConnection connection;

  ReconnectingClient(URI base) {
    this.base = base;
  }

  /** On a connection that has served before, the server may be gone; on a new one it may not. */
  ApiResponse exchange(FuzzedRequest request) throws IOException {
    var used = connection;
    if (used != null && !used.isOver()) {
      try {
        return used.exchange(request.method(), request.bytes());
      } catch (EOFException | SocketException gone) {
        used.close();
      }
    }
    close();
    var fresh = new RawConnection(base.getHost(), base.getPort());
    connection = fresh;
    return fresh.exchange(request.method(), request.bytes());
  }

  @Override
  public void close() throws IOException {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
