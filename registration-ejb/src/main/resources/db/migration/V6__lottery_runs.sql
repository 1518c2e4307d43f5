-- A run of the class lottery: a plan that is kept beside others until one is converted.
create sequence lottery_run_seq start with 50 increment by 50;

create table lottery_run (
    id                bigint primary key,
    program_id        bigint not null references program (id),
    mode              varchar(20) not null check (mode in ('BALANCED', 'HAPPINESS', 'FIRST_CHOICES', 'CLASSIC')),
    seed              bigint not null,
    seed_given        boolean not null,
    salt              varchar(32) not null,
    commitment        varchar(64) not null,
    time_limit        integer not null check (time_limit > 0),
    state             varchar(20) not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'STOPPED', 'FAILED', 'CONVERTED')),
    stop_requested    boolean not null,
    value_so_far      double precision,
    bound             double precision,
    beat_at           timestamp with time zone not null,
    input_hash        varchar(64),
    metrics           varchar(100000),
    failure           varchar(500),
    created_by        varchar(100) not null,
    created_at        timestamp with time zone not null,
    finished_at       timestamp with time zone,
    published_at      timestamp with time zone,
    converted_by      bigint references operation (id),
    seats_enrolled    integer not null,
    seats_kept        integer not null,
    seats_waitlisted  integer not null
);
create index lottery_run_program on lottery_run (program_id);

-- What a run was drawn from, and what came of it, compressed. It is read as a whole or not at all.
create table lottery_plan (
    run_id   bigint primary key references lottery_run (id),
    input    ${bytes} not null,
    people   ${bytes} not null,
    outcome  ${bytes}
);
