package io.clientele.bootstrap.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashCommonFieldNames;
import net.logstash.logback.fieldnames.LogstashFieldNames;

/**
 * Configures logging to standard output: JSON by default, plain lines for a terminal. Written in
 * code, because reading an XML file would take a quarter of the start time. Logback finds this
 * class by its service file.
 */
public final class LogbackConfigurator extends ContextAwareBase implements Configurator {
  private static final String READABLE = "clientele.log.readable";

  /** Selects plain lines. Must be called before the first logger is created. */
  public static void makeReadable() {
    System.setProperty(READABLE, "true");
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setEncoder(Boolean.getBoolean(READABLE) ? lines(context) : json(context));
    console.start();
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(console);
    context.getLogger("io.clientele").setLevel(Level.INFO);
    // At WARN, Jetty quotes what clients send, such as an invalid host.
    context.getLogger("org.eclipse.jetty").setLevel(Level.ERROR);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static Encoder<ILoggingEvent> json(LoggerContext context) {
    var encoder = new LogstashEncoder();
    encoder.setContext(context);
    encoder.setFieldNames(ecs());
    encoder.setCustomFields("{\"ecs.version\":\"8.17.0\",\"service.name\":\"clientele\"}");
    encoder.start();
    return encoder;
  }

  /** Returns the field names of the Elastic Common Schema. */
  private static LogstashFieldNames ecs() {
    var names = new LogstashFieldNames();
    names.setVersion(LogstashCommonFieldNames.IGNORE_FIELD_INDICATOR);
    names.setLevelValue(LogstashCommonFieldNames.IGNORE_FIELD_INDICATOR);
    names.setLevel("log.level");
    names.setLogger("log.logger");
    names.setThread("process.thread.name");
    names.setStackTrace("error.stack_trace");
    return names;
  }

  private static Encoder<ILoggingEvent> lines(LoggerContext context) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg %kvp%n%nopex%ex{short}");
    encoder.start();
    return encoder;
  }
}
