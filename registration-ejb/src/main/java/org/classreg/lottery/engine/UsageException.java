package org.classreg.lottery.engine;

/** The command line was called in a way it does not know. */
class UsageException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
