package io.clientele.http.webhook.delivery;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A socket that connects to permitted addresses only, and reads a bounded number of bytes after
 * each write. Literals, names and every route of the client pass here.
 */
final class JudgedSocket extends Socket {
  /** Headers and the body of an answer, and what TLS adds. */
  static final int ANSWER_BYTES_MAX = 64 * 1024;

  private final Predicate<InetSocketAddress> isPermitted;
  private final @Nullable ProxyTunnel proxy;

  /** The bytes that were read since the last write. */
  private int answered;

  JudgedSocket(Predicate<InetSocketAddress> isPermitted, @Nullable ProxyTunnel proxy) {
    this.isPermitted = isPermitted;
    this.proxy = proxy;
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  @Override
  public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
    if (!(endpoint instanceof InetSocketAddress target)
        || target.isUnresolved()
        || !isPermitted.test(target)) {
      throw new AddressRefusedException();
    }
    if (proxy == null) {
      super.connect(target, timeoutMillis);
      return;
    }
    super.connect(proxy.address(), timeoutMillis);
    proxy.open(super.getInputStream(), super.getOutputStream(), target, this, timeoutMillis);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Bounded(super.getInputStream());
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new Restarting(super.getOutputStream());
  }

  /** Reads at most {@link #ANSWER_BYTES_MAX} bytes after a write. */
  private final class Bounded extends FilterInputStream {
    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var read = super.read(bytes, offset, length);
      return counted(read, read);
    }

    private int counted(int read, int bytes) throws IOException {
      if (read >= 0) {
        answered += bytes;
      }
      if (answered > ANSWER_BYTES_MAX) {
        throw new AnswerTooLargeException();
      }
      return read;
    }
  }

  /** Begins to count anew with each write. */
  private final class Restarting extends FilterOutputStream {
    Restarting(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      answered = 0;
      out.write(bytes, offset, length);
    }
  }
}
