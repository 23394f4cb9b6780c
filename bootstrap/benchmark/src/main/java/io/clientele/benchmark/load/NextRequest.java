package io.clientele.benchmark.load;

import java.io.IOException;

/** Sends the next request of a load. One thread calls it. */
@FunctionalInterface
interface NextRequest {
  /** Sends it on this connection; false if there is no more to send. */
  boolean sendOn(LoadConnection connection) throws IOException;
}
