package io.clientele.apikit.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiComparisonTest {
  private static final String DOCUMENT =
      """
      openapi: 3.1.1
      security: [{bearer: []}]
      paths:
        /things/{id}:
          parameters:
            - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
          get:
            operationId: readThing
            parameters:
              - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 200}}
              - $ref: '#/components/parameters/Sort'
            responses:
              '200':
                description: One.
                headers:
                  ETag: {required: true, schema: {type: string}}
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Thing'}
                  application/x-ndjson:
                    schema: {type: string}
                    x-itemSchema: {$ref: '#/components/schemas/Thing'}
              '404': {$ref: '#/components/responses/Absent'}
          put:
            operationId: replaceThing
            requestBody:
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/Change'}
            responses:
              '204': {description: Done.}
      components:
        parameters:
          Sort: {name: sort, in: query, schema: {type: string, enum: [name, size]}}
        responses:
          Absent:
            description: None.
            content:
              application/problem+json:
                schema: {type: object, required: [type], properties: {type: {const: absent}}}
        schemas:
          Change:
            type: object
            additionalProperties: false
            properties:
              name: {type: [string, 'null'], maxLength: 9, pattern: '^[a-z]+$'}
              tags: {type: array, items: {type: string}}
          Thing:
            allOf:
              - {$ref: '#/components/schemas/Named'}
              - type: object
                required: [size]
                properties:
                  size: {type: integer, minimum: 0}
                  parent:
                    oneOf:
                      - {$ref: '#/components/schemas/Thing'}
                      - {type: 'null'}
          Named: {type: object, required: [name], properties: {name: {type: string, pattern: a}}}
      """;

  @Test
  void aDocumentIsCompatibleWithItself() {
    assertThat(ApiComparison.between(DOCUMENT, DOCUMENT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /things/{id}:                      | /things/{key}:              | GET /things/{id}: is gone
          get:                               | post:                       | GET /things/{id}: is gone
          security: [{bearer: []}]           | security: [{key: []}]       | security was [{"bearer":[]}] and is [{"key":[]}]
          enum: [name, size]                 | default: name               | query sort: default was free and is "name"
          name: limit                        | name: size                  | GET /things/{id} query limit: is gone
          in: query, schema: {type: integer  | in: query, required: true, schema: {type: integer | query limit: is required now
          maximum: 200                       | maximum: 100                | query limit: maximum was 200 and is 100
          minimum: 1,                        | minimum: 2,                 | query limit: minimum was 1 and is 2
          in: query, schema: {type: string   | in: query, explode: false, schema: {type: string | query sort: explode is another
          enum: [name, size]                 | enum: [name]                | query sort: enum was ["name","size"] and is ["name"]
          format: uuid                       | format: email               | path id: format was "uuid" and is "email"
          requestBody:                       | requestBody:\\n        required: true | body: is required now
          type: [string, 'null']             | type: string                | Change in requests/name: type was ["string","null"] and is "string"
          maxLength: 9                       | maxLength: 8                | Change in requests/name: maxLength was 9 and is 8
          '^[a-z]+$'                         | '^[a-z]$'                   | Change in requests/name: pattern was "^[a-z]+$" and is "^[a-z]$"
          tags:                              | labels:                     | Change in requests/tags: is gone
          items: {type: string}              | items: {type: integer}      | Change in requests/tags/*: type was "string" and is "integer"
          additionalProperties: false        | required: [name]            | Change in requests/name: is required now
          '404':                             | '410':                      | GET /things/{id} 404: is gone
          ETag: {required: true,             | ETag: {                     | 200 ETag: is no longer always present
          ETag:                              | E-Tag:                      | 200 ETag: is gone
          application/x-ndjson               | text/csv                    | 200 application/x-ndjson: is gone
          required: [size]                   | required: []                | Thing in responses/size: is no longer always present
          size: {type: integer               | length: {type: integer      | Thing in responses/size: is gone
          size: {type: integer               | size: {type: number         | Thing in responses/size: type was "integer" and is "number"
          - {type: 'null'}                   | - {type: string}            | Thing in responses/parent
          """)
  void aChangeVisibleToOldClientsIsBreaking(String before, String after, String change) {
    assertThat(changes(before, after, ApiChange.Kind.BREAKING)).contains(change);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          minimum: 0           | minimum: -1     | Thing in responses/size: minimum was 0 and is -1
          , pattern: a}        | }               | Thing in responses/name: pattern was "a" and is free
          const: absent        | type: string    | components/responses/Absent application/problem+json/type: enum was ["absent"] and is free
          """)
  void aLessSpecificResponseIsLoosened(String before, String after, String change) {
    assertThat(changes(before, after, ApiChange.Kind.LOOSENED)).contains(change);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          openapi: 3.1.1       | openapi: 3.1.2
          maximum: 200         | maximum: 300
          enum: [name, size]   | enum: [name, size, age]
          maxLength: 9         | maxLength: 10
          minimum: 0           | minimum: 1
          const: absent        | enum: [absent]
          , pattern: a}        | , x-pattern: a}
          description: One.    | description: The thing.
          security: [{bearer   | security: [{key: []}, {bearer
          [{bearer: []}]       | []
          type: integer, min   | type: number, min
          """)
  void aWiderRequestAndANarrowerResponseAreCompatible(String before, String after) {
    assertThat(DOCUMENT).contains(before);
    var changed = DOCUMENT.replaceFirst(java.util.regex.Pattern.quote(before), after);
    assertThat(ApiComparison.between(DOCUMENT, changed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          paths:                     | paths:\\n  /other: {get: {responses: {}}}           | GET /other: is new
          - {name: limit             | - {name: q, in: query}\\n        - {name: limit      | GET /things/{id} query q: is new
          '204': {                   | '409': {}\\n        '204': {                         | PUT /things/{id} 409: is new
          size: {type: integer       | colour: {}\\n            size: {type: integer     | Thing in responses/colour: is new
          tags:                      | colour: {}\\n        tags:                           | Change in requests/colour: is new
          """)
  void newElementsAreAdditions(String before, String after, String change) {
    assertThat(changes(before, after, ApiChange.Kind.ADDED)).contains("ADDED " + change);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          operationId: readThing | operationId: getThing | RENAMED GET /things/{id}: operationId was readThing and is getThing
          Named                  | Titled                | RENAMED components/schemas/Named: is gone
          """)
  void anotherNameForAnEqualElementIsARenaming(String before, String after, String change) {
    assertThat(changes(before, after, ApiChange.Kind.RENAMED)).isEqualTo(change);
  }

  /** Returns the changes after replacing one text by another; all are of the same kind. */
  private static String changes(String before, String after, ApiChange.Kind kind) {
    assertThat(DOCUMENT).contains(before);
    var changed = DOCUMENT.replace(before, after.replace("\\n", "\n"));
    var changes = ApiComparison.between(DOCUMENT, changed);
    var text = new StringBuilder();
    for (var change : changes) {
      if (change.kind() == kind) {
        text.append(text.isEmpty() ? "" : "\n").append(change);
      }
    }
    return text.toString();
  }
}
