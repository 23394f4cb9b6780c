package io.clientele.testkit.identity;

class InMemoryApiKeysTest extends InMemoryIdentityUnderTest implements ApiKeysContract {}
