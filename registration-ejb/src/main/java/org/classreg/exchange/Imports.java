package org.classreg.exchange;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Locks;
import org.classreg.errors.NotFound;
import org.classreg.operations.Journal;
import org.classreg.registration.RegistrationRows;
import org.classreg.registration.RegistrationTypes;
import org.classreg.registration.Seating;
import org.classreg.registration.Seats;
import org.classreg.security.Caller;

/**
 * Takes in what other systems export: sets of OneRoster, and preferences. How their words become ours is told in the package.
 * An import is one transaction: it is written as a whole or, with every error named, refused as a whole. The same files again
 * change nothing. A preview does all that the import would do, but forgets it instead of writing it.
 */
@Stateless
@RolesAllowed(ADMIN_ROLE)
public class Imports {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @Inject
    Catalog catalog;

    @Inject
    RegistrationTypes types;

    @Inject
    Locks locks;

    @Inject
    Seating seating;

    @Inject
    RegistrationRows rows;

    @Inject
    Journal journal;

    private enum Purpose {
        PREVIEW, IMPORT
    }

    /**
     * What {@link #importOneRoster} would do.
     *
     * @throws ImportRefused with every error
     */
    public ImportReport previewOneRoster(CsvFiles files, Progress progress) {
        return takeOneRoster(files, progress, Purpose.PREVIEW);
    }

    /**
     * Imports a set of OneRoster 1.2, or 1.1, and the preferences in it, if it has any.
     *
     * @param files the whole set or some of it: what a file refers to may also be in the office already
     * @throws ImportRefused with every error; nothing is written
     */
    public ImportReport importOneRoster(CsvFiles files, Progress progress) {
        return takeOneRoster(files, progress, Purpose.IMPORT);
    }

    /**
     * What {@link #importPreferences} would do.
     *
     * @throws NotFound if there is no such program
     * @throws ImportRefused with every error
     */
    @RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
    public ImportReport previewPreferences(String programCode, CsvFiles file, Progress progress) {
        return takePreferences(programCode, file, progress, Purpose.PREVIEW);
    }

    /**
     * Replaces the preferences in a program of all students whom a file names.
     *
     * @param file one file, of any name, or a set with a preferences.csv
     * @throws NotFound if there is no such program
     * @throws ImportRefused with every error; nothing is written
     */
    @RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
    public ImportReport importPreferences(String programCode, CsvFiles file, Progress progress) {
        return takePreferences(programCode, file, progress, Purpose.IMPORT);
    }

    private ImportReport takeOneRoster(CsvFiles files, Progress progress, Purpose purpose) {
        var errors = new ImportErrors();
        var set = OneRosterSet.read(files, errors, progress);
        progress.begin("Comparing with the office", 0);
        var directory = new Directory(em, Keys.of(set), types.all());
        var lines = purpose == Purpose.IMPORT ? directory.lockSeats(seating) : List.<ClassSection>of();
        if (purpose == Purpose.IMPORT) {
            directory.lockPrograms(locks);
        }
        var changes = new Changes(journal, "importOneRoster", caller.name(), clock.instant());
        directory.open(changes);
        var report = new OneRosterImport(set, directory, changes).run();
        errors.refuse();
        finish(changes, progress, purpose);
        changes.fill(lines, seating);
        return report;
    }

    private ImportReport takePreferences(String programCode, CsvFiles file, Progress progress, Purpose purpose) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        var errors = new ImportErrors();
        var wanted = PreferenceRow.read(file, errors, progress);
        errors.refuseUnreadable();
        progress.begin("Comparing with the office", 0);
        var directory = new Directory(em, Keys.of(program.getCode(), wanted), types.all());
        if (purpose == Purpose.IMPORT) {
            directory.lockPeople(locks);
            directory.keepTypes(locks);
        }
        var changes = new Changes(journal, "importPreferences", caller.name(), clock.instant());
        directory.open(changes);
        var seats = new Seats(directory.registrations());
        var preferences = new PreferencesImport(directory, changes, seats, References.in(program.getCode(), directory));
        var report = new ImportReport(List.of(preferences.run(wanted).line()));
        errors.refuse();
        finish(changes, progress, purpose);
        return report;
    }

    /** All that was loaded is changed in memory only, up to here: no query has come after the first change. */
    private void finish(Changes changes, Progress progress, Purpose purpose) {
        if (purpose == Purpose.IMPORT) {
            changes.write(em, rows, progress);
        } else {
            em.clear();
        }
    }
}
