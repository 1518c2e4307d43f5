/**
 * Lists in an order that the caller chooses, part by part. A part begins after the last entry of the one before, by its values in that
 * order and not by its number, so that no entry comes twice or is left out because others came or went meanwhile.
 */
package org.classreg.lists;
