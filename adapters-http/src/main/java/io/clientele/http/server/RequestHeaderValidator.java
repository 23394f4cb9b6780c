package io.clientele.http.server;

import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.problem.Problem;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request, judged in one pass before anything acts on them: a header that has one
 * value comes once, a body has no transfer coding but chunked, and no header names another method.
 */
final class RequestHeaderValidator {
  /** Javalin routes by this header where a request has it; nothing switches that off. */
  private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

  private final Request request;
  private int once;
  private boolean hasOverride;
  private @Nullable Problem problem;

  private RequestHeaderValidator(Request request) {
    this.request = request;
  }

  /** Reads the headers of this request. */
  static RequestHeaderValidator of(Request request) {
    var head = new RequestHeaderValidator(request);
    for (var field : request.getHeaders()) {
      head.read(field);
    }
    return head;
  }

  /** Why the request is refused; null if it is not. */
  @Nullable Problem problem() {
    return problem;
  }

  /** The request as routes see it. */
  Request request() {
    return hasOverride ? new Overridden(request) : request;
  }

  private void read(HttpField field) {
    var header = field.getHeader();
    if (header == null) {
      hasOverride |= field.getName().equalsIgnoreCase(METHOD_OVERRIDE);
      return;
    }
    switch (header) {
      case AUTHORIZATION -> requireOnce(1, header);
      case CONTENT_TYPE -> requireOnce(2, header);
      case ORIGIN -> requireOnce(4, header);
      case CONTENT_LENGTH -> noteBody(!"0".equals(field.getValue()));
      case TRANSFER_ENCODING -> {
        noteBody(true);
        requireChunked(field);
      }
      default -> {
        // A list, or a header that nothing here reads.
      }
    }
  }

  private void noteBody(boolean has) {
    if (has) {
      request.setAttribute(RequestBodies.PRESENT, true);
    }
  }

  private void requireOnce(int bit, HttpHeader header) {
    if ((once & bit) != 0) {
      var fault = new Problem.Fault("header", header.asString(), "must be given once");
      refuse(Problem.invalid(List.of(fault)));
    }
    once |= bit;
  }

  /** No other coding is decoded, and HTTP/1.0 has none (RFC 9112, section 6.1). */
  private void requireChunked(HttpField field) {
    if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0) {
      refuse(Problem.ofStatus(400));
    } else if (!"chunked".equalsIgnoreCase(field.getValue())) {
      refuse(Problem.plain(501, "Only the transfer coding chunked is supported."));
    }
  }

  private void refuse(Problem found) {
    if (problem == null) {
      problem = found.with("Connection", "close");
    }
  }

  /** A request without the header that overrides its method. */
  private static final class Overridden extends Request.Wrapper {
    private final HttpFields headers;

    Overridden(Request request) {
      super(request);
      this.headers = HttpFields.build(request.getHeaders()).remove(METHOD_OVERRIDE).asImmutable();
    }

    @Override
    public HttpFields getHeaders() {
      return headers;
    }
  }
}
