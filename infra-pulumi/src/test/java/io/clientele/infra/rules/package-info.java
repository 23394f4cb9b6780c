/**
 * The rules for every stack. Each has its public id (AWS Security Hub, or Checkov for ids that
 * begin with CKV) and an edit of the stack that it must detect. Start at {@link StackRulesTest}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.rules;
