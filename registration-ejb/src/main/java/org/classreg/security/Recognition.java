package org.classreg.security;

/** Who somebody is that an OpenID provider has signed in. */
public sealed interface Recognition {

    /** The person of this username, who may sign in. */
    record Welcome(String username) implements Recognition {
    }

    /** Nobody. */
    record Unknown() implements Recognition {
    }

    /** A person who is switched off. */
    record Disabled() implements Recognition {
    }

    /** A person of that username who is another account of the same provider. */
    record Taken() implements Recognition {
    }
}
