package io.clientele.domain.views;

import java.util.UUID;

/** One start of one process, as the counter knows it. Never used again once its row is gone. */
public record WriterId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
