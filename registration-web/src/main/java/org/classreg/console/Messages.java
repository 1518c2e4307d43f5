package org.classreg.console;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;

/** Tells the person at the page something, in full sentences. */
public final class Messages {

    private Messages() {
    }

    public static void success(String sentence) {
        add(FacesMessage.SEVERITY_INFO, sentence);
    }

    /** The same, with a link that undoes an operation, by its id. */
    public static void success(String sentence, long operation) {
        success(sentence);
        FacesContext.getCurrentInstance().getExternalContext().getRequestMap().put("undoable", operation);
    }

    public static void error(String sentence) {
        add(FacesMessage.SEVERITY_ERROR, sentence);
    }

    private static void add(FacesMessage.Severity severity, String sentence) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, sentence, null));
    }
}
