package io.clientele.testkit;

class InMemoryApiKeysTest extends MemoryIdentity implements ApiKeysContract {}
