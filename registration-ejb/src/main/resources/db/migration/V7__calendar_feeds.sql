-- A student's schedule as a calendar, at an address that is as secret as a password: the token in it is kept as a hash alone.
create sequence calendar_feed_seq start with 50 increment by 50;
create sequence calendar_event_seq start with 50 increment by 50;

create table calendar_feed (
    id         bigint primary key,
    student_id bigint not null references person (id),
    program_id bigint not null references program (id),
    token_hash varchar(64) unique,
    unique (student_id, program_id)
);

-- What a feed said last of each meeting: a change is told under the same uid with the next sequence.
create table calendar_event (
    id          bigint primary key,
    feed_id     bigint not null references calendar_feed (id),
    section_id  bigint not null references class_section (id),
    number      integer not null check (number >= 1),
    uid         varchar(36) not null unique,
    sequence    integer not null check (sequence >= 0),
    modified_at timestamp with time zone not null,
    starts_at   timestamp with time zone not null,
    ends_at     timestamp with time zone not null,
    summary     varchar(800) not null,
    location    varchar(2000) not null,
    cancelled   boolean not null,
    unique (feed_id, section_id, number)
);
