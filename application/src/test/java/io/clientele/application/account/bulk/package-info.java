/** Tests of import and export, on the testkit's in-memory ports. */
@org.jspecify.annotations.NullMarked
package io.clientele.application.account.bulk;
