/**
 * Architecture rules for any project, without annotations, checked by ArchUnit and reported
 * together.
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
