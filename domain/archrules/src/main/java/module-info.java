/**
 * Architecture rules without annotations, for any hexagon: checked by ArchUnit, told all at once.
 */
@SuppressWarnings({
  "requires-automatic",
  "requires-transitive-automatic"
}) // ArchUnit has a name, no descriptor.
module io.clientele.archrules {
  requires static org.jspecify;
  requires transitive com.tngtech.archunit;

  exports io.clientele.archrules;
}
