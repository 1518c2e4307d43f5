package org.classreg.console.program;

import java.io.Serializable;
import java.time.ZoneId;
import org.classreg.catalog.ProgramSettings.Window;
import org.classreg.catalog.WindowKind;
import org.classreg.console.LocalTimes;

/** A registration window as staff type it: local times as the fields hold them, empty for an open end. */
public class WindowRow implements Serializable {

    private WindowKind kind;
    private String opens;
    private String closes;

    WindowRow(WindowKind kind, String opens, String closes) {
        this.kind = kind;
        this.opens = opens;
        this.closes = closes;
    }

    static WindowRow of(Window window, ZoneId zone) {
        return new WindowRow(window.kind(), LocalTimes.field(window.opens(), zone), LocalTimes.field(window.closes(), zone));
    }

    public WindowKind getKind() {
        return kind;
    }

    public void setKind(WindowKind kind) {
        this.kind = kind;
    }

    public String getOpens() {
        return opens;
    }

    public void setOpens(String opens) {
        this.opens = opens;
    }

    public String getCloses() {
        return closes;
    }

    public void setCloses(String closes) {
        this.closes = closes;
    }
}
