package io.clientele.http.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTraceTest {
  private static final String SENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void workContinuesTheSpanOfTheRequest() {
    var context =
        SpanContext.create(
            "11111111111111111111111111111111",
            "2222222222222222",
            TraceFlags.getSampled(),
            TraceState.getDefault());
    assertThat(RequestTrace.parent(SENT, Span.wrap(context)))
        .isEqualTo("00-11111111111111111111111111111111-2222222222222222-01");
  }

  @Test
  void withoutASpanWorkContinuesWhatTheClientSent() {
    assertThat(RequestTrace.parent(SENT, null)).isEqualTo(SENT);
    assertThat(RequestTrace.parent(SENT, Span.getInvalid())).isEqualTo(SENT);
    assertThat(RequestTrace.parent("cc" + SENT.substring(2) + "-more", null)).isEqualTo(SENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
      })
  void aMalformedTraceIsNotContinued(String sent) {
    assertThat(RequestTrace.parent(sent, null)).isNull();
  }
}
