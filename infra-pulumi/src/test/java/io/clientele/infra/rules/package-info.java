/**
 * What must hold of every stack, each rule by its public id (AWS Security Hub, or Checkov where
 * that begins with CKV), with the edit of the stack that it has to notice.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.rules;
