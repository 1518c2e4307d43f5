package org.classreg.lottery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.classreg.catalog.Program;
import org.classreg.lottery.engine.Mode;
import org.classreg.lottery.engine.Options;
import org.classreg.lottery.engine.Progress;
import org.classreg.operations.Operation;

/** A run of the class lottery: what was asked of it, how far it is, and what is known of its plan without reading it. */
@Entity
@Table(name = "lottery_run")
@SequenceGenerator(name = "lottery_run", sequenceName = "lottery_run_seq", allocationSize = 50)
@NamedQuery(name = LotteryRun.OF_PROGRAM, query = "select r from LotteryRun r join fetch r.program left join fetch r.convertedBy"
        + " where r.program.code = :program order by r.id desc")
@NamedQuery(name = LotteryRun.BY_ID, query = "select r from LotteryRun r join fetch r.program left join fetch r.convertedBy"
        + " where r.program.code = :program and r.id = :id")
public class LotteryRun {

    /** Of :program, the latest first. */
    public static final String OF_PROGRAM = "LotteryRun.ofProgram";

    public static final String BY_ID = "LotteryRun.byId";

    /** A run that has shown no sign of life for so long is of a server that died. */
    static final Duration LIFELESS = Duration.ofMinutes(1);

    private static final int LONGEST_COURSE = 19_900;
    private static final int LONGEST_FAILURE = 500;

    @Id
    @GeneratedValue(generator = "lottery_run")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "program_id")
    private Program program;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private long seed;

    @Column(name = "seed_given")
    private boolean seedGiven;

    private String salt;

    private String commitment;

    @Column(name = "time_limit")
    private int timeLimit;

    @Enumerated(EnumType.STRING)
    private RunState state = RunState.QUEUED;

    @Column(name = "stop_requested")
    private boolean stopRequested;

    @Column(name = "value_so_far")
    private Double value;

    private Double bound;

    @Column(name = "drawn_at")
    private Instant drawnAt;

    private String course = "";

    @Column(name = "beat_at")
    private Instant beatAt;

    @Column(name = "input_hash")
    private String inputHash;

    private String metrics;

    private String failure;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "published_at")
    private Instant publishedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "converted_by")
    private Operation convertedBy;

    @Column(name = "seats_enrolled")
    private int enrolled;

    @Column(name = "seats_kept")
    private int kept;

    @Column(name = "seats_waitlisted")
    private int waitlisted;

    protected LotteryRun() {
    }

    LotteryRun(Program program, RunRequest request, String caller, Instant at) {
        var drawn = Seed.of(request.seed());
        this.program = program;
        mode = request.mode();
        seed = drawn.value();
        seedGiven = drawn.given();
        salt = drawn.salt();
        commitment = drawn.commitment();
        timeLimit = (int) request.limit().toSeconds();
        createdBy = caller;
        createdAt = at;
        beatAt = at;
    }

    /** Is drawn from now on, from the input with this hash. */
    void start(String hash, Instant at) {
        state = RunState.RUNNING;
        inputHash = hash;
        drawnAt = at;
        beatAt = at;
    }

    /** Shows a sign of life, and how far the draw is. */
    void beat(Progress progress, Instant at) {
        value = finite(progress.value());
        bound = finite(progress.bound());
        beatAt = at;
        if (drawnAt != null && value != null && course.length() < LONGEST_COURSE) {
            course += new RunMoment(Duration.between(drawnAt, at).toMillis() / 1000.0, value, bound).line();
        }
    }

    /** Has its plan. */
    void finish(boolean stopped, Progress reached, String metricsJson, Instant at) {
        beat(reached, at);
        state = stopped ? RunState.STOPPED : RunState.DONE;
        metrics = metricsJson;
        finishedAt = at;
    }

    /** Has no plan and will have none. */
    void fail(String why, Instant at) {
        state = RunState.FAILED;
        failure = why.length() > LONGEST_FAILURE ? why.substring(0, LONGEST_FAILURE) : why;
        finishedAt = at;
    }

    void requestStop() {
        stopRequested = true;
    }

    void publish(Instant at) {
        if (publishedAt == null) {
            publishedAt = at;
        }
    }

    /** Notes that an operation made the plan enrollments. */
    void convert(Operation operation, RunConversion conversion) {
        state = RunState.CONVERTED;
        convertedBy = operation;
        enrolled = conversion.enrolled();
        kept = conversion.kept();
        waitlisted = conversion.waitlisted();
    }

    /** Whether it should be working, and no server is at it. */
    boolean isLifeless(Instant at) {
        return !state.isOver() && beatAt.plus(LIFELESS).isBefore(at);
    }

    /** Whether its outcome is there for students to see. */
    public boolean isOpen() {
        return publishedAt != null || state == RunState.CONVERTED;
    }

    /** The seed, once it is known to all or if somebody chose it. */
    public Optional<Long> revealedSeed() {
        return isOpen() || seedGiven ? Optional.of(seed) : Optional.empty();
    }

    /** With the seed, what was hashed to the commitment; known once the run is published or converted. */
    public Optional<String> revealedSalt() {
        return isOpen() ? Optional.of(salt) : Optional.empty();
    }

    Options options() {
        return new Options(mode, seed, Duration.ofSeconds(timeLimit), Runtime.getRuntime().availableProcessors());
    }

    /** What became of it when it was converted. */
    RunConversion conversion() {
        return new RunConversion(convertedBy.getId(), enrolled, kept, waitlisted);
    }

    /** The share of the bound that may be missing, from 0; null while unknown. */
    public Double getGap() {
        return value == null || bound == null ? null : new Progress(value, bound).gap();
    }

    private static Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    public Long getId() {
        return id;
    }

    public Program getProgram() {
        return program;
    }

    public Mode getMode() {
        return mode;
    }

    /** Of the seed: see {@link Seed}. */
    public String getCommitment() {
        return commitment;
    }

    /** In seconds. */
    public int getTimeLimit() {
        return timeLimit;
    }

    public RunState getState() {
        return state;
    }

    public boolean isStopRequested() {
        return stopRequested;
    }

    /** Of the best so far: overall utility, or first-choice seats in {@link Mode#FIRST_CHOICES}; null while there is none. */
    public Double getValue() {
        return value;
    }

    /** No plan that the mode allows is better; null while unknown, and for {@link Mode#CLASSIC}. */
    public Double getBound() {
        return bound;
    }

    public String getInputHash() {
        return inputHash;
    }

    String getMetrics() {
        return metrics;
    }

    /** Why it failed; null if it did not. */
    public String getFailure() {
        return failure;
    }

    public String getCreatedBy() {
        return createdBy;
    }

    /** How value and bound came nearer to each other, about once a second. */
    public List<RunMoment> getCourse() {
        return RunMoment.read(course);
    }

    /** As of when it read what students ask for; null while it waits. */
    public Instant getDrawnAt() {
        return drawnAt;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getFinishedAt() {
        return finishedAt;
    }

    public Instant getPublishedAt() {
        return publishedAt;
    }

    /** The operation that converted it; null if none did. */
    public Operation getConvertedBy() {
        return convertedBy;
    }
}
