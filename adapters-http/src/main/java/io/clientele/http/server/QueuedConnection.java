package io.clientele.http.server;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP connection that reads its requests in turns of a {@link NewConnectionQueue} until it is
 * established: its last response had a status below 400. An established connection reads on a
 * virtual thread at once. A turn covers the head of a request and a rejection under overload, which
 * need a core and nothing else; it ends before the request waits for a body, for a limiter or for a
 * dependency.
 */
final class QueuedConnection extends HttpConnection {
  private static final int ERROR = 400;

  private final NewConnectionQueue queue;
  private volatile boolean isEstablished;
  private volatile @Nullable Turn current;

  private QueuedConnection(
      HttpConfiguration http, Connector connector, EndPoint endPoint, NewConnectionQueue queue) {
    super(http, connector, endPoint);
    this.queue = queue;
  }

  /** Returns a factory of connections that share this queue. */
  static HttpConnectionFactory factory(HttpConfiguration http, NewConnectionQueue queue) {
    return new HttpConnectionFactory(http) {
      @Override
      public Connection newConnection(Connector connector, EndPoint endPoint) {
        var made = new QueuedConnection(http, connector, endPoint, queue);
        made.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
        return configure(made, connector, endPoint);
      }
    };
  }

  /** Ends the turn of the request's connection, if it has one: the request may wait from now on. */
  static void endTurn(Request request) {
    if (request.getConnectionMetaData().getConnection() instanceof QueuedConnection connection) {
      var turn = connection.current;
      if (turn != null) {
        turn.end();
      }
    }
  }

  /** Notes the status of the response to the request. */
  static void answered(Request request, int status) {
    if (request.getConnectionMetaData().getConnection() instanceof QueuedConnection connection) {
      connection.isEstablished = status < ERROR;
    }
  }

  @Override
  public void fillInterested(Callback fillable) {
    super.fillInterested(isEstablished ? fillable : new Turn(fillable));
  }

  /** Waits in the queue when the connection can be read, then reads from it. */
  private final class Turn implements Callback, Runnable {
    private final Callback fillable;
    private final AtomicBoolean isOver = new AtomicBoolean();

    private Turn(Callback fillable) {
      this.fillable = fillable;
    }

    @Override
    public void succeeded() {
      queue.add(this);
    }

    @Override
    public void failed(Throwable cause) {
      fillable.failed(cause);
    }

    /** Only enqueues, so the selector's thread may call it. */
    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }

    @Override
    public void run() {
      current = this;
      try {
        fillable.succeeded();
      } finally {
        end();
      }
    }

    private void end() {
      if (isOver.compareAndSet(false, true)) {
        queue.end();
      }
    }
  }
}
