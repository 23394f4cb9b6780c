package io.clientele.http.route;

import io.javalin.http.Context;
import java.io.IOException;

/** Answers a request that is authorised by other means than a bearer token. */
@FunctionalInterface
public interface Shortcut {
  /** Answers and returns true, or returns false: then the request needs a bearer token. */
  boolean answers(Context http) throws IOException;
}
