package org.classreg.exchange;

/** An import has more than is taken at once: it is not read to its end. */
public class ImportTooLarge extends ImportRefused {

    private static final long serialVersionUID = 1;

    ImportTooLarge(String file, String reason) {
        super(file, reason);
    }
}
