package org.classreg.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.Registrations;
import org.classreg.registration.Rosters;
import org.classreg.registration.StudentRegistration;
import org.classreg.testing.DatabaseKind;
import org.classreg.testing.Office;
import org.classreg.testing.SmallProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request that is repeated with the same key does nothing twice. */
class OnceTest {

    private static final RequestKey KEY = new RequestKey("admin", "8e03978e-40d5-43dd-bc93-6894a57f9324");
    private static final int THREADS = 16;

    private Office office;

    @AfterEach
    void close() {
        office.close();
    }

    @ParameterizedTest
    @EnumSource
    void ofSixteenAtOnceOneIsDoneAndTheOthersChangeNothing(DatabaseKind database) throws Exception {
        openOn(database.create());

        var outcomes = atOnce(THREADS, () -> send(office, KEY, "a", this::register));

        assertThat(outcomes).containsOnly("201 42", "IN_PROGRESS").containsOnlyOnce("201 42");
        assertThat(interested()).isEqualTo(1);
        assertThat(find(KEY, "a")).contains(new Answer(201, "registrations/7", "42", false));
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void twoNodesDoItOnceAndTheSecondWaitsForNothing(DatabaseKind kind) throws Exception {
        var database = kind.create();
        openOn(database);
        var began = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var threads = Executors.newSingleThreadExecutor();
        try (var other = Office.on(database)) {
            var first = threads.submit(() -> send(office, KEY, "a", () -> {
                var registration = register();
                began.countDown();
                goOn.await();
                return registration;
            }));
            began.await();
            assertThat(send(other, KEY, "a", this::register)).isEqualTo("IN_PROGRESS");
            goOn.countDown();
            assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("201 42");
            assertThat(send(other, KEY, "a", this::register)).isEqualTo("IN_PROGRESS");
            assertThat(other.in(() -> other.get(KeptAnswers.class).find(KEY))).isPresent();
        } finally {
            threads.shutdownNow();
        }
        assertThat(interested()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerOutlivesItsNode(DatabaseKind kind) {
        var database = kind.create();
        openOn(database);
        send(office, KEY, "a", this::register);
        office.close();

        office = Office.on(database);
        assertThat(find(KEY, "a")).contains(new Answer(201, "registrations/7", "42", false));
    }

    @ParameterizedTest
    @EnumSource
    void aKeyIsOneCallersAndOneRequests(DatabaseKind database) {
        openOn(database.create());
        send(office, KEY, "a", this::register);

        assertThatThrownBy(() -> find(KEY, "b")).isInstanceOf(KeyReused.class).hasMessageContaining(KEY.text());
        assertThat(find(new RequestKey("s1", KEY.text()), "b")).isEmpty();
        for (var text : List.of("", "a b", "ä", "a".repeat(256))) {
            assertThatThrownBy(() -> new RequestKey("admin", text)).isInstanceOf(InvalidInput.class);
        }
        assertThat(new RequestKey("admin", "a".repeat(255)).number()).isNotEqualTo(KEY.number());
    }

    @ParameterizedTest
    @EnumSource
    void whatFailsIsNotKeptAndMayBeTriedAgain(DatabaseKind database) {
        openOn(database.create());

        assertThat(send(office, KEY, "a", () -> {
            register();
            throw new Refused("NOT_TODAY", "Not today.");
        })).isEqualTo("NOT_TODAY");
        assertThatThrownBy(() -> send(office, KEY, "a", () -> {
            register();
            throw new Exception("checked");
        })).hasStackTraceContaining("checked");

        assertThat(interested()).isZero();
        assertThat(find(KEY, "a")).isEmpty();
        assertThat(send(office, KEY, "a", this::register)).isEqualTo("201 42");
    }

    @ParameterizedTest
    @EnumSource
    void aSecretIsNeitherKeptNorToldAgain(DatabaseKind database) {
        openOn(database.create());
        send(office, KEY, "a", new Answer(201, null, "secret", true), this::register);

        assertThatThrownBy(() -> find(KEY, "a")).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.reasons()).extracting(Reason::code).containsExactly("SHOWN_ONCE"));
        List<?> bodies = office.with(em -> em.createNativeQuery("select body from kept_answer").getResultList());
        assertThat(bodies).hasSize(1).containsOnlyNulls();
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerIsKeptForTwentyFourHours(DatabaseKind database) {
        openOn(database.create());
        var second = new RequestKey("admin", "second");
        send(office, KEY, "a", () -> null);
        send(office, second, "a", () -> null);
        office.clock().advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(forget()).isZero();
        assertThat(find(KEY, "a")).isPresent();

        office.clock().advance(Duration.ofSeconds(1));
        assertThat(find(KEY, "a")).isEmpty();
        assertThat(send(office, KEY, "b", this::register)).isEqualTo("201 42");
        assertThat(find(KEY, "b")).isPresent();
        assertThat(forget()).isEqualTo(1);
        assertThat(find(KEY, "b")).isPresent();
    }

    private void openOn(DataSource database) {
        office = Office.on(database);
        var program = new SmallProgram(office);
        program.section("E1s1", 5, "10:00-11:00");
        program.student("s1", 10);
    }

    private StudentRegistration register() {
        return office.get(Registrations.class).register(SmallProgram.id("E1s1"), "s1", RegistrationType.INTERESTED);
    }

    private static String send(Office to, RequestKey key, String fingerprint, Callable<?> work) {
        return send(to, key, fingerprint, new Answer(201, "registrations/7", "42", false), work);
    }

    private static String send(Office to, RequestKey key, String fingerprint, Answer answer, Callable<?> work) {
        try {
            to.get(Once.class).call(new KeyedRequest(key, fingerprint, true), work, result -> answer);
            return answer.status() + " " + answer.body();
        } catch (Refused e) {
            return e.reasons().get(0).code();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Answer> find(RequestKey key, String fingerprint) {
        return office.in(() -> office.get(KeptAnswers.class).find(key)).map(kept -> kept.to(fingerprint));
    }

    private int forget() {
        return office.in(() -> office.get(KeptAnswers.class).forget());
    }

    private int interested() {
        return office.in(() -> office.get(Rosters.class)
                .roster(SmallProgram.id("E1s1"), RegistrationType.INTERESTED, office.clock().instant(), 0, 10)).size();
    }

    private static List<String> atOnce(int threads, Callable<String> task) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var futures = pool.invokeAll(IntStream.range(0, threads).mapToObj(i -> task).toList());
            var outcomes = new ArrayList<String>();
            for (var future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            pool.shutdown();
        }
    }
}
