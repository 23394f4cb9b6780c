package io.clientele.http.documents;

import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.AcceptHeader;
import io.clientele.http.exchange.header.ContentSecurityPolicy;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ProblemType;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Serves a page for each problem type at the type's URI, as HTML or as text. */
public final class ProblemPageRoutes implements RouteGroup {
  private static final String HTML = "text/html";
  private static final String TEXT = "text/plain";

  @Override
  public void addTo(Routes routes) {
    routes.page("/problems/{type}").ofEveryFront().answers(HTML, TEXT).by(ProblemPageRoutes::show);
  }

  private static void show(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    var type =
        ProblemType.named(http.pathParam("type"))
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.noSuchThing("There is no problem type with this name.")));
    var accepted = Collections.list(http.req().getHeaders("Accept"));
    var isText = prefersText(accepted);
    var page = isText ? text(type) : html(type);
    http.res().setContentType(isText ? TEXT : HTML);
    http.res().setCharacterEncoding("utf-8");
    http.res().setHeader("Cache-Control", "no-cache");
    http.res().setHeader("Vary", "Accept");
    http.res().setHeader("Content-Security-Policy", ContentSecurityPolicy.of(page));
    Responses.json(http, 200, page.getBytes(StandardCharsets.UTF_8));
  }

  static boolean prefersText(List<String> accepted) {
    return AcceptHeader.weight(TEXT, accepted) > AcceptHeader.weight(HTML, accepted);
  }

  private static String text(ProblemType type) {
    return """
    %s (%s)

    %s
    %s
    """
        .formatted(type.uriName(), type.status(), type.meaning(), type.remedy());
  }

  private static String html(ProblemType type) {
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>%1$s</title>
    <h1>%1$s <small>%2$s</small></h1>
    <p>%3$s</p>
    <p>%4$s</p>
    <p><a href="/docs">The API's documentation</a></p>
    </html>
    """
        .formatted(type.uriName(), type.status(), type.meaning(), type.remedy());
  }
}
