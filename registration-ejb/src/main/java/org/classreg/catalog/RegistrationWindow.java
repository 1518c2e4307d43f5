package org.classreg.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A time in which a program lets students do one kind of thing: from the opening until before the close, each open-ended if null. */
@Entity
@Table(name = "registration_window")
@SequenceGenerator(name = "registration_window", sequenceName = "registration_window_seq", allocationSize = 50)
public class RegistrationWindow {

    @Id
    @GeneratedValue(generator = "registration_window")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "program_id")
    private Program program;

    @Enumerated(EnumType.STRING)
    private WindowKind kind;

    @Column(name = "opens_at")
    private Instant opensAt;

    @Column(name = "closes_at")
    private Instant closesAt;

    protected RegistrationWindow() {
    }

    RegistrationWindow(Program program, ProgramSettings.Window window) {
        this.program = program;
        kind = window.kind();
        opensAt = window.opens();
        closesAt = window.closes();
    }

    public boolean isFor(WindowKind wanted) {
        return kind == wanted;
    }

    public boolean isOpenAt(Instant at) {
        return (opensAt == null || !opensAt.isAfter(at)) && (closesAt == null || closesAt.isAfter(at));
    }

    ProgramSettings.Window toSetting() {
        return new ProgramSettings.Window(kind, opensAt, closesAt);
    }

    Long getId() {
        return id;
    }

    public Instant getOpensAt() {
        return opensAt;
    }

    public Instant getClosesAt() {
        return closesAt;
    }
}
