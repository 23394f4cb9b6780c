@org.jspecify.annotations.NullMarked
package io.clientele.application.identity;
