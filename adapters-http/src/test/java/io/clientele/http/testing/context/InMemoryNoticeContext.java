package io.clientele.http.testing.context;

import io.clientele.application.notice.ChooseNotices;
import io.clientele.application.notice.ViewNoticeChoice;
import io.clientele.http.notice.NoticeRoutes;
import io.clientele.http.route.RouteGroup;
import io.clientele.inmemory.notice.InMemoryNoticeChoices;
import java.util.List;

/** The notices of a service in memory. Nothing sends them. */
public final class InMemoryNoticeContext implements InMemoryContext {
  private final InMemoryNoticeChoices choices;
  private final InMemoryParts parts;

  InMemoryNoticeContext(InMemoryParts parts) {
    this.parts = parts;
    this.choices = new InMemoryNoticeChoices(parts.changes());
  }

  /** What operators chose. */
  public InMemoryNoticeChoices choices() {
    return choices;
  }

  @Override
  public List<RouteGroup> routes() {
    return List.of(
        new NoticeRoutes(
            new ViewNoticeChoice(choices), new ChooseNotices(choices, parts.clock()), true));
  }

  @Override
  public void startOutage() {
    choices.startOutage();
  }

  @Override
  public void endOutage() {
    choices.endOutage();
  }
}
