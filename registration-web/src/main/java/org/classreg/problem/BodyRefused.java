package org.classreg.problem;

/** The body of a request is refused before anybody has looked at what it says. */
public class BodyRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    /** @param status of HTTP, from 400 to 499 */
    public BodyRefused(int status, String reason) {
        super(reason);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
