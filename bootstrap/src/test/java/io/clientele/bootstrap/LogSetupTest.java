package io.clientele.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.Test;

class LogSetupTest {
  @Test
  void whatQuotesClientsIsSilentBelowErrorsAndWeAreNot() {
    var context = new LoggerContext();
    new LogSetup().configure(context);

    assertThat(context.getLogger("org.eclipse.jetty.server.Response").getEffectiveLevel())
        .isEqualTo(Level.ERROR);
    assertThat(context.getLogger("io.clientele.http.requests").getEffectiveLevel())
        .isEqualTo(Level.INFO);
    assertThat(context.getLogger("com.zaxxer.hikari").getEffectiveLevel()).isEqualTo(Level.WARN);
  }
}
