package org.classreg.setup;

/**
 * How to sign in for the first time, for the line that ends the start-up.
 *
 * @param username of the administrator; null when there is none
 * @param hint what stands for the password: itself when it was drawn at this start, else where it comes from
 */
public record SignIn(String username, String hint) {
}
