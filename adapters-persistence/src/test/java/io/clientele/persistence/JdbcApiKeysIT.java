package io.clientele.persistence;

import io.clientele.testkit.ApiKeysContract;

class JdbcApiKeysIT extends JdbcIdentity implements ApiKeysContract {}
