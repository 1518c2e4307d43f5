package org.classreg.lottery.engine;

/** The input of a lottery is malformed; the message says where and why. */
public class InvalidInstance extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidInstance(String message) {
        super(message);
    }
}
