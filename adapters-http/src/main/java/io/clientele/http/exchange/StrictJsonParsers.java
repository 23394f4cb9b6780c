package io.clientele.http.exchange;

import io.clientele.http.exchange.json.JsonBuffers;
import io.clientele.http.exchange.json.JsonPointers;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/**
 * The parsers of JSON from clients: bounded in depth, tokens, digits and names. Names are not kept
 * for later documents, because hostile ones would stay in memory.
 */
final class StrictJsonParsers {
  /** The deepest nesting. */
  static final int DEPTH_MAX = 32;

  /** The longest string, in characters; a body has at most as many bytes. */
  static final int LENGTH_MAX = 64 * 1024;

  private static final int DIGITS_MAX = 64;
  private static final int NAME_MAX = 256;
  private static final int TOKENS_MAX = 4000;

  /** The tokens of a body with many parts. */
  private static final int PARTS_TOKENS_MAX = 40_000;

  /** For a body of one thing, or a line of an import. */
  static final StrictJsonParsers USUAL = new StrictJsonParsers(TOKENS_MAX);

  /** For a body with many parts. */
  static final StrictJsonParsers PARTS = new StrictJsonParsers(PARTS_TOKENS_MAX);

  private final JsonFactory factory;
  private final String rule;

  private StrictJsonParsers(int tokensMax) {
    rule =
        String.format(
            Locale.ROOT,
            "must have at most %d levels, %,d tokens, %d digits in a number and %d characters in a"
                + " name",
            DEPTH_MAX,
            tokensMax,
            DIGITS_MAX,
            NAME_MAX);
    factory =
        JsonFactory.builder()
            .recyclerPool(JsonBuffers.POOL)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxNumberLength(DIGITS_MAX)
                    .maxTokenCount(tokensMax)
                    .maxStringLength(LENGTH_MAX)
                    .maxNameLength(NAME_MAX)
                    .build())
            .build();
  }

  /** Reads one value; a text that is not JSON, or is beyond a bound, is refused at once. */
  JsonNode parse(String text, ValidationErrors faults, Function<JsonParser, JsonNode> reading) {
    try (var parser = factory.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != null) {
        var value = reading.apply(parser);
        if (parser.nextToken() != null) {
          faults.pointer(JsonPointers.ROOT, "must be one JSON value without a suffix");
        }
        return value;
      }
      faults.pointer(JsonPointers.ROOT, "must be a JSON object");
    } catch (StreamConstraintsException tooMuch) {
      faults.pointer(JsonPointers.ROOT, rule);
    } catch (JacksonException notJson) {
      var at = notJson.getLocation();
      faults.pointer(
          JsonPointers.ROOT,
          "must be valid JSON up to its end; it is malformed at line "
              + at.getLineNr()
              + ", column "
              + at.getColumnNr());
    }
    faults.refuse();
    throw new IllegalStateException("a fault was noted");
  }
}
