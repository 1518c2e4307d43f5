-- One schema for H2 and PostgreSQL. ${stored} is 'stored' where the database wants the word and empty elsewhere.
-- Sequences step by 50 because the entities take their keys in blocks of 50.

create sequence operation_seq start with 50 increment by 50;
create sequence person_seq start with 50 increment by 50;
create sequence program_seq start with 50 increment by 50;
create sequence timeslot_seq start with 50 increment by 50;
create sequence room_seq start with 50 increment by 50;
create sequence class_category_seq start with 50 increment by 50;
create sequence class_subject_seq start with 50 increment by 50;
create sequence class_section_seq start with 50 increment by 50;
create sequence meeting_seq start with 50 increment by 50;
create sequence registration_type_seq start with 1000 increment by 50;
create sequence student_registration_seq start with 50 increment by 50;
create sequence subject_interest_seq start with 50 increment by 50;

-- The journal: who did what, when and why. Every registration says which operation began and which ended it.
create table operation (
    id           bigint primary key,
    kind         varchar(40)  not null,
    caller       varchar(100) not null,
    reason       varchar(500),
    performed_at timestamp with time zone not null,
    changes      integer      not null check (changes >= 0)
);

create table person (
    id           bigint primary key,
    username     varchar(100) not null unique,
    sourced_id   varchar(255) unique,
    given_name   varchar(200) not null,
    family_name  varchar(200) not null,
    email        varchar(320),
    grade        integer check (grade between -2 and 30),
    max_sections integer check (max_sections >= 0),
    enabled      boolean not null
);

create table person_role (
    person_id bigint not null references person (id),
    role      varchar(20) not null check (role in ('ADMIN', 'TEACHER', 'STUDENT')),
    primary key (person_id, role)
);

create table account (
    person_id     bigint primary key references person (id),
    password_hash varchar(500) not null
);

create table program (
    id                  bigint primary key,
    code                varchar(255) not null unique,
    title               varchar(500) not null,
    time_zone           varchar(60)  not null,
    starts_on           date,
    ends_on             date,
    capacity_multiplier numeric(6, 3) not null check (capacity_multiplier >= 0),
    capacity_offset     integer not null,
    check (ends_on >= starts_on)
);

create table timeslot (
    id         bigint primary key,
    program_id bigint not null references program (id),
    starts_at  timestamp with time zone not null,
    ends_at    timestamp with time zone not null,
    lunch      boolean not null,
    check (ends_at > starts_at),
    unique (program_id, starts_at, ends_at)
);

create table room (
    id         bigint primary key,
    program_id bigint not null references program (id),
    name       varchar(200) not null,
    seats      integer check (seats >= 0),
    unique (program_id, name)
);

create table class_category (
    id         bigint primary key,
    program_id bigint not null references program (id),
    symbol     varchar(10)  not null,
    title      varchar(200) not null,
    unique (program_id, symbol)
);

create table class_subject (
    id           bigint primary key,
    program_id   bigint not null references program (id),
    category_id  bigint not null references class_category (id),
    code         varchar(255) not null,
    sourced_id   varchar(255),
    title        varchar(500) not null,
    grade_min    integer,
    grade_max    integer,
    max_students integer check (max_students >= 0),
    status       varchar(20) not null check (status in ('UNREVIEWED', 'ACCEPTED', 'REJECTED', 'CANCELLED')),
    check (grade_max >= grade_min),
    unique (program_id, code),
    unique (program_id, sourced_id),
    unique (id, program_id)
);

-- enrolled counts the rows of student_registration that hold a seat now; it never passes capacity.
create table class_section (
    id                bigint primary key,
    program_id        bigint not null references program (id),
    subject_id        bigint not null,
    code              varchar(255) not null,
    sourced_id        varchar(255),
    max_students      integer check (max_students >= 0),
    capacity          integer not null,
    enrolled          integer not null,
    status            varchar(20) not null check (status in ('UNREVIEWED', 'ACCEPTED', 'REJECTED', 'CANCELLED')),
    registration_open boolean not null,
    constraint section_within_capacity check (enrolled between 0 and capacity),
    foreign key (subject_id, program_id) references class_subject (id, program_id),
    unique (program_id, code),
    unique (program_id, sourced_id)
);
create index class_section_subject on class_section (subject_id);

create table meeting (
    id          bigint primary key,
    section_id  bigint not null references class_section (id),
    timeslot_id bigint not null references timeslot (id),
    unique (section_id, timeslot_id)
);

create table meeting_room (
    meeting_id bigint not null references meeting (id),
    room_id    bigint not null references room (id),
    primary key (meeting_id, room_id)
);

create table registration_type (
    id            bigint primary key,
    name          varchar(50)  not null unique,
    description   varchar(500) not null,
    takes_seat    boolean not null,
    preference    boolean not null,
    check (not (takes_seat and preference))
);

insert into registration_type (id, name, description, takes_seat, preference) values
    (1, 'Enrolled', 'The student has a seat in the section.', true, false),
    (2, 'Interested', 'The student would take a seat in the section.', false, true),
    (3, 'Applied', 'The student has applied to the section.', false, false),
    (4, 'Attended', 'The student came to the section.', false, false),
    (11, 'Priority/1', 'The student''s first choice.', false, true),
    (12, 'Priority/2', 'The student''s second choice.', false, true),
    (13, 'Priority/3', 'The student''s third choice.', false, true),
    (14, 'Priority/4', 'The student''s fourth choice.', false, true),
    (15, 'Priority/5', 'The student''s fifth choice.', false, true),
    (16, 'Priority/6', 'The student''s sixth choice.', false, true),
    (17, 'Priority/7', 'The student''s seventh choice.', false, true),
    (18, 'Priority/8', 'The student''s eighth choice.', false, true);

-- Append-only: a row starts, and it ends once. active is true until then and null after,
-- so that the unique rule binds the active rows alone.
create table student_registration (
    id         bigint primary key,
    student_id bigint not null references person (id),
    section_id bigint not null references class_section (id),
    type_id    bigint not null references registration_type (id),
    sourced_id varchar(255) unique,
    start_date timestamp with time zone,
    end_date   timestamp with time zone,
    started_by bigint not null references operation (id),
    ended_by   bigint references operation (id),
    active     boolean generated always as (case when end_date is null then true end) ${stored},
    check (end_date >= start_date),
    check ((end_date is null) = (ended_by is null)),
    constraint one_active_registration unique (student_id, section_id, type_id, active)
);
create index student_registration_roster on student_registration (section_id, type_id, active);
create index student_registration_started_by on student_registration (started_by);
create index student_registration_ended_by on student_registration (ended_by);

create table subject_interest (
    id         bigint primary key,
    student_id bigint not null references person (id),
    subject_id bigint not null references class_subject (id),
    start_date timestamp with time zone,
    end_date   timestamp with time zone,
    started_by bigint not null references operation (id),
    ended_by   bigint references operation (id),
    active     boolean generated always as (case when end_date is null then true end) ${stored},
    check (end_date >= start_date),
    check ((end_date is null) = (ended_by is null)),
    constraint one_active_interest unique (student_id, subject_id, active)
);
create index subject_interest_subject on subject_interest (subject_id, active);
