/** Tests of the rules of notes and owners. */
@org.jspecify.annotations.NullMarked
package io.clientele.domain.care;
