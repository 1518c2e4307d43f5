package org.classreg.errors;

/** Too many passwords were wrong; nothing is checked before the wait is over. */
public class TooManyAttempts extends RegistrationException {

    private final long seconds;

    /** @param seconds how long to wait, at least 1 */
    public TooManyAttempts(long seconds) {
        super("Too many passwords were wrong. Try again in " + seconds + (seconds == 1 ? " second." : " seconds."));
        this.seconds = seconds;
    }

    public long seconds() {
        return seconds;
    }
}
