/** Values of the web that name where a request comes from. */
@org.jspecify.annotations.NullMarked
package io.clientele.http.net;
