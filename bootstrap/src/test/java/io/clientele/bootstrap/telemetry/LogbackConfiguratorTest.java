package io.clientele.bootstrap.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.json.JsonMapper;

class LogbackConfiguratorTest {
  @Test
  void aJsonLineHasTheNamesOfTheElasticCommonSchema() {
    var context = new LoggerContext();
    new LogbackConfigurator().configure(context);
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var event = new LoggingEvent("", root, Level.WARN, "away\nagain", new IOException("cut"), null);
    event.setMDCPropertyMap(Map.of());
    event.addKeyValuePair(new KeyValuePair("traceId", "4bf92f3577b34da6a3ce929d0e0e4736"));

    var console = (ConsoleAppender<ILoggingEvent>) root.iteratorForAppenders().next();
    var line = new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);

    assertThat(line.strip()).doesNotContain("\n");
    var json = JsonMapper.shared().readTree(line);
    assertThat(json.propertyNames())
        .contains("@timestamp", "ecs.version", "service.name", "process.thread.name")
        .contains("error.stack_trace");
    assertThat(json.get("log.level").asString()).isEqualTo("WARN");
    assertThat(json.get("log.logger").asString()).isEqualTo("ROOT");
    assertThat(json.get("traceId").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
  }

  @Test
  void loggersThatQuoteClientsAreSilentBelowErrors() {
    var context = new LoggerContext();
    new LogbackConfigurator().configure(context);

    assertThat(context.getLogger("org.eclipse.jetty.server.Response").getEffectiveLevel())
        .isEqualTo(Level.ERROR);
    assertThat(context.getLogger("io.clientele.http.requests").getEffectiveLevel())
        .isEqualTo(Level.INFO);
    assertThat(context.getLogger("com.zaxxer.hikari").getEffectiveLevel()).isEqualTo(Level.WARN);
  }
}
