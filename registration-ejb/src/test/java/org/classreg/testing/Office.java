package org.classreg.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.sql.DataSource;
import org.classreg.administration.CategoryEdits;
import org.classreg.administration.ClassEdits;
import org.classreg.administration.PersonEdits;
import org.classreg.administration.ProgramEdits;
import org.classreg.administration.RoomEdits;
import org.classreg.administration.SeatsAnew;
import org.classreg.administration.SectionEdits;
import org.classreg.administration.TimeslotEdits;
import org.classreg.administration.TypeEdits;
import org.classreg.administration.Writing;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Locks;
import org.classreg.catalog.SeatLog;
import org.classreg.catalog.SectionSearch;
import org.classreg.exchange.Calendars;
import org.classreg.exchange.Exports;
import org.classreg.exchange.Imports;
import org.classreg.exchange.Prints;
import org.classreg.exchange.Sheets;
import org.classreg.idempotency.KeptAnswers;
import org.classreg.idempotency.Once;
import org.classreg.lottery.DrawInputs;
import org.classreg.lottery.Draws;
import org.classreg.lottery.Lotteries;
import org.classreg.lottery.LotteryRuns;
import org.classreg.lottery.PlanConversion;
import org.classreg.lottery.PlanReader;
import org.classreg.lottery.PlanWaitlist;
import org.classreg.lottery.RunRecords;
import org.classreg.operations.AdministrationLog;
import org.classreg.operations.Journal;
import org.classreg.operations.Operations;
import org.classreg.people.People;
import org.classreg.registration.Admission;
import org.classreg.registration.Interests;
import org.classreg.registration.Preferences;
import org.classreg.registration.RegistrationRows;
import org.classreg.registration.RegistrationTypes;
import org.classreg.registration.Seating;
import org.classreg.registration.Headcount;
import org.classreg.registration.Enrollments;
import org.classreg.registration.Waitlists;
import org.classreg.registration.Offers;
import org.classreg.registration.OperationContents;
import org.classreg.registration.StudentOverrides;
import org.classreg.registration.Students;
import org.classreg.registration.CheckIns;
import org.classreg.registration.Batches;
import org.classreg.registration.SeatCounts;
import org.classreg.registration.SectionChanges;
import org.classreg.registration.Missing;
import org.classreg.registration.Programs;
import org.classreg.registration.Registrations;
import org.classreg.registration.Reversals;
import org.classreg.registration.RosterCounts;
import org.classreg.registration.Rosters;
import org.classreg.registration.Schedules;
import org.classreg.registration.UndoingSections;
import org.classreg.security.AccessTokens;
import org.classreg.security.Accounts;
import org.classreg.security.Caller;
import org.classreg.security.FailedSignIns;
import org.classreg.security.ForeignIdentities;
import org.classreg.security.OwnAccount;
import org.classreg.security.PasswordRules;
import org.classreg.security.Passwords;
import org.classreg.security.ProgramRoles;
import org.classreg.security.RoleNames;
import org.classreg.security.SectionTeachers;
import org.classreg.security.SignIns;
import org.classreg.setup.SampleProgram;
import org.classreg.transactions.Retries;
import org.classreg.transactions.Transactions;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/**
 * A registration office outside a server: the real boundaries, injected by Weld, on a real database by EclipseLink.
 * What the server adds (transactions, the caller, and whom it lets in) stands in {@link #in}, {@link TestCaller} and {@link Guard}.
 */
public final class Office implements AutoCloseable {

    private final EntityManagerFactory factory;
    private final WeldContainer weld;
    private final TestClock clock = new TestClock();
    private final TestCaller caller = new TestCaller();

    private Office(DataSource database) {
        factory = Persistence.createEntityManagerFactory("registration", Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", "",
                "jakarta.persistence.nonJtaDataSource", database,
                "eclipselink.session-name", "office-" + System.identityHashCode(this),
                "eclipselink.logging.level", "WARNING"));
        weld = new Weld("office-" + System.identityHashCode(this))
                .disableDiscovery()
                .addBeanClasses(Catalog.class, SectionSearch.class, SeatCounts.class, People.class, Registrations.class, Preferences.class, Interests.class, Rosters.class,
                        RosterCounts.class, OperationContents.class,
                        Schedules.class, RegistrationTypes.class, Lotteries.class, Locks.class, Admission.class, Programs.class,
                        Reversals.class, UndoingSections.class, Operations.class, AdministrationLog.class, Students.class, Seating.class, Headcount.class, Enrollments.class, Waitlists.class,
                        Offers.class, StudentOverrides.class, CheckIns.class, Batches.class, SectionChanges.class, Missing.class,
                        Journal.class, Caller.class, SampleProgram.class, Imports.class, Exports.class, Calendars.class, Sheets.class,
                        Prints.class, Draws.class, DrawInputs.class, LotteryRuns.class, PlanConversion.class, PlanWaitlist.class, PlanReader.class, RegistrationRows.class,
                        RecordsInTransactions.class, RunRecords.class, Accounts.class, RoleNames.class, ProgramRoles.class,
                        SectionTeachers.class, AccessTokens.class, OwnAccount.class,
                        ForeignIdentities.class, SignIns.class, FailedSignIns.class, Passwords.class, PasswordRules.class,
                        SeatLog.class, Once.class, KeptAnswers.class, Transactions.class, TransactionsOfOffice.class, Guard.class)
                .addBeanClasses(CategoryEdits.class, ClassEdits.class, PersonEdits.class, ProgramEdits.class, RoomEdits.class, SeatsAnew.class,
                        SectionEdits.class, TimeslotEdits.class, TypeEdits.class, Writing.class)
                .addExtension(new Surroundings(clock, caller, this))
                .initialize();
    }

    /** An office on a new database of its own. */
    public static Office on(DatabaseKind kind) {
        return on(kind.create());
    }

    /** An office on this database, which has its tables. */
    public static Office on(DataSource database) {
        return new Office(database);
    }

    public <T> T get(Class<T> boundary) {
        return weld.select(boundary).get();
    }

    public TestClock clock() {
        return clock;
    }

    public TestCaller caller() {
        return caller;
    }

    /** Does the work in one transaction, which is undone when it throws, and tried again as in the server when it lost to another. */
    public <T> T in(Callable<T> work) {
        try {
            return Retries.call(() -> attempt(work));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T attempt(Callable<T> work) throws Exception {
        try (var em = factory.createEntityManager()) {
            Surroundings.enter(em);
            em.getTransaction().begin();
            try {
                var result = work.call();
                em.getTransaction().commit();
                return result;
            } finally {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
                Surroundings.leave();
            }
        }
    }

    /** Does work with the entity manager itself, in one transaction. */
    public <T> T with(Function<EntityManager, T> work) {
        return in(() -> work.apply(get(EntityManager.class)));
    }

    @Override
    public void close() {
        weld.close();
        factory.close();
    }
}
