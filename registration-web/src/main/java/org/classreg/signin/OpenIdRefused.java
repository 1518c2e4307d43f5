package org.classreg.signin;

/** Why nobody was signed in by the OpenID provider, in words for people. */
final class OpenIdRefused extends Exception {

    private static final long serialVersionUID = 1L;

    OpenIdRefused(String words) {
        super(words);
    }

    OpenIdRefused(String words, Throwable cause) {
        super(words, cause);
    }
}
