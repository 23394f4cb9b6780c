package io.clientele.benchmark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Many clients that connect at once and send one request each. One thread runs them all: the
 * crowd's clients share this machine with the service, and must not be what delays its answers.
 */
public final class SignInBurst {
  private static final int ANSWER_BYTES_MAX = 8192;
  private static final int STATUS_FROM = 9;
  private static final int STATUS_TO = 12;

  private final Selector selector;
  private final ByteBuffer request;
  private final List<String> statuses = new ArrayList<>();

  private SignInBurst(Selector selector, String request) {
    this.selector = selector;
    this.request = ByteBuffer.wrap(request.getBytes(US_ASCII));
  }

  /**
   * Sends this request on so many connections, and waits for all answers.
   *
   * @return each answer's status, or {@code nothing}
   */
  public static List<String> statuses(int port, String request, int clients) throws IOException {
    try (var selector = Selector.open()) {
      var crowd = new SignInBurst(selector, request);
      var service = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      for (var i = 0; i < clients; i++) {
        crowd.connect(service);
      }
      while (crowd.statuses.size() < clients) {
        selector.select(crowd::goOn);
      }
      return crowd.statuses;
    }
  }

  private void connect(InetSocketAddress service) throws IOException {
    var channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.connect(service);
    channel.register(selector, SelectionKey.OP_CONNECT, ByteBuffer.allocate(ANSWER_BYTES_MAX));
  }

  private void goOn(SelectionKey key) {
    var channel = (SocketChannel) key.channel();
    var answer = (ByteBuffer) key.attachment();
    try {
      if (key.isConnectable()) {
        channel.finishConnect();
        channel.write(request.duplicate());
        key.interestOps(SelectionKey.OP_READ);
      } else if (channel.read(answer) < 0) {
        end(channel, answer);
      }
    } catch (IOException broken) {
      end(channel, answer);
    }
  }

  private void end(SocketChannel channel, ByteBuffer answer) {
    try {
      channel.close();
    } catch (IOException broken) {
      // It has ended either way.
    }
    statuses.add(
        answer.position() < STATUS_TO
            ? "nothing"
            : US_ASCII.decode(answer.slice(STATUS_FROM, STATUS_TO - STATUS_FROM)).toString());
  }
}
