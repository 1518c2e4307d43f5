package org.classreg.security;

import org.classreg.catalog.Program;

/**
 * That the rights or the account of somebody were changed by another. The journal observes it within the transaction, so that neither is
 * without the other; it cannot be called, since it asks this package who may see what.
 *
 * @param kind of the operation in the journal, such as "grantRole"
 * @param program that it is about; null if about none
 * @param about what was changed, such as "grace: volunteer"
 */
public record Administered(String kind, Program program, String about) {
}
