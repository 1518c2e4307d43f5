package org.classreg.security;

import java.time.Duration;
import java.util.Set;

/** What comes of an attempt to sign in. */
public sealed interface Verdict {

    /**
     * The password is right.
     *
     * @param roles the names of the person's roles
     */
    record Welcome(Set<String> roles) implements Verdict {
    }

    /** There is no such account, it is disabled, or the password is wrong: which of these is not told. */
    record Wrong() implements Verdict {
    }

    /**
     * Nothing was checked: too many attempts have failed.
     *
     * @param left how long to wait before the next
     */
    record Wait(Duration left) implements Verdict {

        /** Whole seconds, at least one. */
        public long seconds() {
            return left.plusMillis(999).toSeconds();
        }
    }
}
